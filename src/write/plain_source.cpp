#include "write/plain_source.h"

#include <algorithm>

#include "model/utf8.h"
#include "write/formats.h"

namespace hardfacts {

PlainSource::PlainSource(std::string_view source) {
    text_.reserve(source.size());
    std::size_t character = 0;
    if (source.starts_with(byte_order_mark)) {
        source.remove_prefix(byte_order_mark.size());
        left_out_.push_back(character++);
    }
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (source[at] == '\r' && at + 1 < source.size() && source[at + 1] == '\n') {
            left_out_.push_back(character++);
            continue;
        }
        text_ += source[at] == '\r' ? '\n' : source[at];
        if (is_lead(source[at])) ++character;
    }
}

std::size_t PlainSource::place(std::size_t character) const {
    const auto behind = std::lower_bound(left_out_.begin(), left_out_.end(), character);
    return character - static_cast<std::size_t>(behind - left_out_.begin());
}

}  // namespace hardfacts
