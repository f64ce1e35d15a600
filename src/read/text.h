// Enters: a Document with its source. Leaves: the same, read as Markdown, HTML or plain text.
// Tested in tests/read/read_test.cpp and tests/read/html_test.cpp.
#pragma once

#include "model/document.h"
#include "read/read.h"

namespace hardfacts {

enum class TextKind {
    markdown,
    html,
    sniffed,  ///< Markdown where the text has front matter or shows Markdown's structure, else plain paragraphs
};

struct TextOptions {
    bool all_text = false;  ///< of HTML, read what is no part of the article too
    bool checked = false;   ///< the source is known to be UTF-8
};

/// Fills text, map, blocks and info.title, published and tags (what is set of them already stays). Returns false,
/// with the reason told to `faults`, where the source is not UTF-8, empty or too large. Diagnostics have no file yet.
bool read_text(Document& document, TextKind kind, const DiagnosticSink& faults, const TextOptions& options = {});

}  // namespace hardfacts
