#include "read/field_kind.h"

#include <algorithm>
#include <array>

#include "read/entities.h"
#include "read/front_matter.h"
#include "read/html_tags.h"
#include "read/lines.h"
#include "read/plain.h"

namespace hardfacts {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Elements of text that the table of tags has no row for, since they change nothing that is read.
constexpr std::array<std::string_view, 12> inline_elements = {"abbr", "big",   "cite",   "em",     "font", "i",
                                                              "mark", "small", "strike", "strong", "u",    "ins"};

bool is_tag_name(std::string_view name) {
    if (html_tag(name) != html_unknown) return true;
    return std::any_of(inline_elements.begin(), inline_elements.end(), [&](std::string_view element) {
        return std::equal(name.begin(), name.end(), element.begin(), element.end(),
                          [](char a, char b) { return (a | 0x20) == b; });
    });
}

/// Of the two signs, one at a time: find() runs at the speed of memory where find_first_of() looks at each byte.
bool shows_tags(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        std::size_t begin = at + 1;
        if (begin < text.size() && text[begin] == '/') ++begin;
        std::size_t end = begin;
        while (end < text.size() && (is_letter(text[end]) || (end > begin && text[end] >= '1' && text[end] <= '6')))
            ++end;
        if (end == begin || end == text.size() || (!is_white(text[end]) && text[end] != '>' && text[end] != '/'))
            continue;
        if (is_tag_name(text.substr(begin, end - begin))) return true;
    }
    return false;
}

bool shows_references(std::string_view text) {
    for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
        if (entity_size(text.substr(at)) != 0) return true;
    }
    return false;
}

/// Markdown may hold tags; what begins with one is HTML, whatever its lines look like.
bool is_markdown_with_tags(std::string_view text) {
    const std::string_view written = trimmed(text);
    if (written.empty() || written[0] == '<') return false;
    return find_front_matter(text, 0).has_value() || looks_like_markdown(text, 0);
}

}  // namespace

bool shows_html(std::string_view text) { return shows_tags(text) || shows_references(text); }

TextKind kind_of_field(std::string_view text) {
    if (shows_tags(text)) return is_markdown_with_tags(text) ? TextKind::markdown : TextKind::html;
    return shows_references(text) ? TextKind::markdown : TextKind::sniffed;
}

}  // namespace hardfacts
