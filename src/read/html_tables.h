// Enters: the tree of a page. Leaves: which of its tables hold data, and how many of their rows are headings.
// Tested in tests/read/html_tables_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace hardfacts {

struct HtmlTable {
    std::uint32_t node;
    bool data;                  ///< rows and columns say something; else the table only lays out the page
    std::uint32_t header_rows;  ///< at its top
};

/// One row a table, in source order. Data has two rows and two columns or more, and neither headings nor other tables
/// inside. Its header is its thead, else its first rows of th alone, else a title over all columns, rows with a blank
/// corner, and a row of labels over a row of numbers.
std::vector<HtmlTable> survey_tables(std::string_view source, const HtmlTree& tree);

/// The number that the attribute `name` of a cell gives, from 1 to `most`; else 1.
std::uint32_t cell_span(std::string_view source, const HtmlNode& cell, std::string_view name, std::uint32_t most);

inline constexpr std::uint32_t most_columns = 256;

}  // namespace hardfacts
