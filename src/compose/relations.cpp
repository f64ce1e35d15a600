#include "compose/relations.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace hardfacts {

namespace {

/// True where one of two ids is the other's, or belongs to it.
bool same_group(std::string_view a, std::string_view b, const NameTable& names) {
    if (a == b) return true;
    const std::uint32_t first = names.find(a), second = names.find(b);
    if (first == no_entity || second == no_entity) return false;
    return names.belongs_to(first, second) || names.belongs_to(second, first);
}

/// A standard, a number format and the like is nobody's product, and uses nothing itself.
bool is_norm(const Mention& mention) {
    constexpr std::string_view kinds[] = {"standard", "interconnect", "benchmark"};
    return mention.maker.empty() && std::find(std::begin(kinds), std::end(kinds), mention.kind) != std::end(kinds);
}

bool maker_agrees(const Mention& maker, const Mention& made, MakerCheck check, const NameTable* names) {
    if (check == MakerCheck::none) return true;
    if (made.maker.empty()) return check != MakerCheck::must_agree && !is_norm(made);
    const bool agrees =
        maker.entity == made.maker || (names != nullptr && same_group(maker.entity, made.maker, *names));
    return agrees != (check == MakerCheck::must_differ);
}

}  // namespace

std::vector<RelationClaim> relations_of(std::span<const RuleHit> hits, const Findings& findings,
                                        const NameTable* names) {
    std::vector<RelationClaim> relations;
    for (const RuleHit& hit : hits) {
        const RelationSpec& spec = hit.rule->relation;
        if (spec.type.empty()) continue;
        const auto& left = hit.captures[spec.args[0]];
        const auto& right = hit.captures[spec.args[1]];
        const bool one_list = spec.args[0] == spec.args[1];
        for (std::size_t a = 0; a < left.size(); ++a) {
            for (std::size_t b = one_list ? a + 1 : 0; b < right.size(); ++b) {
                const Mention& first = findings.mentions[left[a]];
                const Mention& second = findings.mentions[right[b]];
                if (first.entity == second.entity || is_norm(first)) continue;
                if (!maker_agrees(first, second, spec.maker, names)) continue;
                RelationClaim relation;
                relation.type = spec.type;
                relation.args = {left[a], right[b]};
                relation.evidence = hit.span;
                relation.rule = hit.rule->id;
                relation.confidence = hit.rule->confidence;
                relations.push_back(relation);
            }
        }
    }
    return relations;
}

namespace {

struct Party {
    std::string_view attribute, role, relation;
    bool subject_first;  ///< the claim's subject is the relation's first argument
};

constexpr Party parties[] = {{"acquisition_price", "buyer", "acquires", false},
                             {"investment", "target", "invests_in", true},
                             {"funding", "investor", "invests_in", false},
                             {"contract_value", "counterparty", "supplies", true}};

}  // namespace

void add_relations_of(std::span<const Claim> claims, const Findings& findings, std::vector<RelationClaim>& relations) {
    const auto is_company = [&](std::size_t mention) {
        return findings.mentions[mention].type == MentionType::company;
    };
    for (const Claim& claim : claims) {
        const bool by_rule = !claim.rule.starts_with("binder.");
        if (!by_rule || claim.subject == no_mention || !is_company(claim.subject)) continue;
        if (claim.modality == "negated" || claim.modality == "hypothetical") continue;
        for (const auto& [role, mention] : claim.roles) {
            const auto party = std::find_if(std::begin(parties), std::end(parties), [&, name = role](const Party& row) {
                return row.attribute == claim.attribute && row.role == name;
            });
            if (party == std::end(parties) || !is_company(mention)) continue;
            if (findings.mentions[mention].entity == findings.mentions[claim.subject].entity) continue;
            RelationClaim relation;
            relation.type = party->relation;
            relation.args = {party->subject_first ? claim.subject : mention,
                             party->subject_first ? mention : claim.subject};
            relation.modality = claim.modality;
            relation.cue = claim.cue;
            relation.evidence = claim.evidence;
            relation.rule = "relation.of_claim";
            relation.confidence = claim.confidence;
            relations.push_back(relation);
        }
    }
}

}  // namespace hardfacts
