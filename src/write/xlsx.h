// Enters: Records. Leaves: a workbook with the sheets Facts, Entities, Documents and About. docs/outputs.md shows it.
// Tested in tests/write/xlsx_test.cpp and, read back by other programs, in tests/e2e/xlsx_test.py.
#pragma once

#include <memory>
#include <string>

#include "write/file_writer.h"
#include "write/xlsx_book.h"

namespace hardfacts {

/// Memory grows with the documents and entities, and with the facts up to limits.table_rows of them. Never nullptr.
std::unique_ptr<FileWriter> open_xlsx(const FileTarget& target, const XlsxLimits& limits);
std::unique_ptr<FileWriter> open_xlsx(const FileTarget& target, std::string& fault);

}  // namespace hardfacts
