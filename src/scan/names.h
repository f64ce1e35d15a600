// Enters: folded Text and the NameTable. Leaves: entity mentions. Tested in tests/scan/names_test.cpp.
#pragma once

#include "knowledge/names.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Appends every entity mention of the text to `findings.mentions`, sorted by begin, not overlapping.
void scan_names(const Text& text, const NameTable& names, Findings& findings);

}  // namespace hardfacts
