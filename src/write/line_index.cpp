#include "write/line_index.h"

#include <algorithm>

#include "model/utf8.h"

namespace hardfacts {

LineIndex::LineIndex(std::string_view source) {
    for (const char c : source) {
        if (!is_lead(c)) continue;
        if (c == '\n') breaks_.push_back(characters_);
        ++characters_;
    }
}

std::size_t LineIndex::line_of(std::size_t character) const {
    if (character >= characters_) return 0;
    return static_cast<std::size_t>(std::lower_bound(breaks_.begin(), breaks_.end(), character) - breaks_.begin()) + 1;
}

}  // namespace hardfacts
