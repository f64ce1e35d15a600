// Enters: the RuleHits of a document. Leaves: for each value what a claim rule knows of it: its attribute, its subject
// and its roles, which then stand in place of the binder's. Tested in tests/compose/rule_claims_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <unordered_map>

#include "compose/attribute.h"
#include "compose/roles.h"
#include "compose/rules.h"
#include "model/claim.h"

namespace hardfacts {

/// The hits of claim rules, by value; the first rule in the order of the files has the say.
class RuleClaims {
public:
    /// `hits` outlive it.
    explicit RuleClaims(std::span<const RuleHit> hits);

    /// The hit that captured `value` (in Findings::mentions) as its claim's value, or null.
    const RuleHit* of(std::size_t value) const {
        const auto found = by_value_.find(value);
        return found == by_value_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::size_t, const RuleHit*> by_value_;
};

/// What the rule says the value is; where `bound` says the same, with the words that told the binder so.
AttributeChoice attribute_of(const RuleHit& hit, const AttributeChoice* bound);

/// The one mention captured as subject; no_mention where the rule captures none: then the binder decides.
std::size_t subject_of(const RuleHit& hit);

/// The rule's roles, then those of `bound` that the rule says nothing of and whose entity plays no part in it.
Roles roles_of(const RuleHit& hit, const Roles& bound, const Findings& findings);

}  // namespace hardfacts
