#include "read/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/utf8.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

/// The names that HTML knows without their semicolon.
constexpr std::array<std::string_view, 106> old_names = {
    "AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",   "COPY",   "Ccedil", "ETH",
    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc",  "Igrave", "Iuml",   "LT",     "Ntilde",
    "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde", "Ouml",   "QUOT",   "REG",    "THORN",  "Uacute", "Ucirc",
    "Ugrave", "Uuml",   "Yacute", "aacute", "acirc",  "acute",  "aelig",  "agrave", "amp",    "aring",  "atilde",
    "auml",   "brvbar", "ccedil", "cedil",  "cent",   "copy",   "curren", "deg",    "divide", "eacute", "ecirc",
    "egrave", "eth",    "euml",   "frac12", "frac14", "frac34", "gt",     "iacute", "icirc",  "iexcl",  "igrave",
    "iquest", "iuml",   "laquo",  "lt",     "macr",   "micro",  "middot", "nbsp",   "not",    "ntilde", "oacute",
    "ocirc",  "ograve", "ordf",   "ordm",   "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",
    "raquo",  "reg",    "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times",  "uacute",
    "ucirc",  "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml"};

/// What &#128; and its followers mean: writers took windows-1252 for Unicode. Empty where that has no character.
constexpr std::array<std::string_view, 32> windows_characters = {"€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š",
                                                                 "‹", "Œ", "",  "Ž", "",  "",  "‘", "’", "“", "”", "•",
                                                                 "–", "—", "˜", "™", "š", "›", "œ", "",  "ž", "Ÿ"};

constexpr bool is_plain(char c) { return c != '&' && c != '\0' && !is_white(c); }

HtmlReference number_at(std::string_view text, EntityDecoder& entities) {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::size_t digits = hex ? 3 : 2;
    std::uint32_t number = 0;
    const char* const from = text.data() + std::min(digits, text.size());
    const auto [end, fault] = std::from_chars(from, text.data() + text.size(), number, hex ? 16 : 10);
    if (end == from) return {};
    const auto size = static_cast<std::size_t>(end - text.data());
    const std::size_t semicolon = size < text.size() && text[size] == ';' ? 1 : 0;
    if (fault == std::errc{} && number >= 0x80 && number < 0xA0 && !windows_characters[number - 0x80].empty()) {
        return {size + semicolon, windows_characters[number - 0x80]};
    }
    const std::size_t leading = text.substr(0, size).find_first_not_of('0', digits);
    if (fault != std::errc{} || leading == std::string_view::npos) return {size + semicolon, "\xEF\xBF\xBD"};
    std::string written(hex ? "&#x" : "&#");
    written.append(text.substr(leading, size - leading)).push_back(';');
    return {size + semicolon, entities.decode(written)};
}

HtmlReference old_name_at(std::string_view text, EntityDecoder& entities) {
    std::string_view longest;
    for (const std::string_view name : old_names) {
        if (name.size() > longest.size() && text.substr(1, name.size()) == name) longest = name;
    }
    if (longest.empty()) return {};
    return {1 + longest.size(), entities.decode('&' + std::string(longest) + ';')};
}

}  // namespace

HtmlReference html_reference(std::string_view text, EntityDecoder& entities) {
    if (text.size() < 3) return {};
    if (text[1] == '#') return number_at(text, entities);
    if (!is_ascii_alpha(static_cast<unsigned char>(text[1]))) return {};
    if (const std::size_t size = entity_size(text); size > 0) {
        if (const std::string_view reading = entities.decode(text.substr(0, size)); !reading.empty()) {
            return {size, reading};
        }
    }
    return old_name_at(text, entities);
}

bool is_visible(std::string_view text, EntityDecoder& entities) {
    constexpr std::array<std::string_view, 4> blank = {"\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B", "\xC2\xAD"};
    const auto blank_at = [&](std::string_view rest) -> std::size_t {
        for (const std::string_view character : blank) {
            if (rest.substr(0, character.size()) == character) return character.size();
        }
        return 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        if (is_white(text[at]) || text[at] == '\0') {
            ++at;
        } else if (text[at] == '&') {
            const HtmlReference reference = html_reference(text.substr(at), entities);
            const bool empty = reference.size > 0 && (trimmed(reference.reading).empty() ||
                                                      blank_at(reference.reading) == reference.reading.size());
            if (!empty) return true;
            at += reference.size;
        } else {
            const std::size_t size = blank_at(text.substr(at));
            if (size == 0) return true;
            at += size;
        }
    }
    return false;
}

