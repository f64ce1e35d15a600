// Enters: a Document, its Text and Findings, the Knowledge. Leaves: Claims and RelationClaims. Tested in
// tests/compose/.
#pragma once

#include <span>
#include <vector>

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

/// The same of several documents, the rules for all of them before what binds the values. REQUIRES: as many texts and
/// findings as documents, in their order.
std::vector<Composed> compose(std::span<const Document> documents, std::span<const Text> texts,
                              std::span<const Findings> findings, const Knowledge& knowledge);

}  // namespace hardfacts
