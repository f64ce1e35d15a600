// Enters: a Document with its source, and where Markdown begins in it. Leaves: its text, map, blocks and code ranges.
// Tested in tests/read/markdown_test.cpp.
#pragma once

#include <cstddef>

#include "read/builder.h"

namespace hardfacts {

/// Reads CommonMark with tables, task lists, wiki links and bare web addresses. Markup, addresses, comments and HTML
/// tags are not in the text; alternative texts of images are. A line break that was meant (runs_on says no) divides
/// a paragraph or an item into blocks. Returns the index of the first heading of level 1, or no_block.
/// REQUIRES: valid UTF-8 of less than 4 GiB.
std::size_t read_markdown(DocumentBuilder& out, std::size_t begin);

/// The same, with nothing read but by md4c: what the quick way is tested against.
std::size_t read_markdown_by_md4c(DocumentBuilder& out, std::size_t begin);

}  // namespace hardfacts
