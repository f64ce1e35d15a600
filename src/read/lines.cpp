#include "read/lines.h"

#include <algorithm>
#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t narrowest_wrapped = 50;
constexpr std::size_t widest_wrapped = 110;

constexpr bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

constexpr bool writes_no_spaces(char32_t c) {
    return is_hiragana(c) || is_katakana(c) || is_han(c) || (c >= 0x3000 && c <= 0x303F) ||
           (c >= 0xFF01 && c <= 0xFF60);
}

constexpr bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

/// Stops where the width is above `enough`.
std::size_t width_of(std::string_view text, std::size_t enough = std::string_view::npos) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size() && width <= enough;) {
        const auto [c, size] = decode_at(text, at);
        width += is_wide(c) ? 2 : 1;
        at += size;
    }
    return width;
}

/// The width of what must stay together at the start of `next`: its first word, or one character of a script
/// without spaces.
std::size_t first_word_width(std::string_view next) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < next.size();) {
        const auto [c, size] = decode_at(next, at);
        if (c <= U' ') break;
        if (is_wide(c)) return width + (width == 0 ? 2 : 0);
        ++width;
        at += size;
    }
    return width;
}

std::string_view without_leading_markup(std::string_view line) {
    const std::size_t at = line.find_first_not_of(" \t*_[>`\"'");
    return at == std::string_view::npos ? std::string_view{} : line.substr(at);
}

/// A line that stands for itself: a picture, an address, a line with a mark in front.
bool begins_item(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.empty()) return true;
    if (text.substr(0, 2) == "![" || text.substr(0, 4) == "http") return true;
    const bool one_word = text.find_first_of(" \t") == std::string_view::npos;
    if (one_word && text.substr(0, text.size() - 1).find('.') != std::string_view::npos) return true;  // a site's name
    return is_one_of(decode_at(text, 0).value, U"・•●○■□◆◇▪▼▶►※★☆→⇒✓✔【〔|#＃①②③④⑤⑥⑦⑧⑨⑩");
}

/// The words after which an English line cannot be at its end.
constexpr std::array<std::string_view, 26> unfinished_words = {
    "a",   "an", "and", "are", "as",   "at",   "by",  "for", "from", "has",  "in",    "into", "is",
    "its", "of", "on",  "or",  "than", "that", "the", "to",  "was",  "were", "which", "will", "with"};

/// A line that says it is not finished: a comma, an opening bracket, a word that needs another.
bool expects_more(std::string_view before) {
    const char32_t last = decode_before(before, before.size()).value;
    if (is_one_of(last, U",、，（(「『–&/・")) return true;
    const std::string_view word = before.substr(before.find_last_of(" \t") + 1);
    return std::find(unfinished_words.begin(), unfinished_words.end(), word) != unfinished_words.end();
}

/// True for an ordinary English word in front; not for iPhone, nor for imecは.
bool begins_in_lower_case(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && is_ascii_lower(static_cast<unsigned char>(text[letters]))) ++letters;
    return letters > 0 &&
           (letters == text.size() || std::string_view(" ,.;:)'-*_").find(text[letters]) != std::string_view::npos);
}

bool has_cjk(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode_at(text, at);
        if (writes_no_spaces(c)) return true;
        at += size;
    }
    return false;
}

bool ends_sentence(char32_t last) { return is_one_of(last, U".!?。！？．｡:：;；"); }

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_white(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_white(text.back())) text.remove_suffix(1);
    return text;
}

Line line_at(std::string_view source, std::size_t at) {
    std::size_t end = at;
    while (end < source.size() && source[end] != '\n' && source[end] != '\r') ++end;
    std::size_t next = std::min(end + 1, source.size());
    if (next < source.size() && source[end] == '\r' && source[next] == '\n') ++next;
    return {{at, end}, next};
}

Span find_web_address(std::string_view source, Span range) {
    const std::string_view text = source.substr(0, range.end);
    for (std::size_t at = range.begin; (at = text.find("://", at)) != std::string_view::npos; at += 3) {
        std::size_t begin = at;
        while (begin > range.begin && is_ascii_alpha(static_cast<unsigned char>(text[begin - 1]))) --begin;
        const std::string_view scheme = text.substr(begin, at - begin);
        if (scheme != "http" && scheme != "https") continue;
        std::size_t end = at + 3;
        while (end < text.size() && text[end] > ' ' && text[end] < 0x7F &&
               std::string_view("<>\"`{}|\\^[]").find(text[end]) == std::string_view::npos) {
            ++end;
        }
        while (end > at + 3 && std::string_view(".,;:!?)'*").find(text[end - 1]) != std::string_view::npos) --end;
        return {begin, end};
    }
    return {range.end, range.end};
}

Wrapping measure_wrapping(std::string_view source, std::size_t at) {
    constexpr std::size_t enough_lines = 16;
    std::array<std::size_t, enough_lines> widths{};
    std::array<std::size_t, enough_lines> first_words{};
    std::size_t lines = 0;
    Wrapping result;
    while (at < source.size() && lines < enough_lines) {
        const Line line = line_at(source, at);
        const std::string_view text = trimmed(slice(source, line.text));
        if (text.empty()) break;
        widths[lines] = width_of(text, widest_wrapped);
        first_words[lines] = first_word_width(text) + (is_wide(decode_at(text, 0).value) ? 0 : 1);
        result.widest = std::max(result.widest, widths[lines]);
        if (result.widest > widest_wrapped) return result;
        ++lines;
        at = line.next;
    }
    std::size_t full = 0;
    for (std::size_t k = 0; k + 1 < lines; ++k) full += widths[k] + first_words[k + 1] > result.widest ? 1U : 0U;
    result.wrapped = result.widest >= narrowest_wrapped && result.widest <= widest_wrapped && full >= 2 &&
                     full * 4 >= (lines - 1) * 3;
    return result;
}

bool runs_on(std::string_view so_far, std::string_view line, std::string_view next, const Wrapping& wrapping) {
    const std::string_view before = trimmed(so_far);
    if (before.empty() || begins_item(next) || trimmed(line).substr(0, 2) == "![") return false;
    const std::string_view after = without_leading_markup(next);
    if (after.empty()) return false;
    const char32_t last = decode_before(before, before.size()).value;
    const char32_t first = decode_at(after, 0).value;
    if (begins_in_lower_case(after) && !writes_no_spaces(last) && !is_one_of(last, U".!?:")) return true;
    if (writes_no_spaces(last) && !has_cjk(after)) return false;  // the same said again in English
    if (expects_more(before)) return true;
    if (!wrapping.wrapped || (ends_sentence(last) && writes_no_spaces(last))) return false;
    const std::size_t space = is_wide(first) ? 0 : 1;
    return width_of(trimmed(line)) + space + first_word_width(trimmed(next)) > wrapping.widest;
}

bool joins_without_space(std::string_view before, std::string_view after) {
    if (before.empty() || after.empty()) return false;
    return writes_no_spaces(decode_before(before, before.size()).value) && writes_no_spaces(decode_at(after, 0).value);
}

Diagnostic fault_at(std::string_view source, std::size_t at, Diagnostic fault) {
    fault.line = 1;
    std::size_t line_begin = 0;
    for (Line line = line_at(source, 0); line.next <= at && line.next > line.text.end;
         line = line_at(source, line_begin)) {
        ++fault.line;
        line_begin = line.next;
    }
    fault.column =
        1 + static_cast<std::size_t>(std::count_if(source.begin() + static_cast<std::ptrdiff_t>(line_begin),
                                                   source.begin() + static_cast<std::ptrdiff_t>(at), is_lead));
    return fault;
}

}  // namespace hardfacts
