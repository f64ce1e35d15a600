#include "compose/modality.h"

#include <algorithm>
#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 4> strongest_first = {"negated", "hypothetical", "planned", "reported"};

bool on_its_side(const CueInContext& hit, Span value) {
    if (hit.cue->side == CueSide::near) return true;
    return hit.cue->side == CueSide::before ? hit.span.end <= value.begin : hit.span.begin >= value.begin;
}

/// "$1.90 against $1.72 expected": what is compared with an expectation is none itself.
bool is_compared(std::string_view gap) {
    for (const std::string_view word : {" vs", " versus ", " against ", " compared ", " beat", " topp", " above ",
                                        " below ", " miss", " exceed", "上回", "下回", "に対し", "を超え"}) {
        if (gap.find(word) != gap.npos) return true;
    }
    return false;
}

/// Another clause of the sentence, with a value of its own, keeps its cue to itself: "posted $4 billion, and will ...".
bool in_reach(const CueInContext& hit, const Mention& value, const SentenceContext& context, const Findings& findings,
              std::string_view text) {
    if (hit.place != CuePlace::sentence) return hit.place == CuePlace::heading;
    const Span between = hit.span.end <= value.span.begin
                             ? Span{hit.span.end, value.span.begin}
                             : Span{value.span.end, std::max(value.span.end, hit.span.begin)};
    const std::string_view gap = slice(text, between);
    const bool divided = gap.find("。") != gap.npos || gap.find("; ") != gap.npos || gap.find(", but ") != gap.npos ||
                         gap.find("一方") != gap.npos || gap.find(" while ") != gap.npos;
    if (divided || (hit.cue->attribute == "reported" && is_compared(gap))) return false;
    if (hit.span.begin < value.span.end) return true;  // a cue before governs all that follows
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& other = findings.mentions[k];
        if (is_entity(other.type) || other.type == MentionType::date || other.type == MentionType::duration) continue;
        const bool nearer = other.span.begin >= value.span.end && other.span.end <= hit.span.begin;
        if (nearer && count_clause_breaks(text, value.span, other.span) > 0) return false;
    }
    return true;
}

ClaimSource speaker_in(const SentenceContext& context, const Findings& findings) {
    for (const NameInContext& name : context.names) {
        if (name.scope != Sign::in_sentence || name.mark != Mark::speaker) continue;
        const Mention& mention = findings.mentions[name.mention];
        if (mention.type == MentionType::company || mention.type == MentionType::person) {
            return {mention.span, name.mention};
        }
    }
    return {};
}

/// A question that can be answered by yes or no, and what holds only if something else does, is not claimed.
void ask(const Mention& value, const SentenceContext& context, std::string_view text, Modality& result) {
    const std::string_view sentence = slice(text, context.span);
    std::string_view end = sentence;
    while (!end.empty() && (end.back() == ' ' || end.back() == '"' || end.back() == '*')) end.remove_suffix(1);
    const auto begins = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return sentence.starts_with(word); });
    };
    const bool english = end.ends_with('?') && begins({"Will ", "Can ", "Could ", "Is ", "Are ", "Does ", "Do ",
                                                       "Would ", "Should ", "Has ", "What if ", "Might "});
    const auto asks = [&](std::string_view word) { return sentence.find(word) != sentence.npos; };
    const bool why =
        asks("なぜ") || asks("どう") || asks("どの") || asks("何") || asks("いつ") || asks("どこ") || asks("誰");
    const bool japanese = !why && (end.ends_with("か?") || end.ends_with("か？") || end.ends_with("か。"));
    const std::size_t comma = sentence.find(", ");
    const bool condition = begins({"If ", "Even if ", "Suppose ", "Assuming "}) && comma != sentence.npos &&
                           value.span.begin < context.span.begin + comma;
    if (!english && !japanese && !condition) return;
    result.name = "hypothetical";
    result.cue = condition ? Span{context.span.begin, context.span.begin + sentence.find(' ')}
                           : Span{context.span.begin + end.size() - 1, context.span.begin + end.size()};
    while (!is_lead(text[result.cue.begin])) --result.cue.begin;
}

}  // namespace

Modality modality_of(const Mention& value, const SentenceContext& context, const Findings& findings,
                     std::string_view text) {
    Modality result;
    for (const std::string_view modality : strongest_first) {
        for (const CueInContext& hit : context.cues) {
            if (hit.cue->sort != CueSort::modality || hit.cue->attribute != modality || !on_its_side(hit, value.span))
                continue;
            if (!in_reach(hit, value, context, findings, text)) continue;
            result.name = modality;
            result.cue = hit.span;
            break;
        }
        if (result.name != "asserted") break;
    }
    if (result.name == "asserted" || result.name == "planned") ask(value, context, text, result);
    result.source = speaker_in(context, findings);
    return result;
}

}  // namespace hardfacts
