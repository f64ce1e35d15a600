// Enters: nothing. Leaves: the kinds, attributes, roles and relations that a rule may give (FACTS.md, sections 4 and
// 5). Tested in tests/knowledge/claim_rules_test.cpp.
#pragma once

#include <string_view>

namespace hardfacts {

/// "money", "investment"
bool is_claim_attribute(std::string_view kind, std::string_view attribute);
/// "holder", "target"
bool is_claim_role(std::string_view role);
/// "partners_with"
bool is_relation_type(std::string_view type);
/// True where the relation of a to b is that of b to a.
constexpr bool is_symmetric(std::string_view relation) { return relation == "partners_with"; }

}  // namespace hardfacts
