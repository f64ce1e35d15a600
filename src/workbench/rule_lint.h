// Enters: a Workbench. Leaves: what loads, and its examples hold, but is a mistake all the same.
// Tested in tests/workbench/rule_lint_test.cpp.
#pragma once

#include "workbench/workbench.h"

namespace hardfacts {

/// Findings, as warnings with the place in the rule's file: rules and words that can never count, two rules with one
/// pattern, words that stand in two lists, patterns whose program is too large, names of entities in rules, rejecting
/// examples that no rule could match, and shared patterns and classes that nothing uses.
Diagnostics lint_rules(const Workbench& bench);

/// Instructions of RE2 above which a pattern is told; the largest of the program's own has half as many.
inline constexpr int largest_program = 3000;

}  // namespace hardfacts
