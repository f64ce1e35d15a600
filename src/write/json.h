// Enters: a Record. Leaves: its JSON text (FACTS.md section 6). Tested in tests/write/json_test.cpp.
#pragma once

#include <string>

#include "model/record.h"

namespace hardfacts {

/// Appends the record as one JSON object on one line, no line break behind it. The same record gives the same bytes.
void append_json(std::string& out, const Record& record);

/// What a fact or a relation says, as its object in the record does, but without the places where it says so: without
/// cue, evidence and occurrences. For formats that show the places in a way of their own.
void append_statement(std::string& out, const RecordFact& fact);
void append_statement(std::string& out, const RecordRelation& relation);
/// A value, as the object of a mention's.
void append_statement(std::string& out, const Value& value);

}  // namespace hardfacts
