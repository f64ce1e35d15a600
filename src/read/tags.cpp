#include "read/tags.h"

#include <algorithm>
#include <array>

#include "model/utf8.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 39> block_elements = {
    "address", "article", "aside",   "blockquote", "body",   "br",     "caption", "center", "dd", "details",
    "div",     "dl",      "dt",      "figcaption", "figure", "footer", "form",    "h1",     "h2", "h3",
    "h4",      "h5",      "h6",      "header",     "hr",     "li",     "main",    "nav",    "ol", "p",
    "pre",     "section", "summary", "table",      "td",     "th",     "title",   "tr",     "ul"};

bool is_block_element(std::string_view name) {
    return std::find(block_elements.begin(), block_elements.end(), name) != block_elements.end();
}

/// The element's name in lower case, without the slash of an end tag.
std::string element_name(std::string_view tag) {
    std::string name;
    for (const char c : tag.substr(tag.size() > 1 && tag[1] == '/' ? 2 : 1)) {
        const auto byte = static_cast<unsigned char>(c);
        if (!is_ascii_alpha(byte) && !is_ascii_digit(byte)) break;
        name.push_back(is_ascii_upper(byte) ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return name;
}

}  // namespace

bool TagStripper::feed(Span range) {
    line_break_ = false;
    while (range.begin < range.end) {
        switch (state_) {
            case State::text: range.begin = feed_text(range); break;
            case State::tag: range.begin = feed_tag(range); break;
            case State::comment: range.begin = feed_comment(range); break;
            case State::raw: range.begin = feed_raw(range); break;
        }
    }
    return line_break_;
}

std::size_t TagStripper::feed_text(Span range) {
    const std::string_view rest = slice(out_.source(), range);
    std::size_t size = 0;
    while (size < rest.size() && rest[size] != '<' && rest[size] != '&' && rest[size] != '\n' && rest[size] != '\r') {
        ++size;
    }
    if (size > 0) {
        characters({range.begin, range.begin + size});
        return range.begin + size;
    }
    if (rest[0] == '<') {
        const auto next = static_cast<unsigned char>(rest.size() > 1 ? rest[1] : ' ');
        if (rest.substr(0, 4) == "<!--") {
            state_ = State::comment;
        } else if (is_ascii_alpha(next) || next == '/' || next == '!' || next == '?') {
            state_ = State::tag;
            begin_ = range.begin;
            quote_ = 0;
        } else {
            characters({range.begin, range.begin + 1});
        }
        return range.begin + 1;
    }
    if (rest[0] == '&') {
        const std::size_t reference = entity_size(rest);
        const std::string_view reading = reference == 0 ? "" : entities_.decode(rest.substr(0, reference));
        if (reading.empty()) {
            characters({range.begin, range.begin + 1});
            return range.begin + 1;
        }
        if (!out_.in_block()) out_.begin_block(paragraph_);
        out_.replaced({range.begin, range.begin + reference}, reading);
        return range.begin + reference;
    }
    if (out_.in_block()) out_.space({range.begin, range.begin + 1});
    return range.begin + 1;
}

void TagStripper::characters(Span range) {
    if (!out_.in_block()) {
        if (trimmed(slice(out_.source(), range)).empty()) return;
        out_.begin_block(paragraph_);
    }
    if (const std::string_view before = out_.block_text(); !before.empty() && before.back() == ' ') {
        while (range.begin < range.end && is_white(out_.source()[range.begin])) ++range.begin;
    }
    out_.text(range);
}

std::size_t TagStripper::feed_tag(Span range) {
    const std::string_view source = out_.source();
    for (std::size_t at = range.begin; at < range.end; ++at) {
        const char c = source[at];
        if (quote_ != 0) {
            if (c == quote_) quote_ = 0;
        } else if (c == '"' || c == '\'') {
            quote_ = c;
        } else if (c == '>') {
            state_ = State::text;
            finish_tag({begin_, at + 1});
            return at + 1;
        }
    }
    return range.end;
}

std::size_t TagStripper::feed_comment(Span range) {
    const std::size_t end = slice(out_.source(), range).find("-->");
    if (end == std::string_view::npos) return range.end;
    state_ = State::text;
    return range.begin + end + 3;
}

std::size_t TagStripper::feed_raw(Span range) {
    const std::string_view rest = slice(out_.source(), range);
    for (std::size_t at = rest.find("</"); at != std::string_view::npos; at = rest.find("</", at + 1)) {
        if (element_name(rest.substr(at)) != raw_element_) continue;
        state_ = State::text;
        return range.begin + at;
    }
    return range.end;
}

void TagStripper::finish_tag(Span range) {
    const std::string_view tag = slice(out_.source(), range);
    const std::string name = element_name(tag);
    const bool opens = tag[1] != '/';
    if (name == "br") line_break_ = true;
    if (name == "sup" && opens && out_.in_block()) out_.replaced(range, "^");  // 10<sup>15</sup> is not 1015
    if (!blocks_) return;
    if (opens && (name == "script" || name == "style")) {
        state_ = State::raw;
        raw_element_ = name;
    }
    if (is_block_element(name)) out_.end_block();
}

}  // namespace hardfacts
