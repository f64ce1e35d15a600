// Enters: a Document, its Text and Findings, the Knowledge. Leaves: Claims and RelationClaims. Tested in
// tests/compose/.
#pragma once

#include "knowledge/knowledge.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A claim for each value whose subject the sentence makes plain; the other values give none.
/// A relation for each pair of entities that a sentence states one of.
Composed compose(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge);

}  // namespace hardfacts
