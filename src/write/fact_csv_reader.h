// Enters: CSV or TSV as fact_csv.h writes it, or as a spreadsheet saved it. Leaves: its cells as they were.
// Tested in tests/write/fact_csv_reader_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "write/fact_row.h"

namespace hardfacts {

/// A sheet's cells, unquoted and with what guarded() did undone.
struct Sheet {
    struct Row {
        std::size_t line;                ///< of the text, from 1, where it begins
        std::vector<std::string> cells;  ///< as many as there are headings
    };
    std::vector<std::string> headings;
    std::vector<Row> rows;
};

/// Reads RFC 4180 with or without a byte order mark; the line of headings tells whether commas, semicolons or tabs
/// stand between the cells. Empty lines are passed over; cells that a row lacks at its end are empty. The string tells
/// the line and what is wrong: a quotation mark that is not closed, more cells than headings, no headings.
std::variant<Sheet, std::string> read_sheet(std::string_view text);

/// The rows of a sheet as facts, by the names of its headings: in any order, with others between them. Columns that the
/// sheet lacks are empty.
std::vector<FactRow> fact_rows(const Sheet& sheet);

}  // namespace hardfacts
