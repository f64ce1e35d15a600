// Enters: a JSON Schema (the draft-07 words that docs/record.schema.json uses) and a value. Leaves: what is wrong with
// the value. Tested in tests/support/json_schema_test.cpp.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace hardfacts::testing {

/// One line a fault, each opening with the JSON pointer of the faulty place; empty if the value is valid. A word of the
/// schema that is not understood is a fault too, so that no part of a schema goes unchecked.
std::vector<std::string> schema_faults(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace hardfacts::testing
