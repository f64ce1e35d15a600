// Enters: a NameRuleTable. Leaves: the faults of its rules' own examples. Run by tests/scan/name_examples_test.cpp.
#pragma once

#include "knowledge/name_rules.h"
#include "model/diagnostic.h"

namespace hardfacts {

/// Finds names in every example, as if no gazetteer knew any: each `match` must give its name by its rule, each
/// `reject` none by its rule. One fault for each example that does not.
Diagnostics check_name_examples(const NameRuleTable& table);

}  // namespace hardfacts
