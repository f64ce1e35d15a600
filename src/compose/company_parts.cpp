#include "compose/company_parts.h"

#include <algorithm>

#include "compose/clause_breaks.h"
#include "compose/word_list.h"

namespace hardfacts {

namespace {

/// Nothing but a particle or a space stands between.
constexpr std::size_t touching = 4;

/// `エネルギー$2,376M(9.4%)`, `DCAI $3,036M(YoY-18.3%)`: a sum with its part of the whole, or its change, in brackets.
bool is_broken_down(const AttributeQuestion& asked) {
    std::string_view rest = asked.text.substr(asked.value.span.end);
    if (!starts_with_any(rest, {"(", "（", " ("})) return false;
    constexpr std::size_t longest = 48;
    rest = rest.substr(0, std::min({rest.find(')'), rest.find("）"), longest}));
    return rest.find('%') != rest.npos && rest.find("率") == rest.npos && rest.find("margin") == rest.npos;
}

/// "DCAI $3,036M": the name of a part of a company right before a sum.
bool follows_unit(const AttributeQuestion& asked) {
    return std::any_of(asked.sentence.begin(), asked.sentence.end(), [&](const Mention& other) {
        return other.type == MentionType::company && !other.maker.empty() && other.span.end <= asked.value.span.begin &&
               asked.value.span.begin - other.span.end <= 1;
    });
}

}  // namespace

std::optional<AttributeChoice> revenue_of_part(const AttributeQuestion& asked, std::string_view direction) {
    const AttributeChoice* last = asked.before != nullptr ? asked.before : asked.block_before;
    const bool told = last != nullptr && last->attribute != "other_money";  // its profit, say
    if (asked.measure == "money" && !told && follows_unit(asked)) {
        return AttributeChoice{"money", "revenue", {}, nullptr, {}, true};
    }
    const int plain_part = asked.measure == "money" && !told && is_broken_down(asked) ? 3 : 5;
    constexpr std::size_t near = 36;
    for (const CueInContext& hit : asked.cues) {
        if (hit.cue->sort != CueSort::segment || hit.cue->weight < plain_part || hit.place != CuePlace::sentence) {
            continue;
        }
        const Span value = asked.value.span;
        if (hit.span.end > value.begin || value.begin - hit.span.end > near) continue;
        if (count_clause_breaks(asked.text, hit.span, value) != 0) continue;
        const std::string_view behind = asked.text.substr(hit.span.end);
        const bool topic = behind.starts_with("が") || behind.starts_with("は") || behind.starts_with(":") ||
                           value.begin - hit.span.end <= touching;
        if (!topic) continue;
        if (asked.measure == "money") return AttributeChoice{"money", "revenue", {}, nullptr, {}, true};
        return AttributeChoice{"ratio", "revenue", direction, nullptr, {}, true};
    }
    return std::nullopt;
}

bool is_broken_down_by_part(const AttributeChoice& attribute) {
    return attribute.attribute == "revenue" || attribute.attribute == "profit";
}

bool heads_part(const AttributeQuestion& asked) {
    return std::any_of(asked.cues.begin(), asked.cues.end(), [](const CueInContext& hit) {
        return hit.cue->sort == CueSort::segment && hit.place == CuePlace::heading;
    });
}

}  // namespace hardfacts
