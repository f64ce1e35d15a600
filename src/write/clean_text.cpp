#include "write/clean_text.h"

#include <algorithm>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr char32_t control_pictures = 0x2400;

bool is_forbidden_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Nearly all text is clean: one look tells.
bool is_suspect(char c) { return is_forbidden_control(c) || c == '\xEF'; }

/// Appends valid UTF-8.
void append_clean(std::string& out, std::string_view text) {
    if (std::none_of(text.begin(), text.end(), is_suspect)) {
        out += text;
        return;
    }
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_forbidden_control(text[at]))
            append_utf8(out, control_pictures + c.value);
        else if (c.value == 0xFFFE || c.value == 0xFFFF)
            out += replacement;
        else
            out += text.substr(at, c.size);
        at += c.size;
    }
}

}  // namespace

std::string clean_text(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (;;) {
        const std::size_t bad = find_invalid_utf8(raw);
        append_clean(out, raw.substr(0, bad));
        if (bad == std::string_view::npos) return out;
        out += replacement;
        raw.remove_prefix(bad + 1);
    }
}

}  // namespace hardfacts
