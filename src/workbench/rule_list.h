// Enters: a Workbench. Leaves: every rule as its file has it, and what the loader made of it.
// Tested in tests/workbench/rule_list_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workbench/workbench.h"

namespace hardfacts {

/// A table of a rule file that has an id.
struct ListedRule {
    std::string id;
    std::string group;  ///< the folder: "values", "names", "relations", "claims"
    std::string says;   ///< its description, or what there is in its place: role and words, type and pattern
    std::string file;   ///< as faults call it
    std::size_t line = 0, column = 0;  ///< where it begins
    std::string source;                ///< its lines, the examples included
    std::size_t matches = 0, rejects = 0;
};

/// All rules of all layers that count, in the order of the files.
std::vector<ListedRule> list_rules(const Workbench& bench);

/// A rule, and what became of it: "pattern" is what is matched, types of mentions in braces; "woken by" the words
/// without which it is not tried; "program" how large RE2's automaton is.
struct ShownRule {
    ListedRule rule;
    std::vector<std::pair<std::string, std::string>> parts;
};

/// The rule of that id; nothing where none has it.
std::optional<ShownRule> show_rule(const Workbench& bench, std::string_view id);

}  // namespace hardfacts
