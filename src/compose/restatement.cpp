#include "compose/restatement.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

/// What one US dollar was worth between 2008 and 2026, a little more on either side. Source: yearly highs and lows of
/// the central banks' reference rates.
struct Worth {
    std::string_view currency;
    int low, high;  ///< in hundredths
};
constexpr std::array<Worth, 12> worths = {{{"USD", 100, 100},
                                           {"JPY", 7500, 17000},
                                           {"EUR", 60, 105},
                                           {"GBP", 48, 95},
                                           {"CNY", 590, 760},
                                           {"KRW", 95000, 160000},
                                           {"TWD", 2700, 3600},
                                           {"INR", 3900, 10000},
                                           {"CAD", 92, 150},
                                           {"AUD", 88, 170},
                                           {"CHF", 72, 125},
                                           {"SGD", 118, 155}}};

const Worth* worth_of(std::string_view currency) {
    const auto found =
        std::find_if(worths.begin(), worths.end(), [&](const Worth& row) { return row.currency == currency; });
    return found == worths.end() ? nullptr : &*found;
}

std::optional<Decimal> one_number(const Magnitude& magnitude) {
    if (magnitude.number) return *magnitude.number;
    if (magnitude.min) return *magnitude.min;
    return std::nullopt;
}

/// `（約`, ` (about `, `（＝`: nothing but an opening bracket and a word of nearness.
bool opens_bracket(std::string_view gap) {
    constexpr std::size_t longest = 32;
    if (gap.size() > longest) return false;
    while (gap.starts_with(' ')) gap.remove_prefix(1);
    for (const std::string_view noun : {"規模", "相当", "超", "以上", "強", "弱", "余り", "程度"}) {
        if (gap.starts_with(noun)) gap.remove_prefix(noun.size());
    }
    if (gap.starts_with("（"))
        gap.remove_prefix(std::string_view("（").size());
    else if (gap.starts_with('('))
        gap.remove_prefix(1);
    else
        return false;
    constexpr std::array<std::string_view, 16> words = {
        "",         "約",       "およそ", "日本円で約", "日本円で", "about ", "approximately ", "around ",
        "roughly ", "approx. ", "or ",    "~",          "≈",        "=",      "日本円で、約",   "円換算で約"};
    return std::find(words.begin(), words.end(), gap) != words.end();
}

}  // namespace

std::string quotient(const Decimal& a, const Decimal& b, int digits) {
    Decimal rest = a;
    int power = 0;
    while (!rest.is_zero() && rest >= b.scaled(power + 1)) ++power;
    while (!rest.is_zero() && rest < b.scaled(power)) --power;
    Decimal sum(0);
    for (int k = 0; k < digits && !rest.is_zero(); ++k, --power) {
        const Decimal step = b.scaled(power);
        int times = 0;
        while (!rest.is_zero() && rest >= step && times < 10) {
            rest = rest - step;
            ++times;
        }
        sum = sum + Decimal(times).scaled(power);
    }
    return sum.to_string();
}

std::optional<Restatement> restatement_of(const Mention& first, const Mention& second, std::string_view text) {
    if (second.span.begin < first.span.end || first.type != second.type) return std::nullopt;
    if (!opens_bracket(slice(text, {first.span.end, second.span.begin}))) return std::nullopt;
    if (!first.value || !second.value) return std::nullopt;
    const Value& a = *first.value;
    const Value& b = *second.value;
    if (a.unit == b.unit || a.per != b.per) return std::nullopt;
    const bool money = first.type == MentionType::money;
    if (!money && (a.base_unit.empty() || a.base_unit != b.base_unit)) return std::nullopt;
    const auto from = one_number(money ? a.magnitude : a.base);
    const auto to = one_number(money ? b.magnitude : b.base);
    if (!from || !to || *from <= Decimal(0) || *to <= Decimal(0)) return std::nullopt;
    Restatement result;
    if (!money) {
        result.plausible = *to * Decimal(100) >= *from * Decimal(90) && *to * Decimal(100) <= *from * Decimal(110);
        return result;
    }
    constexpr int rate_digits = 4;
    result.rate = quotient(*to, *from, rate_digits) + ' ' + std::string(b.unit) + '/' + std::string(a.unit);
    const Worth* own = worth_of(a.unit);
    const Worth* other = worth_of(b.unit);
    if (own != nullptr && other != nullptr) {  // to / from lies between other.low / own.high and other.high / own.low
        result.plausible = *to * Decimal(own->high) >= *from * Decimal(other->low) &&
                           *to * Decimal(own->low) <= *from * Decimal(other->high);
    }
    return result;
}

}  // namespace hardfacts
