// Enters: a Document with its source, and where plain text begins in it. Leaves: its paragraphs.
// Tested in tests/read/plain_test.cpp.
#pragma once

#include <cstddef>

#include "read/builder.h"

namespace hardfacts {

/// True if the text shows Markdown: headings, tables, links, bold, fences, or a list.
bool looks_like_markdown(std::string_view source, std::size_t begin);

/// Reads paragraphs: divided by blank lines, and by line breaks that were meant (runs_on says no).
/// Returns the index of the first line if that plainly is a title (short, no full stop, text below), or no_block.
std::size_t read_plain(DocumentBuilder& out, std::size_t begin);

}  // namespace hardfacts