std::string html_value(std::string_view value, EntityDecoder& entities) {
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        HtmlReference read{1, value.substr(at, 1)};
        if (value[at] == '&') {
            read = html_reference(value.substr(at), entities);
            if (read.size == 0) read = {1, "&"};
        }
        at += read.size;
        if (trimmed(read.reading).empty() || read.reading == "\xC2\xA0" || read.reading == std::string_view("\0", 1)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += read.reading;
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

void HtmlText::end_block() {
    drop_space();
    code_on_ = false;
}

void HtmlText::drop_space() {
    space_ = {};
    space_wanted_ = line_break_ = false;
}

void HtmlText::space(Span range) {
    if (space_due()) return;
    space_ = range;
    space_wanted_ = true;
}

/// Puts down the space that is due before the character at `at`, and begins or ends code.
void HtmlText::flush(std::size_t at) {
    if (code_on_ && !code_wanted_) out_.end_code();
    const std::string_view so_far = out_.block_text();
    if (space_due() && !so_far.empty() && so_far.back() != ' ') {
        const std::string_view source = out_.source();
        if (slice(source, space_) == " ") {
            out_.verbatim(space_);
        } else if (!line_break_ || !joins_without_space(so_far, source.substr(at))) {
            out_.space(space_);
        }
    }
    drop_space();
    if (code_wanted_ && !code_on_) out_.begin_code();
    code_on_ = code_wanted_;
}

/// The end of the characters from `at` on that can be copied as they are; single spaces between words are among them.
std::size_t HtmlText::plain_run(std::size_t at, std::size_t end) const {
    const std::string_view source = out_.source();
    while (at < end) {
        if (!is_plain(source[at]) && (source[at] != ' ' || at + 1 == end || !is_plain(source[at + 1]))) break;
        ++at;
    }
    return at;
}

void HtmlText::append(Span range) {
    const std::string_view source = out_.source();
    Span address = find_web_address(source, range);
    for (std::size_t at = range.begin; at < range.end;) {
        const char c = source[at];
        if (at == address.begin) {
            at = address.end;
            address = find_web_address(source, {at, range.end});
        } else if (c == '\0') {
            ++at;
        } else if (is_white(c)) {
            const std::size_t from = at;
            while (at < range.end && is_white(source[at])) {
                line_break_ = line_break_ || source[at] == '\n' || source[at] == '\r';
                ++at;
            }
            if (!space_due()) space_ = {from, at};
        } else if (const HtmlReference reference =
                       c == '&' ? html_reference(source.substr(at, range.end - at), entities_) : HtmlReference{};
                   reference.size > 0) {
            const Span written{at, at + reference.size};
            if (trimmed(reference.reading).empty()) {
                if (!space_due()) space_ = written;
            } else {
                flush(at);
                out_.replaced(written, reference.reading);
            }
            at = written.end;
        } else {
            flush(at);
            const std::size_t end = plain_run(at + 1, std::min(address.begin, range.end));
            out_.verbatim({at, end});
            at = end;
        }
    }
}

void HtmlText::append_preformatted(Span range) {
    const std::string_view source = out_.source();
    for (std::size_t at = range.begin; at < range.end;) {
        const std::size_t special = std::min(source.find_first_of(std::string_view("&\r\0", 3), at), range.end);
        if (special > at) {
            out_.verbatim({at, special});
            at = special;
            continue;
        }
        std::size_t size = 1;
        std::string_view reading;
        if (source[at] == '\r') {
            size = at + 1 < range.end && source[at + 1] == '\n' ? 2 : 1;
            reading = "\n";
        } else if (source[at] == '&') {
            const HtmlReference reference = html_reference(source.substr(at, range.end - at), entities_);
            size = std::max<std::size_t>(reference.size, 1);
            reading = reference.size > 0 ? reference.reading : "&";
        }
        if (!reading.empty() && !(out_.block_text().empty() && trimmed(reading).empty())) {
            out_.replaced({at, at + size}, reading);
        }
        at += size;
    }
}

}  // namespace hardfacts
