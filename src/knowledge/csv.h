// Enters: a CSV file of gazetteers/ (RFC 4180, UTF-8, a header line). Leaves: CsvTable, its cells and the place of
// each, and every fault of its form. Tested in tests/knowledge/csv_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
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
    /// Puts the rows of `upper` behind these, in place of those whose cells in the columns `keys` are the same. Columns
    /// are found by their headers: what `upper` lacks is empty in its rows; one that is not known here is a fault.
    void overlay(CsvTable upper, std::initializer_list<std::string_view> keys, Diagnostics& faults);

    /// The number of the column headed `name`.
    std::optional<std::size_t> column(std::string_view name) const;
    std::size_t rows() const { return numbers_.size(); }
    /// The text of a cell, unquoted; it lies in one of texts(). REQUIRES: row < rows() and column from column().
    std::string_view cell(std::size_t row, std::size_t column) const {
        return file_of(row).text_of(cells_[row * width_ + column]);
    }
    /// The same; empty where the file has no such column.
    std::string_view cell(std::size_t row, std::optional<std::size_t> column) const {
        return column ? cell(row, *column) : std::string_view();
    }

    /// The names of the columns, in their order.
    std::vector<std::string> header() const;

    /// An error at byte `inside` of a cell (its first character where left out).
    Diagnostic fault(std::size_t row, std::size_t column, std::string code, std::string message,
                     std::size_t inside = 0) const;

    /// The same of a column as a whole. REQUIRES: column from column().
    Diagnostic header_fault(std::size_t column, std::string code, std::string message) const {
        return fault_at(offset_of(header_[column]), std::move(code), std::move(message));
    }

    /// The name of the file the row stands in, and its number there: 0 is the row below the header.
    const std::string& file(std::size_t row) const { return file_of(row).file_; }
    std::size_t number(std::size_t row) const { return numbers_[row]; }

    /// The texts that cells view into, for those who keep cells longer than the table.
    using Texts = std::vector<std::shared_ptr<const std::string>>;
    Texts texts() const;

private:
    /// A range of the text.
    struct Cell {
        std::uint32_t begin, size;
    };
    class Parser;
    /// Rows from `first` on are those of another file.
    struct Upper;

    std::string_view text_of(Cell cell) const { return std::string_view(*text_).substr(cell.begin, cell.size); }
    std::size_t offset_of(Cell cell) const;
    Diagnostic fault_at(std::size_t offset, std::string code, std::string message) const;
    const CsvTable& file_of(std::size_t row) const { return row < own_rows_ ? *this : upper_of(row); }
    const CsvTable& upper_of(std::size_t row) const;
    template <typename Test>
    void remove_rows(Test&& test);
    void take_rows(Parser& parser, Diagnostics& faults);
    void check_header(std::initializer_list<std::string_view> required, Diagnostics& faults) const;

    std::string file_;
    std::shared_ptr<const std::string> text_;  ///< the source, then the cells whose doubled quotes were undone
    std::size_t source_size_ = 0;
    /// Of those cells: where they begin in the text, and in the source.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> undoubled_;
    mutable std::vector<std::size_t> line_begins_;  ///< in the source, of all lines; filled for the first fault
    std::vector<Cell> header_;
    std::vector<Cell> cells_;             ///< row after row
    std::vector<std::uint32_t> numbers_;  ///< of each row, in its file
    std::size_t width_ = 0;
    std::size_t own_rows_ = 0;  ///< the first rows; behind them stand those of uppers_
    std::vector<std::unique_ptr<Upper>> uppers_;
};

struct CsvTable::Upper {
    std::size_t first;
    CsvTable table;  ///< its cells were moved; it holds their text and their file
};

/// Calls each(part, offset) for the parts of a cell, outer spaces cut off.
template <typename Each>
void for_each_part(std::string_view cell, Each&& each) {
    for (std::size_t begin = 0; begin < cell.size();) {
        const std::size_t end = std::min(cell.find(';', begin), cell.size());
        std::size_t from = begin, to = end;
        while (from < to && cell[from] == ' ') ++from;
        while (to > from && cell[to - 1] == ' ') --to;
        if (from < to) each(cell.substr(from, to - from), from);
        begin = end + 1;
    }
}

/// 'text', for messages.
std::string in_quotes(std::string_view text);

}  // namespace hardfacts
