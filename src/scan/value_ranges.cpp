#include "scan/value_ranges.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "model/utf8.h"
#include "scan/number_names.h"
#include "scan/numeral_parts.h"
#include "scan/value_words.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

constexpr std::array<std::string_view, 14> range_signs = {"-",   "~",   "〜",   "–",      "から", " to ",  " - ",
                                                          " – ", " ~ ", " 〜 ", "ないし", "乃至", " and ", "—"};

/// `up 2 days to 48 days`, `fell by over 10% to 80%`: by how much, and to what.
bool told_by(std::string_view before) {
    for (const std::string_view word : {"about ", "over ", "nearly ", "almost ", "roughly ", "some ", "around ", "~"}) {
        if (before.ends_with(word)) before.remove_suffix(word.size());
    }
    for (const std::string_view word :
         {" up ",      " down ",      " by ",        " rose ",    " rises ", " fell ",   " falls ",
          " falling ", " rising ",    " grew ",      " dropped ", " drops ", " jumped ", " climbed ",
          " slipped ", " increased ", " decreased ", " gained ",  " lost ",  " surged ", " declined ",
          "(up ",      "(down ",      " soared ",    " slid "}) {
        if (before.ends_with(word)) return true;
    }
    return false;
}

/// `from 1,000 in 2024 to 5,000 units`: the number is a year.
bool is_year_told(std::string_view before, const Amount& amount) {
    const Numeral& numeral = amount.numeral;
    if (numeral.form != NumeralForm::digits || numeral.grouped || numeral.pointed || numeral.integers != 4)
        return false;
    for (const std::string_view word : {" in ", " since ", " of ", " by ", " during ", " late ", " early ", " mid-"}) {
        if (before.ends_with(word)) return true;
    }
    return false;
}

/// `grew from` tells of two values and a change, `ranges from` of one range.
bool told_change(std::string_view before) {
    constexpr std::string_view from = "from ";
    if (!before.ends_with(from)) return false;
    before.remove_suffix(from.size());
    for (const std::string_view word : {"anywhere ", "range ", "ranges ", "ranging ", "ranged ", "vary ", "varies ",
                                        "varying ", "priced ", "Anywhere ", "Ranging "}) {
        if (before.ends_with(word)) return false;
    }
    return true;
}

/// The amount at `at`, a currency symbol may stand before its numeral.
std::optional<Amount> read_second(const ValueContext& context, std::size_t at, std::size_t& end) {
    for (std::size_t place = at; place < at + 5 && place < context.text.size(); ++place) {
        const char c = context.text[place];
        if (!is_lead(c)) continue;
        if (place > at && is_letter(c) && is_letter(context.text[place - 1])) continue;
        auto second = read_amount(context, place, end);
        if (!second) continue;
        if (second->span.begin > at) return std::nullopt;
        if (entity_over(context, place) != nullptr) return std::nullopt;
        return second;
    }
    return std::nullopt;
}

/// True where the words and signs tell of two amounts, not of one range.
bool are_two(const ValueContext& context, const Amount& first, const Amount& second, std::string_view connector) {
    const std::string_view text = context.text;
    const bool bare = first.unit.empty();
    if (!bare && !second.unit.empty() && (first.unit != second.unit || first.type != second.type)) return true;
    // fell 100bps to 74.1%; 3社から1,600万件
    if (first.row != nullptr && (first.points != second.points || (first.row->counts && first.row != second.row)))
        return true;
    if (first.numeral.fraction && slice(text, first.numeral.span).find('/') != std::string_view::npos) return true;
    if (bare && is_year_told(text.substr(context.begin, first.span.begin - context.begin), first)) return true;
    // "fell by one-third to $84 billion": a range's first number has the sign before it too.
    if (bare && (second.before || follows_name(context, first))) return true;
    const Surroundings around = read_surroundings(context, first.span, first.numeral.span.end);
    if (connector == " and " && !around.between) return true;
    if (!bare && connector == " to " && told_change(text.substr(context.begin, around.begin - context.begin)))
        return true;
    const std::size_t behind = second.span.end;
    if (!bare && connector == "から") {
        const char sign = byte_at(text, second.span.begin);  // 1.3%から+39.6pt
        if (is_everyday(second) || sign == '+' || sign == '-') return true;
        if (has(text, behind, "に") || has(text, behind, "へ")) return true;
    }
    return connector == "-" && byte_at(text, behind) == '-' && is_digit(byte_at(text, behind + 1));
}

bool merge(const ValueContext& context, Amount& first, Amount& second, std::string_view connector) {
    if (!first.magnitude.number || !second.magnitude.number) return false;
    const bool symbol_first = first.before && second.unit.empty();
    if (second.unit.empty() && !symbol_first) return false;
    if (symbol_first && first.scale != 0 && second.scale == 0) return false;
    if (are_two(context, first, second, connector)) return false;
    const std::string_view before = context.text.substr(context.begin, first.span.begin - context.begin);
    Decimal low = *first.magnitude.number;
    const Decimal high = *second.magnitude.number;
    if (first.unit.empty() && second.row != nullptr) {
        Amount probe = first;
        set_unit(probe, *second.row, second.by);
        low = *probe.magnitude.number;
    }
    if (first.scale == 0 && second.scale != 0 && low.scaled(second.scale) <= high) low = low.scaled(second.scale);
    // Where a sum rose by one and to another, the second is several times the first.
    constexpr int apart = 8;
    const bool far = high >= low * Decimal(apart);
    if (low > high || (far && connector == " to " && !first.unit.empty() && told_by(before))) return false;
    Amount joined = second.unit.empty() ? first : second;
    joined.span = {first.span.begin, second.span.end};
    joined.numeral = first.numeral;
    joined.before = first.before;
    joined.assumed = first.assumed ? first.assumed : second.assumed;
    joined.magnitude = {std::nullopt, low, high};
    joined.by = "value.range";
    first = std::move(joined);
    return true;
}

}  // namespace

bool is_everyday(const Amount& amount) {
    if (amount.row == nullptr) return false;
    const std::string_view dimension = amount.row->dimension;
    return dimension == "length" || dimension == "area" || dimension == "volume" || dimension == "mass";
}

bool join_range(const ValueContext& context, Amount& first, std::size_t& end) {
    static constexpr numeral::ByteSet first_bytes(" -~\xE2\xE3\xE4");
    static constexpr numeral::ByteSet behind_space("-~ta\xE2\xE3");
    const char next = byte_at(context.text, first.span.end);
    if (!first_bytes.has(next)) return false;
    if (next == ' ' && !behind_space.has(byte_at(context.text, first.span.end + 1))) return false;
    for (const std::string_view sign : range_signs) {
        if (!has(context.text, first.span.end, sign)) continue;
        std::size_t second_end = 0;
        auto second = read_second(context, first.span.end + sign.size(), second_end);
        if (!second || is_part_of_name(context, *second)) {
            if (!second || byte_at(context.text, second->numeral.span.end) == '.') continue;
        }
        if (!merge(context, first, *second, sign)) continue;
        end = std::max(end, first.span.end);
        return true;
    }
    return false;
}

}  // namespace hardfacts
