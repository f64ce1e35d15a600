// Enters: a workbook's file. Leaves: whether all of it is there. Tested in tests/write/xlsx_check_test.cpp.
#pragma once

#include <string>

namespace hardfacts {

/// libxlsxwriter does not look whether its temporary files could be written: where there was no room for them, a sheet
/// breaks off and nothing is said. So the file is read again, and each part of it has to end with the element that it
/// begins with. Empty if it does, else what is wrong and what to do.
std::string xlsx_fault(const std::string& path);

}  // namespace hardfacts
