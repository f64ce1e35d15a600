// Enters: JSON Lines. Leaves: one Document a line, its source the decoded string of the text field.
// Tested in tests/read/jsonl_test.cpp.
#pragma once

#include "model/input.h"
#include "read/bytes.h"
#include "read/read.h"

namespace hardfacts {

/// Reads record by record, holding one line at a time. A line that is not an object, or has no text, is told to
/// `faults` with its place; the others go on. Blank lines are passed over.
void read_jsonl(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults);

}  // namespace hardfacts
