// Enters: columns and cells, row by row. Leaves: sheets of a workbook, as libxlsxwriter writes them.
// Tested in tests/write/xlsx_test.cpp and tests/e2e/xlsx_test.py.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace hardfacts {

enum class XlsxStyle : std::uint8_t { text, id, number, date, link, heading, number_heading, note_subject, note };

struct XlsxChoice {
    const char* word;
    std::uint32_t background, colour;  ///< 0xRRGGBB
};

struct XlsxColumn {
    std::string heading;
    double width = 12;  ///< in characters
    XlsxStyle style = XlsxStyle::text;
    bool folded = false;              ///< hidden behind the [+] above the sheet
    std::vector<XlsxChoice> choices;  ///< offered in each cell, and coloured
    std::string help;                 ///< shown beside a cell with choices
};

struct XlsxLimits {
    std::size_t rows = 1048575;      ///< of a sheet, without the headings
    std::size_t table_rows = 50000;  ///< facts that a workbook with tables holds in memory; more are streamed to it
};

/// What a line is about, in bold, and what is told of it.
using XlsxNotes = std::vector<std::pair<std::string, std::string>>;

/// A workbook that is being written. The first fault is kept, and what is written after it is vain.
class XlsxBook {
public:
    /// `streaming`: rows leave memory as they are written, and sheets have filters instead of tables.
    XlsxBook(const std::string& path, bool streaming);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    bool streaming() const { return streaming_; }
    const std::string& fault() const { return fault_; }
    std::size_t cut_cells() const { return cut_cells_; }

    /// A sheet of text.
    void add_notes(const std::string& name, const XlsxNotes& notes);

    /// Writes the file. Gives the first fault, or an empty string.
    std::string close();

private:
    friend class XlsxSheet;
    void check(int error);
    lxw_worksheet* add_sheet(const std::string& name);
    lxw_format* style(XlsxStyle style);
    lxw_format* number(const std::string& format);
    lxw_format* choice(const XlsxChoice& choice);
    lxw_format* new_format();

    std::string path_;
    lxw_workbook* book_ = nullptr;
    bool streaming_;
    std::string fault_;
    std::size_t cut_cells_ = 0;
    std::map<XlsxStyle, lxw_format*> styles_;
    std::map<std::string, lxw_format*> numbers_;
};

/// Rows under headings, continued in "NAME 2" where a sheet is full. Cells are set from left to right or in any order
/// within the row begun last.
class XlsxSheet {
public:
    XlsxSheet(XlsxBook& book, std::string name, std::vector<XlsxColumn> columns, const XlsxLimits& limits);

    void begin_row();
    /// An empty text makes no cell.
    void text(std::size_t column, std::string_view text);
    void count(std::size_t column, std::size_t number);
    /// The decimal as a number, or as text where a cell cannot hold it exactly.
    void decimal(std::size_t column, std::string_view decimal, std::string_view unit);
    /// The day that an ISO date or date-time begins with as a date, or the text where it names none.
    void date(std::size_t column, std::string_view text);
    /// `formula` shown as "open".
    void link(std::size_t column, const std::string& formula);

    /// All rows were written. Call it once.
    void finish();
    std::size_t parts() const { return part_; }

private:
    void open_part();
    void close_part();
    void lay_out_columns();
    void add_choices(std::size_t column);
    std::string last_cell() const;

    XlsxBook& book_;
    std::string name_;
    std::vector<XlsxColumn> columns_;
    XlsxLimits limits_;
    lxw_worksheet* sheet_ = nullptr;
    std::size_t part_ = 0;
    std::size_t row_ = 0;  ///< of the sheet; row 0 holds the headings
};

/// While it lives, this thread writes numbers with a point, whatever its locale: libxlsxwriter prints them.
class PointLocale {
public:
    PointLocale();
    ~PointLocale();
    PointLocale(const PointLocale&) = delete;
    PointLocale& operator=(const PointLocale&) = delete;

private:
    void* plain_;
    void* before_;
};

}  // namespace hardfacts
