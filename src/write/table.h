// Enters: a Record. Leaves: a short table of it for a terminal. Tested in tests/write/table_test.cpp.
#pragma once

#include <string>

#include "model/record.h"
#include "write/formats.h"

namespace hardfacts {

/// Appends the document's name, title and counts, and a line for each of its best facts in the order of the text:
/// line, subject, attribute, value as written, value as read, modality. No line is wider than view.width.
void append_table(std::string& out, const Record& record, const View& view);

}  // namespace hardfacts
