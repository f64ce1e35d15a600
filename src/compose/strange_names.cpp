#include "compose/strange_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_upper(char c) { return is_ascii_upper(static_cast<unsigned char>(c)); }
bool is_lower(char c) { return is_ascii_lower(static_cast<unsigned char>(c)); }
bool is_digit(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }
constexpr auto in_words = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = true;
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = true;
    return table;
}();
bool is_word(char c) { return in_words[static_cast<unsigned char>(c)]; }

/// Words with a capital that name nothing a figure could be told of.
constexpr std::array<std::string_view, 70> no_names = {
    "January",   "February", "March",     "April",     "May",      "June",      "July",     "August",   "September",
    "October",   "November", "December",  "Jan",       "Feb",      "Mar",       "Apr",      "Jun",      "Jul",
    "Aug",       "Sep",      "Sept",      "Oct",       "Nov",      "Dec",       "Monday",   "Tuesday",  "Wednesday",
    "Thursday",  "Friday",   "Saturday",  "Sunday",    "Chief",    "Executive", "Officer",  "Vice",     "President",
    "Chairman",  "Director", "Senior",    "Professor", "Inc",      "Corp",      "Ltd",      "Co",       "Mr",
    "Ms",        "Dr",       "Wall",      "Street",    "American", "Chinese",   "European", "Asian",    "Japanese",
    "Korean",    "Indian",   "Taiwanese", "German",    "French",   "British",   "Dutch",    "Internet", "Financial",
    "Operating", "Revenue",  "Sales",     "Gen",       "Data",     "Center",    "Series"};

/// How much a word looks like a name.
enum class Look : unsigned char { none, capital, strange };

/// WIZ630io, MBB1002, 7800X3D, iBuyPower, CHUWI: no word of the language is written so. Short ones are units and
/// generic shorthand (5G, 3D, GPU, USD).
Look look_of(std::string_view word) {
    constexpr std::size_t short_word = 4;
    std::size_t uppers = 0, digits = 0, humps = 0;
    for (std::size_t k = 0; k < word.size(); ++k) {
        uppers += is_upper(word[k]) ? 1 : 0;
        digits += is_digit(word[k]) ? 1 : 0;
        humps += k > 0 && is_upper(word[k]) && is_lower(word[k - 1]) ? 1 : 0;
    }
    const bool period = word.starts_with("FY") || word.starts_with("Gen") || word.starts_with("CY");
    if (uppers == 0 || period) return Look::none;
    if (word.size() > short_word && (digits > 0 ? digits < word.size() : humps > 0 || uppers == word.size())) {
        return Look::strange;
    }
    const bool plain = is_upper(word[0]) && uppers == 1 && digits == 0 && word.size() >= 3;
    if (!plain || std::find(no_names.begin(), no_names.end(), word) != no_names.end()) return Look::none;
    return Look::capital;
}

/// Calls `found(span)` for each run of letters and digits.
template <typename Found>
void for_each_word(std::string_view text, Span sentence, Found found) {
    for (std::size_t at = sentence.begin; at < sentence.end;) {
        if (!is_word(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < sentence.end && is_word(text[at])) ++at;
        found(Span{begin, at});
    }
}

/// Where most words have a capital, it tells nothing.
bool is_title_case(std::string_view text, Span sentence) {
    std::size_t words = 0, capitals = 0;
    for_each_word(text, sentence, [&](Span word) {
        if (word.size() < 4 || is_digit(text[word.begin])) return;
        ++words;
        capitals += is_upper(text[word.begin]) ? 1 : 0;
    });
    return capitals * 2 > words;
}

/// Behind a space, with small letters before it: in the middle of an English sentence.
bool stands_inside(std::string_view text, Span sentence, std::size_t at) {
    std::string_view head = slice(text, {sentence.begin, at});
    for (const std::string_view quote : {"'", "\"", "‘", "“"}) {
        if (!head.ends_with(quote)) continue;
        head.remove_suffix(quote.size());
        break;
    }
    if (!head.ends_with(' ')) return false;
    head.remove_suffix(1);
    return !head.empty() && (is_word(head.back()) || head.back() == ',' || head.back() == '\'' || head.back() == '"');
}

}  // namespace

void find_strange_names(std::string_view text, Span sentence, std::span<const Mention> mentions,
                        std::vector<Span>& out) {
    const bool capitals_tell = !is_title_case(text, sentence);
    std::size_t next = 0;
    std::size_t covered = sentence.begin;  // up to here by the mentions that begin before the word
    for_each_word(text, sentence, [&](Span word) {
        while (next < mentions.size() && mentions[next].span.begin < word.end) {
            covered = std::max(covered, mentions[next].span.end);
            ++next;
        }
        if (word.begin < covered) return;
        const Look look = look_of(slice(text, word));
        if (look == Look::none) return;
        if (look == Look::capital && !(capitals_tell && stands_inside(text, sentence, word.begin))) return;
        const bool joined = !out.empty() && out.back().end + 1 == word.begin;
        if (joined && (text[word.begin - 1] == ' ' || text[word.begin - 1] == '-')) {
            out.back().end = word.end;
        } else {
            out.push_back(word);
        }
    });
}

bool goes_on_as_strange(std::string_view text, Span name, std::span<const Span> strange) {
    constexpr std::size_t widest = 4;  // a space and an opening quotation mark
    return std::any_of(strange.begin(), strange.end(), [&](Span other) {
        if (other.begin <= name.end || other.begin - name.end > widest) return false;
        const std::string_view gap = slice(text, {name.end, other.begin});
        return gap == " " || gap == "-" || gap == " \"" || gap == " '" || gap == " ‘" || gap == " “";
    });
}

}  // namespace hardfacts
