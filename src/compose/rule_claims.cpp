#include "compose/rule_claims.h"

#include <algorithm>

namespace hardfacts {

RuleClaims::RuleClaims(std::span<const RuleHit> hits) {
    for (const RuleHit& hit : hits) {
        const ClaimSpec& spec = hit.rule->claim;
        if (spec.kind.empty()) continue;
        for (const std::size_t value : hit.captures[spec.value]) by_value_.try_emplace(value, &hit);
    }
}

AttributeChoice attribute_of(const RuleHit& hit, const AttributeChoice* bound) {
    const ClaimSpec& spec = hit.rule->claim;
    if (bound != nullptr && bound->kind == spec.kind && bound->attribute == spec.attribute) return *bound;
    return {spec.kind, spec.attribute, spec.direction, nullptr, {}, false};
}

std::size_t subject_of(const RuleHit& hit) {
    const std::size_t capture = hit.rule->claim.subject;
    if (capture == no_capture || hit.captures[capture].size() != 1) return no_mention;
    return hit.captures[capture].front();
}

Roles roles_of(const RuleHit& hit, const Roles& bound, const Findings& findings) {
    Roles roles;
    const ClaimSpec& spec = hit.rule->claim;
    for (const auto& [role, capture] : spec.roles) {
        for (const std::size_t mention : hit.captures[capture]) roles.emplace_back(role, mention);
    }
    const auto takes_part = [&](std::size_t mention) {
        return std::any_of(hit.captures.begin(), hit.captures.end(), [&](const auto& captured) {
            return std::any_of(captured.begin(), captured.end(), [&](std::size_t other) {
                return findings.mentions[other].entity == findings.mentions[mention].entity;
            });
        });
    };
    const auto tells = [&spec](std::string_view role) {  // also where nobody was captured for it: then nobody plays it
        return std::any_of(spec.roles.begin(), spec.roles.end(), [role](const auto& own) { return own.first == role; });
    };
    for (const auto& [role, mention] : bound) {
        if (!tells(role) && !takes_part(mention)) roles.emplace_back(role, mention);
    }
    return roles;
}

}  // namespace hardfacts
