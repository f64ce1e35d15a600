// Enters: folded Text and the Knowledge. Leaves: Findings: entity mentions, values, sentences.
// Tested in tests/scan/.
#pragma once

#include "knowledge/knowledge.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Finds every mention. Entity mentions never overlap one another, value mentions never overlap one another; an
/// entity may stand inside a value (FP8 in `362 FP8 PFLOPs`), never a value inside an entity.
Findings scan(const Text& text, const Knowledge& knowledge);

}  // namespace hardfacts
