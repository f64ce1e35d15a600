#include "compose/modality.h"

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 4> strongest_first = {"negated", "hypothetical", "planned", "reported"};

bool on_its_side(const CueInContext& hit, Span value) {
    if (hit.cue->side == CueSide::near) return true;
    return hit.cue->side == CueSide::before ? hit.span.end <= value.begin : hit.span.begin >= value.begin;
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
    if (divided) return false;
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
    result.source = speaker_in(context, findings);
    return result;
}

}  // namespace hardfacts
