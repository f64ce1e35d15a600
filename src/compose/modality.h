// Enters: a value and the cue words of its sentence. Leaves: how surely the sentence says it (FACTS.md section 4), the
// words that decided it, and who says so. Tested in tests/compose/modality_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "compose/context.h"
#include "knowledge/attributes.h"
#include "model/claim.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

struct Modality {
    std::string_view name = "asserted";
    Span cue;            ///< in Text::folded; empty for asserted
    ClaimSource source;  ///< empty where nobody is named
};

/// The strongest modality that a cue in reach of `value` speaks for: negated, hypothetical, planned, reported,
/// asserted.
Modality modality_of(const Mention& value, const SentenceContext& context, const Findings& findings,
                     std::string_view text);

/// Gives each relation the strongest modality that a cue inside its evidence, or straight behind it, speaks for.
void tell_modality(std::vector<RelationClaim>& relations, const Text& text, const Findings& findings,
                   const AttributeTable& table);

}  // namespace hardfacts
