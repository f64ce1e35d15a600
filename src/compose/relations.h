// Enters: RuleHits of relation rules. Leaves: RelationClaims, one for each pair of entities. Tested in
// tests/compose/relations_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "compose/rules.h"
#include "knowledge/names.h"
#include "model/claim.h"
#include "model/mention.h"

namespace hardfacts {

/// A pair for every mention of the first argument with every one of the second, but none of an entity with itself or
/// where the rule asks for the maker and the gazetteers know another. Two arguments that are one list pair its members.
/// `names` may be null: then nothing is known of makers.
std::vector<RelationClaim> relations_of(std::span<const RuleHit> hits, const Findings& findings,
                                        const NameTable* names);

/// Appends what the parties of claims say of one another: who buys a company acquires it, who invests in one, or funds
/// it, invests in it, who has a contract supplies the other side. Only companies, and only claims of rules: of the
/// binder's roles a reader accepted not half as relations.
void add_relations_of(std::span<const Claim> claims, const Findings& findings, std::vector<RelationClaim>& relations);

}  // namespace hardfacts
