// Enters: a claim and the sentence it stands in. Leaves: its qualifiers (FACTS.md section 4): metric, segment, market,
// scope, precision, period. Tested in tests/compose/qualifiers_test.cpp.
#pragma once

#include <string_view>

#include "compose/attribute.h"
#include "compose/context.h"
#include "model/claim.h"
#include "model/mention.h"

namespace hardfacts {

void add_qualifiers(Claim& claim, const AttributeChoice& attribute, const SentenceContext& context,
                    const Findings& findings, std::string_view text);

}  // namespace hardfacts
