// Enters: a Record. Leaves: its JSON text (FACTS.md section 6). Tested in tests/write/json_test.cpp.
#pragma once

#include <string>

#include "model/record.h"

namespace hardfacts {

/// Appends the record as one JSON object on one line, no line break behind it. The same record gives the same bytes.
void append_json(std::string& out, const Record& record);

}  // namespace hardfacts
