// Enters: the bytes of one input, and what the user said of it. Leaves: Documents, one after the other.
// Tested in tests/read/.
#pragma once

#include <functional>
#include <istream>

#include "model/diagnostic.h"
#include "model/document.h"
#include "model/input.h"

namespace hardfacts {

/// Takes one document; returns false to stop the reading.
using DocumentSink = std::function<bool(Document&&)>;
using DiagnosticSink = std::function<void(Diagnostic&&)>;

/// Reads every document of `in`. A document that cannot be read is told to `faults` and skipped; the others go on.
/// Total over any bytes. Memory is bounded by the largest single document, not by the length of the stream.
void read_documents(std::istream& in, const InputOptions& options, const DocumentSink& sink,
                    const DiagnosticSink& faults);

}  // namespace hardfacts
