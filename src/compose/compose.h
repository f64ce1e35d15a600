// Enters: a Document, its Text and Findings, the Knowledge. Leaves: Claims. Tested in tests/compose/.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/explanation.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// The claims of the document's values, in their order. `decisions`, where given, gets one for every value.
std::vector<Claim> compose(const Document& document, const Text& text, const Findings& findings,
                           const Knowledge& knowledge, std::vector<Decision>* decisions = nullptr);

}  // namespace hardfacts
