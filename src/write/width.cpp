#include "write/width.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "model/utf8.h"
#include "write/valid_text.h"

namespace hardfacts {

namespace {

constexpr std::string_view ellipsis = "…";

std::size_t width_of(char32_t c) {
    if (c < 0x300) return 1;
    const auto code = static_cast<UChar32>(c);
    const int category = u_charType(code);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

bool is_left_out(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool bidirectional =
        c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || bidirectional;
}

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x3000 || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        columns += width_of(c.value);
        at += c.size;
    }
    return columns;
}

std::string one_line(std::string_view raw) {
    const std::string text = valid_text(raw);
    std::string out;
    bool space_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.size;
        if (is_space(c.value)) {
            space_due = !out.empty();
        } else if (!is_left_out(c.value)) {
            if (space_due) out += ' ';
            space_due = false;
            append_utf8(out, c.value);
        }
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (text.size() <= columns || display_width(text) <= columns) return std::string(text);
    if (columns == 0) return "";
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint c = decode_at(text, at);
        const std::size_t width = width_of(c.value);
        if (used + width > columns - 1) break;
        used += width;
        at += c.size;
    }
    return std::string(text.substr(0, at)) + std::string(ellipsis);
}

std::string fitted(std::string_view text, std::size_t columns) {
    std::string out = shortened(text, columns);
    out.append(columns - std::min(columns, display_width(out)), ' ');
    return out;
}

}  // namespace hardfacts
