// Enters: a record's JSON text, as write/json.h makes it. Leaves: the Record. Tested in
// tests/write/record_reader_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "model/record.h"

namespace hardfacts {

/// Reads one record (FACTS.md section 6, docs/record.schema.json); append_json() of it gives the same bytes again if
/// `json` came from there. Members that are not known are passed over. Else the string tells what is wrong and where
/// in the record: "facts[3].value: unit is missing". Total over any bytes.
std::variant<Record, std::string> read_record(std::string_view json);

}  // namespace hardfacts
