// Enters: rows of facts. Leaves: the sheet Facts of a workbook. Tested in tests/write/xlsx_test.cpp and
// tests/e2e/xlsx_test.py.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "write/fact_row.h"
#include "write/xlsx_book.h"

namespace hardfacts {

/// The sheet Facts: a row a fact, what is read first at the left, the other columns of a fact folded at the right.
class XlsxFacts {
public:
    /// `report`: the HTML report of the same run, as a link leads to it; empty: no column of links.
    XlsxFacts(XlsxBook& book, std::string report, const XlsxLimits& limits);

    void add(const FactRow& row);
    void finish() { sheet_.finish(); }
    std::size_t parts() const { return sheet_.parts(); }

private:
    std::string report_;
    std::vector<std::size_t> fields_;  ///< what each column shows
    XlsxSheet sheet_;
};

/// Heading and meaning of each column of the sheet, in order.
std::vector<std::pair<std::string, std::string>> xlsx_fact_columns(bool report);

}  // namespace hardfacts
