// Enters: records. Leaves: an SQLite database that has one more run (docs/sqlite.md).
// Tested in tests/write/sqlite_test.cpp and tests/e2e/sqlite_test.py.
#pragma once

#include <memory>
#include <string>

#include "write/file_writer.h"

namespace hardfacts {

/// Writes a run into the database at target.path: all of it with finish(), nothing without. A database that stands
/// there keeps what it holds; it is made where none does. Where target.path is not target.name, it is new and nobody
/// sees it before it is finished: then it is written without a journal.
std::unique_ptr<FileWriter> open_sqlite(const FileTarget& target, std::string& fault);

}  // namespace hardfacts
