// Enters: a Workbench. Leaves: names, units and evidence that load and are a mistake all the same.
// Tested in tests/workbench/gazetteer_lint_test.cpp.
#pragma once

#include "workbench/workbench.h"

namespace hardfacts {

/// Findings, as warnings with the place in the file:
///   lint.shadowed     a surface that counts always is read as something else, or not at all
///   lint.undecided    two entities of one type claim a surface with marks, and nothing can tell which is meant
///   lint.common_word  a surface that is also an ordinary word counts without evidence
///   lint.unit         a form of a unit is read as something else
///   lint.evidence     a text proves and disproves the same type at the same side
Diagnostics lint_gazetteers(const Workbench& bench);

}  // namespace hardfacts
