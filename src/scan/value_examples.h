// Enters: a ValueTable. Leaves: a fault for every example of its rules that does not come out as written.
// Run by tests/scan/value_examples_test.cpp.
#pragma once

#include <string>

#include "knowledge/values.h"
#include "model/diagnostic.h"

namespace hardfacts {

/// Scans each example's text. A match example must give its value with its reading (a veto's match: no value but
/// dates); a reject example must give none by this rule (a relation's: no value with this relation; a veto's: some).
Diagnostics check_value_examples(const ValueTable& table);

/// "about 30 unit", "range 200..900 unit", "eq date": the form of `reads` in rules/values/.
std::string read_back(const Mention& mention);

}  // namespace hardfacts
