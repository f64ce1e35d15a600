// Enters: one JSON record and the dotted paths wanted of it. Leaves: the strings and numbers at those paths.
// Tested in tests/read/json_fields_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hardfacts {

/// A wanted field: `path` is keys and list positions joined with dots (`article.body`, `items.0.text`).
struct JsonField {
    std::string_view path;
    std::optional<std::string> text;  ///< found: the string, or a number as it is written
    std::string_view type;            ///< found: "string", "number", "boolean", "null", "object", "list"
};

struct JsonFault {
    std::size_t at;  ///< byte in the record
    std::string message;
};

/// Fills `fields` from `record`, keeping nothing else of it. Returns what makes it no JSON object.
std::optional<JsonFault> read_fields(std::string_view record, std::vector<JsonField>& fields);

}  // namespace hardfacts
