#include "compose/sums.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

/// "the $599 Borealis 9"
bool names_priced(const AttributeQuestion& asked) {
    return std::any_of(asked.sentence.begin(), asked.sentence.end(), [&](const Mention& other) {
        const bool thing =
            other.type == MentionType::chip || other.type == MentionType::system || other.type == MentionType::product;
        return thing && other.span.begin == asked.value.span.end + 1 && asked.text[asked.value.span.end] == ' ';
    });
}

/// "a $20,000 AI accelerator"
bool prices_thing(const AttributeQuestion& asked) {
    constexpr std::array<std::string_view, 26> things = {
        "accelerator", "laptop", "laptops",  "phone",    "smartphone", "smartphones", "headset", "tablet",  "console",
        "monitor",     "camera", "keyboard", "mouse",    "speaker",    "speakers",    "watch",   "glasses", "robot",
        "drone",       "PC",     "PCs",      "computer", "card",       "board",       "device",  "chip"};
    std::string_view rest = asked.text.substr(asked.value.span.end);
    constexpr int most_words = 3;
    for (int k = 0; k < most_words && rest.starts_with(' '); ++k) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find_first_of(" ,.;:()"), rest.size());
        if (std::find(things.begin(), things.end(), rest.substr(0, end)) != things.end()) return true;
        rest.remove_prefix(end);
    }
    return false;
}

}  // namespace

bool is_huge(const Mention& value) {
    const Magnitude& magnitude = value.value->magnitude;
    const Decimal* number = magnitude.number ? &*magnitude.number : magnitude.min ? &*magnitude.min : nullptr;
    if (number == nullptr) return false;
    const std::string_view unit = value.value->unit;
    constexpr long long million = 1000000;
    const long long hundred_millions = (unit == "JPY" || unit == "KRW") ? 10000 * million : 100 * million;
    return *number >= Decimal(hundred_millions);
}

bool is_small(const Mention& value) {
    const Magnitude& magnitude = value.value->magnitude;
    const Decimal* number = magnitude.number ? &*magnitude.number : magnitude.max ? &*magnitude.max : nullptr;
    if (number == nullptr) return false;
    const std::string_view unit = value.value->unit;
    constexpr long long small = 2000, in_small_units = 200000;  // yen, won
    return *number < Decimal(unit == "JPY" || unit == "KRW" ? in_small_units : small);
}

bool is_for_large_sums(std::string_view attribute) {
    constexpr std::array<std::string_view, 9> large = {"contract_value", "acquisition_price", "funding",
                                                       "investment",     "valuation",         "market_size",
                                                       "market_cap",     "subsidy",           "revenue"};
    return std::find(large.begin(), large.end(), attribute) != large.end();
}

bool is_rate(const Mention& value) {
    const std::string_view per = value.value->per;
    return per == "month" || per == "week" || per == "hour" || per == "user" || per == "token" || per == "seat";
}

bool is_change_of_sum(const Mention& value, std::string_view text) {
    if (value.type != MentionType::money || value.span.empty()) return false;
    const char sign = text[value.span.begin];
    if (sign == '+') return true;
    if (sign != '-') return false;
    constexpr std::array<std::string_view, 9> marks = {
        "QoQ", "YoY", "から", "前年比", "前期比", "前四半期比", "前年同期比", "year over year", "quarter over quarter"};
    const std::string_view before = text.substr(0, value.span.begin);
    std::string_view behind = text.substr(value.span.end);
    while (behind.starts_with(' ')) behind.remove_prefix(1);
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return before.ends_with(mark) || (mark != "から" && behind.starts_with(mark));
    });
}

bool prices_what_follows(const AttributeQuestion& asked) { return names_priced(asked) || prices_thing(asked); }

}  // namespace hardfacts
