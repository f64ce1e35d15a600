#include "compose/why_no_claim.h"

namespace hardfacts {

namespace {

/// An attribute that says only that no word tells which needs a subject that is plain by itself: read from afar, or by
/// a narrow lead, such facts were wrong three times in four.
bool says_too_little(const AttributeChoice& attribute, const SubjectChoice& subject) {
    if (attribute.signed_so) return false;
    if (!attribute.attribute.starts_with("other_") && !attribute.guessed) return false;
    const bool by_word = attribute.cue != nullptr && !attribute.cue_span.empty();
    constexpr int plain_word = 8;  // 営業利益率, "free cash flow"
    if (subject.mention == no_mention) {
        const bool figure = attribute.kind == "money" || attribute.kind == "share" || attribute.kind == "ratio";
        return !by_word || !figure || attribute.cue->weight < plain_word;
    }
    if (by_word && attribute.attribute != "other_count") return false;
    constexpr int wide = 150;
    switch (subject.scope) {
        case Sign::in_sentence: return subject.lead < wide;
        case Sign::column_heading:
        case Sign::lead_in:
        case Sign::upper_heading: return false;
        default: return true;
    }
}

/// "90% of the world's chips", `7割を占め`: that it is a part says something though nobody is named for it.
bool stands_alone(const AttributeChoice& attribute) {
    return attribute.kind == "share" && attribute.cue != nullptr && !attribute.cue_span.empty() && !attribute.inherited;
}

/// `1チップで4 PFLOPS`, `1ラックあたり`: one of what another value is told for.
bool is_divisor(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "count" || !value.value->magnitude.number || *value.value->magnitude.number != Decimal(1))
        return false;
    const std::string_view after = text.substr(value.span.end);
    return after.starts_with("で") || after.starts_with("あたり") || after.starts_with("当たり") ||
           after.starts_with("ごと") || after.starts_with("につき") || after.starts_with("に");
}

/// "$9 per 1M tokens", `入力$15（100万トークン）`: what a price is told for.
bool is_priced_amount(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "token") return false;
    std::string_view before = text.substr(0, value.span.begin);
    for (const std::string_view word : {"per ", "/", "/ ", "every "}) {
        if (before.ends_with(word)) return true;
    }
    const std::string_view after = text.substr(value.span.end);
    if (after.starts_with("あたり") || after.starts_with("当たり") || after.starts_with("につき")) return true;
    for (const std::string_view bracket : {"(", "（"}) {
        if (!before.ends_with(bracket)) continue;
        before.remove_suffix(bracket.size());
        return before.ends_with("ドル") || before.ends_with("円") ||
               (!before.empty() && before.back() >= '0' && before.back() <= '9');
    }
    return false;
}

/// "one of the top 500 supercomputers": a list of so many.
bool is_list_length(const Mention& value, std::string_view measure, std::string_view text) {
    return measure == "count" && text.substr(0, value.span.begin).ends_with(" top ");
}

/// "73.5% (±50bps)": how far another value may be off.
bool is_tolerance(const Mention& value, std::string_view text) {
    if (slice(text, value.span).starts_with("±")) return true;
    const std::string_view before = text.substr(0, value.span.begin);
    return before.ends_with("±") || before.ends_with("± ") || before.ends_with("+/- ") ||
           before.ends_with("plus or minus ") || before.ends_with("プラスマイナス");
}

/// `AやBなど4社`: counts the names in front of it, which tells nothing of any of them.
bool counts_names(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "count") return false;
    const std::string_view before = text.substr(0, value.span.begin);
    return before.ends_with("など") || before.ends_with("ら") || before.ends_with("などの") || before.ends_with("等");
}

/// "several regions", "two companies", 3つ: a handful that nothing named is counted by tells a reader nothing.
bool is_handful(const Mention& value, const AttributeChoice& attribute, std::string_view text) {
    const bool loose = attribute.attribute == "sites" || attribute.attribute == "customers" ||
                       attribute.attribute == "users" || attribute.attribute == "other_count" ||
                       (attribute.attribute == "units" && attribute.cue != nullptr);
    if (attribute.kind != "count" || !loose) return false;
    const Magnitude& magnitude = value.value->magnitude;
    constexpr int handful = 10;
    const Decimal* most = magnitude.number ? &*magnitude.number : magnitude.max ? &*magnitude.max : nullptr;
    const char first = text[value.span.begin];
    const bool in_words = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return most != nullptr && *most < Decimal(handful) && (in_words || attribute.attribute != "other_count");
}

}  // namespace

std::string_view why_no_claim(const Mention& value, std::string_view measure, std::string_view text) {
    if (is_divisor(value, measure, text)) return "one of what another value is told for";
    if (counts_names(value, measure, text)) return "counts the names in front of it";
    if (is_tolerance(value, text)) return "how far another value may be off";
    if (is_priced_amount(value, measure, text)) return "what a price is told for";
    if (is_list_length(value, measure, text)) return "the length of a list";
    return {};
}

std::string_view why_no_claim(const Mention& value, const AttributeChoice& attribute, const SubjectChoice& subject,
                              std::string_view text) {
    if (is_handful(value, attribute, text)) return "a handful of things without a name";
    if (says_too_little(attribute, subject) && !stands_alone(attribute)) {
        return "neither attribute nor subject is plain";
    }
    return {};
}

bool subject_is_doubtful(const AttributeChoice& attribute, const SubjectChoice& subject) {
    return subject.mention != no_mention && says_too_little(attribute, subject);
}

}  // namespace hardfacts
