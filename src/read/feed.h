// Enters: a feed (RSS, Atom, RDF). Leaves: a Document for each of its items, as soon as the item has ended.
// Tested in tests/read/feed_test.cpp.
#pragma once

#include "read/bytes.h"
#include "read/read.h"

namespace hardfacts {

/// The source of an item's document is its fullest text: content:encoded, content, description, summary, in that
/// order; the title of an item that has no other text. Texts that show tags or references are read as HTML. A fault in
/// the XML ends the reading; the items before it stay.
void read_feed(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults);

}  // namespace hardfacts
