// Enters: a Document, its Text and Findings, the Knowledge. Leaves: Claims. Tested in tests/compose/.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A claim for each value whose subject the sentence makes plain; the other values give none.
std::vector<Claim> compose(const Document& document, const Text& text, const Findings& findings,
                           const Knowledge& knowledge);

}  // namespace hardfacts
