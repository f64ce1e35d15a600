// Enters: a Document with its source, and where HTML begins in it. Leaves: its text, map, blocks and code ranges, and
// what the page says of itself. Tested in tests/read/html_test.cpp.
#pragma once

#include <cstddef>

#include "model/document.h"
#include "read/builder.h"

namespace hardfacts {

/// Reads a page or a fragment of HTML as browsers do. What of a page is its article: html_article.h. Paragraphs,
/// headings, list items, cells, captions and preformatted text are blocks; a <br> that was meant (runs_on says no)
/// divides them. Alternative texts of images are read, the readings of ruby are not. Spans ascend: text stays where it
/// is written, also where browsers move it. Linear in the size of the source.
/// Sets title, published and tags of `info` where the page tells them; the title is the first heading of level 1 where
/// it tells none. REQUIRES: valid UTF-8 of less than 4 GiB.
void read_html(DocumentBuilder& out, std::size_t begin, bool all_text, DocumentInfo& info);

}  // namespace hardfacts
