#include "resolve/relations.h"

#include <unordered_map>
#include <utility>

#include "knowledge/claim_terms.h"
#include "resolve/hash.h"

namespace hardfacts {

namespace {

EntityRef ref_of(std::size_t mention, const Findings& findings) {
    const Mention& m = findings.mentions[mention];
    return {std::string(m.entity), std::string(m.name), 'm' + std::to_string(mention + 1)};
}

std::string id_of(std::string_view document_id, const RelationClaim& claim, const Findings& findings) {
    std::string_view first = findings.mentions[claim.args[0]].entity;
    std::string_view second = findings.mentions[claim.args[1]].entity;
    if (is_symmetric(claim.type) && second < first) std::swap(first, second);
    return "r_" + hash_parts({document_id, claim.type, first, second}, 12);
}

}  // namespace

std::vector<RecordRelation> merge_relations(std::string_view document_id, const Findings& findings,
                                            const std::vector<RelationClaim>& claims,
                                            const std::function<Evidence(Span)>& evidence_at) {
    std::vector<RecordRelation> relations;
    std::unordered_map<std::string, std::size_t> by_id;
    for (const RelationClaim& claim : claims) {
        std::string id = id_of(document_id, claim, findings);
        Evidence evidence = evidence_at(claim.evidence);
        const auto [known, is_new] = by_id.emplace(id, relations.size());
        if (!is_new) {
            auto& occurrences = relations[known->second].occurrences;
            const bool same_words = occurrences.back().byte == evidence.span.byte;
            if (!same_words) occurrences.push_back(evidence.span);
            continue;
        }
        RecordRelation relation;
        relation.id = std::move(id);
        relation.type = claim.type;
        relation.args = {ref_of(claim.args[0], findings), ref_of(claim.args[1], findings)};
        relation.modality = claim.modality;
        if (!claim.cue.empty()) relation.cue = evidence_at(claim.cue).span;
        relation.occurrences.push_back(evidence.span);
        relation.evidence = std::move(evidence);
        relation.rule = claim.rule;
        relation.confidence = claim.confidence;
        relations.push_back(std::move(relation));
    }
    return relations;
}

}  // namespace hardfacts
