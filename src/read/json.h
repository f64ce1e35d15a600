// Enters: a JSON file: a list of records, or one. Leaves: a Document a record. Tested in tests/read/json_test.cpp.
#pragma once

#include "model/input.h"
#include "read/bytes.h"
#include "read/read.h"

namespace hardfacts {

/// Reads a list of objects, object by object, holding one at a time; one object is one record; objects one behind
/// the other (JSON Lines, or laid out over several lines) are read too. A record that is no object or has no text is
/// told to `faults` with its place; the others go on.
void read_json(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults);

}  // namespace hardfacts
