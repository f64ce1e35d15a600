#include "write/valid_text.h"

#include <cstddef>

#include "model/utf8.h"

namespace hardfacts {

std::string valid_text(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t bad = find_invalid_utf8(text);
        out += text.substr(0, bad);
        if (bad == std::string_view::npos) return out;
        out += "\xEF\xBF\xBD";
        text.remove_prefix(bad + 1);
    }
}

}  // namespace hardfacts
