// Enters: text and decimals. Leaves: what a cell of a workbook can hold of them. Tested in
// tests/write/xlsx_text_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace hardfacts {

/// Characters that a cell holds, counted as UTF-16 does.
inline constexpr std::size_t xlsx_cell_limit = 32767;

struct XlsxText {
    std::string text;
    bool cut = false;
};

/// `raw` as the string of a cell, clean_text() on one line: line breaks become ⏎ between spaces. What looks like a
/// workbook's escape
/// (_x000A_) is escaped, so that it stays what it is. Longer text is cut and says so at its end.
XlsxText xlsx_text(std::string_view raw, std::size_t limit = xlsx_cell_limit);

/// The number that a cell shows as this decimal; nothing where it has more than the 15 significant digits of a cell, or
/// is too large or too small for one. `decimal`: of the form of Decimal::to_string().
std::optional<double> xlsx_number(std::string_view decimal);

/// The format in which a number of this unit is shown with all its decimals; a "confidence" has two or more.
std::string xlsx_number_format(std::string_view decimal, std::string_view unit);

/// A formula that leads to a fact's place in the report, "open"; empty where the address is longer than the 255
/// characters that a formula may hold. `report`: the file, as a link from the workbook leads to it.
std::string xlsx_report_link(std::string_view report, std::string_view fact);

}  // namespace hardfacts
