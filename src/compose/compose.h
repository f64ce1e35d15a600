// Enters: a Document, its Text and Findings, the Knowledge. Leaves: Claims and RelationClaims. Tested in
// tests/compose/.
#pragma once

#include "knowledge/knowledge.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/explanation.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// The claims of the document's values, in their order, and a relation for each pair of entities that a sentence states
/// one of. `decisions`, where given, gets one for every value.
Composed compose(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge,
                 std::vector<Decision>* decisions = nullptr);

}  // namespace hardfacts
