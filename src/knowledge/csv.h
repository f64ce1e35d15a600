// Enters: a CSV file of gazetteers/ (RFC 4180, UTF-8, a header line). Leaves: CsvTable, its cells and the place of
// each, and every fault of its form. Tested in tests/knowledge/csv_test.cpp.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/diagnostic.h"

namespace hardfacts {

/// A CSV file in memory. Cells may be quoted, hold commas, line breaks and doubled quotes; lines end with LF or CRLF;
/// empty lines and a BOM are passed over. Rows that do not have the header's number of cells are told and left out,
/// so every row here has all columns.
class CsvTable {
public:
    /// Reads `source`; `file` is its name in faults. A column of `required` that the header lacks is a fault.
    static CsvTable parse(std::string file, std::string source, std::initializer_list<std::string_view> required,
                          Diagnostics& faults);
    /// Reads root/relative; `relative` is the name shown in faults. A missing file is a fault and an empty table.
    static CsvTable load(const std::filesystem::path& root, std::string_view relative,
                         std::initializer_list<std::string_view> required, Diagnostics& faults);

    /// The number of the column headed `name`.
    std::optional<std::size_t> column(std::string_view name) const;
    std::size_t rows() const { return width_ == 0 ? 0 : cells_.size() / width_; }
    /// The text of a cell, unquoted. REQUIRES: row < rows() and column from column().
    std::string_view cell(std::size_t row, std::size_t column) const { return cells_[row * width_ + column].text; }
    /// The same; empty where the file has no such column.
    std::string_view cell(std::size_t row, std::optional<std::size_t> column) const {
        return column ? cell(row, *column) : std::string_view();
    }

    /// An error at byte `inside` of a cell (its first character where left out).
    Diagnostic fault(std::size_t row, std::size_t column, std::string code, std::string message,
                     std::size_t inside = 0) const;

    const std::string& file() const { return file_; }

private:
    struct Cell {
        std::string_view text;
        std::size_t offset;  ///< of the text in the source, behind an opening quote
    };
    class Parser;

    Diagnostic fault_at(std::size_t offset, std::string code, std::string message) const;
    void take_header(std::vector<Cell> cells, std::initializer_list<std::string_view> required, Diagnostics& faults);

    std::string file_;
    std::deque<std::string> arena_;  ///< the source, then cells whose doubled quotes were undone; cells view into it
    std::vector<Cell> header_;
    std::vector<Cell> cells_;  ///< row after row
    std::size_t width_ = 0;
};

/// 'text', for messages.
std::string in_quotes(std::string_view text);

}  // namespace hardfacts
