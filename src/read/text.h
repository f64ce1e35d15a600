// Enters: a Document with its source. Leaves: the same, read as Markdown or as plain text.
// Tested in tests/read/read_test.cpp.
#pragma once

#include "model/document.h"
#include "read/read.h"

namespace hardfacts {

enum class TextKind {
    markdown,
    sniffed,  ///< Markdown where the text has front matter or shows Markdown's structure, else plain paragraphs
};

/// Fills text, map, blocks and info.title, published and tags (a title that is set already stays). Returns false,
/// with the reason told to `faults`, where the source is not UTF-8, empty or too large. Diagnostics have no file yet.
bool read_text(Document& document, TextKind kind, const DiagnosticSink& faults);

}  // namespace hardfacts
