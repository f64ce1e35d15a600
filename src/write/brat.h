// Enters: records and their sources. Leaves: a tar archive of brat's standoff files (docs/outputs.md).
// Tested in tests/write/brat_test.cpp and tests/e2e/annotations_test.py.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "model/record.h"
#include "write/file_writer.h"
#include "write/plain_source.h"

namespace hardfacts {

/// Appends the lines of a document's .ann: offsets count code points of source.text(), the document's .txt.
void append_brat(std::string& out, const Record& record, const PlainSource& source);

/// `name` with _ for what brat allows in no name of a type.
std::string brat_type(std::string_view name);

/// A path for the files of the document `id` inside the archive, without extension: relative, and with none of the
/// characters that some file system refuses.
std::string brat_path(std::string_view id);

/// Writes the archive, compressed where target.name ends with gz. A document without a source is left out. The same
/// records give the same bytes.
std::unique_ptr<FileWriter> open_brat(const FileTarget& target, std::string& fault);

}  // namespace hardfacts
