// Enters: a Workbench. Leaves: how the rules' own examples came out. Tested in tests/workbench/rule_tests_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "workbench/workbench.h"

namespace hardfacts {

struct RuleTests {
    std::size_t rules = 0, examples = 0;  ///< that were run
    Diagnostics faults;                   ///< one for each example that did not come out as written
};

/// Runs the examples of every rule whose id fits one of `globs` (*, ?, [a-z]); of all rules where there are none.
RuleTests test_rules(const Workbench& bench, const std::vector<std::string>& globs);

/// True where `id` fits one of `globs`, or there are none.
bool fits(const std::string& id, const std::vector<std::string>& globs);

}  // namespace hardfacts
