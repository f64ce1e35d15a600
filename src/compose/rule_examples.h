// Enters: a ClaimRuleTable. Leaves: the faults of its rules' own examples. Run by tests/compose/rule_examples_test.cpp.
#pragma once

#include <string_view>

#include "knowledge/claim_rules.h"
#include "model/diagnostic.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A text in which names and values are marked, «company:Alpha», «chip:Beta 9@Alpha» (made by Alpha),
/// «quantity.count:30 units», as the stages before would hand it on; folded. A mark's words are its entity's id and
/// name.
struct MarkedText {
    Text text;
    Findings findings;
};
MarkedText read_marks(std::string_view folded);

/// Runs every rule on its own examples: a `match` must give exactly what it says by that rule, a `reject` nothing by
/// it. One fault for each that does not, and for each pattern that RE2 cannot compile.
Diagnostics check_rule_examples(const ClaimRuleTable& table);

}  // namespace hardfacts
