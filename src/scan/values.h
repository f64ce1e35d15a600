// Enters: folded Text, the ValueTable and the entity mentions found. Leaves: value mentions.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <span>

#include "knowledge/values.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Merges every value mention into `findings.mentions`, among the entity mentions that stand there (sorted, not
/// overlapping): a number inside an entity's name is no value, a number before an entity may count it.
void scan_values(const Text& text, const ValueTable& values, Findings& findings);

}  // namespace hardfacts
