// Enters: sentences with their mentions marked (compose/marked.h). Leaves: the claims made of them, a line each.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "compose/compose.h"
#include "compose/marked.h"
#include "knowledge/attributes.h"
#include "knowledge/claim_rules.h"
#include "knowledge/name_rules.h"
#include "knowledge/names.h"
#include "knowledge/subject_weights.h"
#include "knowledge/values.h"
#include "support/root.h"

namespace hardfacts::test {

/// The project's own cue words and weights; no names and no values, which the test marks itself.
inline const Knowledge& binder_knowledge() {
    static const Knowledge loaded = [] {
        Diagnostics faults;
        Knowledge result;
        result.attributes = AttributeTable::load(HARDFACTS_ROOT, faults);
        result.subject_weights = SubjectWeights::load(HARDFACTS_ROOT, faults);
        for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
        REQUIRE(faults.empty());
        return result;
    }();
    return loaded;
}

inline std::string told_claim(const Claim& claim, const Marked& input) {
    const auto& mentions = input.findings.mentions;
    std::string out = std::string(claim.kind) + '/' + std::string(claim.attribute);
    if (!claim.direction.empty()) out += '/' + std::string(claim.direction);
    out += ' ' + (claim.subject == no_mention ? "-" : std::string(mentions[claim.subject].name)) + " = " +
           std::string(slice(input.text.folded, mentions[claim.value].span));
    if (claim.modality != "asserted") out += ' ' + std::string(claim.modality);
    for (const auto& [role, mention] : claim.roles) {
        out += ' ' + std::string(role) + '=' + std::string(mentions[mention].name);
    }
    return out;
}

/// "kind/attribute subject = value modality role=entity", divided by " | ".
inline std::string told(std::string_view written) {
    const Marked input = marked(written);
    std::string out;
    for (const Claim& claim : compose(input.document, input.text, input.findings, binder_knowledge()).claims) {
        if (!out.empty()) out += " | ";
        out += told_claim(claim, input);
    }
    return out;
}

struct ToldRow {
    const char* text;
    const char* claims;
};

}  // namespace hardfacts::test
