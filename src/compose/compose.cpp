#include "compose/compose.h"

#include <algorithm>
#include <optional>
#include <span>

#include "compose/attribute.h"
#include "compose/context.h"
#include "compose/relations.h"
#include "compose/rules.h"
#include "compose/subject.h"
#include "knowledge/attributes.h"
#include "knowledge/claim_rules.h"
#include "knowledge/names.h"

namespace hardfacts {

namespace {

Span joined(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// The shortest stretch that shows value and subject where both stand in the sentence, or in one table row.
Span evidence_of(const Mention& value, const Mention& subject, const SentenceContext& context) {
    Span evidence = value.span;
    if (context.span.contains(subject.span)) return joined(evidence, subject.span);
    if (context.row_heading && context.row_heading->end <= value.span.begin) {
        evidence = joined(evidence, *context.row_heading);
    } else {
        evidence = context.span;
    }
    return evidence;
}

/// "to acquire B in a deal valued at 5 billion" tells a price, and not the buyer's worth.
bool speaks_of_buying(const SentenceContext& context) {
    return std::any_of(context.cues.begin(), context.cues.end(),
                       [](const CueInContext& hit) { return hit.cue->attribute == "acquisition_price"; });
}

std::optional<Claim> claim_for(std::size_t index, const SentenceContext& context, const Findings& findings,
                               const AttributeTable& table, const Text& text) {
    const Mention& value = findings.mentions[index];
    const std::span<const Mention> sentence(findings.mentions.data() + context.mentions.begin,
                                            context.mentions.end - context.mentions.begin);
    const auto attribute = choose_attribute(value, sentence, context.cues, table, text.folded);
    if (!attribute) return std::nullopt;
    if (attribute->attribute == "valuation" && speaks_of_buying(context)) return std::nullopt;
    const auto subject = choose_subject(index, *attribute, context, findings, text.folded);
    if (!subject) return std::nullopt;
    Claim claim;
    claim.kind = attribute->kind;
    claim.attribute = attribute->attribute;
    claim.direction = attribute->kind == "ratio" ? attribute->direction : std::string_view{};
    claim.subject = subject->mention;
    claim.value = index;
    claim.roles = subject->roles;
    claim.rule = subject->rule;
    claim.confidence = subject->confidence;
    if (const CueInContext* cue = choose_modality(value, context.cues)) {
        claim.modality = cue->cue->attribute;
        claim.cue = cue->span;
    }
    claim.evidence = evidence_of(value, findings.mentions[subject->mention], context);
    return claim;
}

std::vector<Claim> claims_of(const Document& document, const Text& text, const Findings& findings,
                             const Knowledge& knowledge) {
    std::vector<Claim> claims;
    const AttributeTable& table = *knowledge.attributes;
    Contexts contexts(document, text, findings, table);
    std::size_t next = 0;
    for (const Sentence& sentence : findings.sentences) {
        while (next < findings.mentions.size() && findings.mentions[next].span.begin < sentence.span.begin) ++next;
        std::optional<SentenceContext> context;
        for (; next < findings.mentions.size() && findings.mentions[next].span.begin < sentence.span.end; ++next) {
            if (is_entity(findings.mentions[next].type)) continue;
            if (!context) context = contexts.of(sentence);
            if (auto claim = claim_for(next, *context, findings, table, text)) claims.push_back(std::move(*claim));
        }
    }
    return claims;
}

}  // namespace

Composed compose(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge) {
    Composed out;
    out.claims = claims_of(document, text, findings, knowledge);
    out.relations = relations_of(run_rules(text, findings, *knowledge.claim_rules), findings, knowledge.names.get());
    return out;
}

}  // namespace hardfacts
