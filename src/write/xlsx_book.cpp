#include "write/xlsx_book.h"

#include <locale.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "write/xlsx_text.h"

namespace hardfacts {

namespace {

/// A font of Windows and macOS that has Japanese forms of the characters; elsewhere a program takes its own.
constexpr const char* font = "Yu Gothic";
constexpr double font_size = 10;
constexpr double row_height = 16.5;

constexpr std::uint32_t ink = 0x1F2937, faint_ink = 0x6B7280, link_ink = 0x1D4ED8, heading_ground = 0x1F3A5F;

/// The same input gives the same bytes: the workbook tells no time of its making. 1 January 1980.
constexpr time_t epoch = 315532800;

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// libxlsxwriter's structures have pointers to char that it does not write to.
char* lent(const std::string& text) { return const_cast<char*>(text.c_str()); }

void set_style(lxw_format* format, XlsxStyle style) {
    format_set_font_color(format, ink);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (style) {
        case XlsxStyle::id:
            format_set_font_color(format, faint_ink);
            format_set_num_format(format, "@");  // what is typed over it stays text too
            break;
        case XlsxStyle::date:
            format_set_num_format(format, "yyyy-mm-dd");
            format_set_align(format, LXW_ALIGN_LEFT);
            break;
        case XlsxStyle::link:
            format_set_font_color(format, link_ink);
            format_set_underline(format, LXW_UNDERLINE_SINGLE);
            break;
        case XlsxStyle::number_heading: format_set_align(format, LXW_ALIGN_RIGHT); [[fallthrough]];
        case XlsxStyle::heading:
            format_set_bold(format);
            format_set_font_color(format, LXW_COLOR_WHITE);
            format_set_bg_color(format, heading_ground);
            break;
        case XlsxStyle::note_subject:
            format_set_bold(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case XlsxStyle::note:
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            break;
        case XlsxStyle::text:
        case XlsxStyle::number: break;
    }
}

XlsxStyle heading_style(const XlsxColumn& column) {
    return column.style == XlsxStyle::number ? XlsxStyle::number_heading : XlsxStyle::heading;
}

/// The day that `text` begins with, where it is one that a workbook can count. Days before 1 March 1900 are counted
/// wrongly there.
std::optional<lxw_datetime> day_of(std::string_view text) {
    if (text.size() < 10 || text[4] != '-' || text[7] != '-' || (text.size() > 10 && text[10] != 'T')) return {};
    std::array<int, 3> parts{};
    constexpr std::array<std::pair<std::size_t, std::size_t>, 3> places = {{{0, 4}, {5, 2}, {8, 2}}};
    for (std::size_t k = 0; k < parts.size(); ++k) {
        const char* begin = text.data() + places[k].first;
        const char* end = begin + places[k].second;
        if (*begin == '-' || std::from_chars(begin, end, parts[k]).ptr != end) return {};
    }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                          std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!day.ok() || parts[0] < 1901) return {};
    return lxw_datetime{parts[0], parts[1], parts[2], 0, 0, 0};
}

}  // namespace

XlsxBook::XlsxBook(const std::string& path, bool streaming) : path_(path), streaming_(streaming) {
    lxw_workbook_options options{};
    options.constant_memory = streaming ? LXW_TRUE : LXW_FALSE;
    options.use_zip64 = streaming ? LXW_TRUE : LXW_FALSE;  // a sheet of a million facts has more than 4 GB
    book_ = workbook_new_opt(path.c_str(), &options);
    if (book_ == nullptr) {
        fault_ = "no workbook can be made: out of memory";
        return;
    }
    lxw_doc_properties properties{};
    properties.title = const_cast<char*>("Facts found by hardfacts");
    properties.created = epoch;
    check(workbook_set_properties(book_, &properties));
}

XlsxBook::~XlsxBook() {
    if (book_ != nullptr) lxw_workbook_free(book_);
}

std::string XlsxBook::close() {
    if (book_ == nullptr) return fault_;
    if (!fault_.empty()) return fault_;
    // libxlsxwriter would print this fault.
    if (!std::ofstream(path_, std::ios::app)) return fault_ = std::generic_category().message(errno);
    check(workbook_close(std::exchange(book_, nullptr)));
    return fault_;
}

void XlsxBook::add_notes(const std::string& name, const XlsxNotes& notes) {
    lxw_worksheet* sheet = add_sheet(name);
    if (sheet == nullptr) return;
    check(worksheet_set_column(sheet, 0, 0, 24, style(XlsxStyle::note_subject)));
    check(worksheet_set_column(sheet, 1, 1, 110, style(XlsxStyle::note)));
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    for (std::size_t k = 0; k < notes.size(); ++k) {
        const auto& [subject, words] = notes[k];
        check(worksheet_write_string(sheet, row_number(k), 0, xlsx_text(subject).text.c_str(),
                                     style(XlsxStyle::note_subject)));
        check(worksheet_write_string(sheet, row_number(k), 1, xlsx_text(words).text.c_str(), style(XlsxStyle::note)));
    }
}

void XlsxBook::check(int error) {
    if (error != LXW_NO_ERROR && fault_.empty()) fault_ = lxw_strerror(static_cast<lxw_error>(error));
}

lxw_worksheet* XlsxBook::add_sheet(const std::string& name) {
    if (book_ == nullptr) return nullptr;
    lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
    if (sheet == nullptr && fault_.empty()) fault_ = "no sheet can be made: no room for temporary files";
    return sheet;
}

lxw_format* XlsxBook::new_format() {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, font);
    format_set_font_size(format, font_size);
    return format;
}

lxw_format* XlsxBook::style(XlsxStyle style) {
    lxw_format*& format = styles_[style];
    if (format == nullptr) set_style(format = new_format(), style);
    return format;
}

lxw_format* XlsxBook::number(const std::string& number_format) {
    lxw_format*& format = numbers_[number_format];
    if (format == nullptr) {
        set_style(format = new_format(), XlsxStyle::number);
        format_set_num_format(format, number_format.c_str());
    }
    return format;
}

lxw_format* XlsxBook::choice(const XlsxChoice& choice) {
    lxw_format* format = workbook_add_format(book_);
    format_set_bg_color(format, choice.background);
    format_set_font_color(format, choice.colour);
    return format;
}

XlsxSheet::XlsxSheet(XlsxBook& book, std::string name, std::vector<XlsxColumn> columns, const XlsxLimits& limits)
    : book_(book), name_(std::move(name)), columns_(std::move(columns)), limits_(limits) {
    open_part();
}

void XlsxSheet::open_part() {
    ++part_;
    row_ = 0;
    sheet_ = book_.add_sheet(part_ == 1 ? name_ : name_ + ' ' + std::to_string(part_));
    if (sheet_ == nullptr) return;
    worksheet_set_default_row(sheet_, row_height, LXW_FALSE);
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    book_.check(worksheet_repeat_rows(sheet_, 0, 0));
    lay_out_columns();
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        book_.check(worksheet_write_string(sheet_, 0, column_number(k), columns_[k].heading.c_str(),
                                           book_.style(heading_style(columns_[k]))));
    }
}

void XlsxSheet::lay_out_columns() {
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        const XlsxColumn& column = columns_[k];
        lxw_row_col_options options{};
        options.hidden = options.level = column.folded ? 1 : 0;
        book_.check(worksheet_set_column_opt(sheet_, column_number(k), column_number(k), column.width,
                                             book_.style(column.style), &options));
    }
    if (!columns_.empty() && columns_.back().folded) {
        lxw_row_col_options options{};
        options.collapsed = 1;  // the [+] stands above the column behind
        const lxw_col_t behind = column_number(columns_.size());
        book_.check(worksheet_set_column_opt(sheet_, behind, behind, LXW_DEF_COL_WIDTH, nullptr, &options));
    }
}

void XlsxSheet::begin_row() {
    if (row_ == limits_.rows) {
        close_part();
        open_part();
    }
    ++row_;
}

void XlsxSheet::text(std::size_t column, std::string_view raw) {
    if (raw.empty() || sheet_ == nullptr) return;
    const XlsxText cell = xlsx_text(raw);
    if (cell.cut) ++book_.cut_cells_;
    book_.check(worksheet_write_string(sheet_, row_number(row_), column_number(column), cell.text.c_str(),
                                       book_.style(columns_[column].style)));
}

void XlsxSheet::count(std::size_t column, std::size_t number) {
    if (sheet_ == nullptr) return;
    book_.check(worksheet_write_number(sheet_, row_number(row_), column_number(column), static_cast<double>(number),
                                       book_.number(xlsx_number_format("0", ""))));
}

void XlsxSheet::decimal(std::size_t column, std::string_view decimal, std::string_view unit) {
    const std::optional<double> number = xlsx_number(decimal);
    if (!number) return text(column, decimal);
    if (sheet_ == nullptr) return;
    book_.check(worksheet_write_number(sheet_, row_number(row_), column_number(column), *number,
                                       book_.number(xlsx_number_format(decimal, unit))));
}

void XlsxSheet::date(std::size_t column, std::string_view words) {
    std::optional<lxw_datetime> day = day_of(words);
    if (!day) return text(column, words);
    if (sheet_ == nullptr) return;
    book_.check(
        worksheet_write_datetime(sheet_, row_number(row_), column_number(column), &*day, book_.style(XlsxStyle::date)));
}

void XlsxSheet::link(std::size_t column, const std::string& formula) {
    if (sheet_ == nullptr) return;
    book_.check(worksheet_write_formula_str(sheet_, row_number(row_), column_number(column), formula.c_str(),
                                            book_.style(XlsxStyle::link), "open"));
}

void XlsxSheet::add_choices(std::size_t column) {
    const XlsxColumn& about = columns_[column];
    std::vector<const char*> words;
    for (const XlsxChoice& choice : about.choices) words.push_back(choice.word);
    words.push_back(nullptr);
    lxw_data_validation offered{};
    offered.validate = LXW_VALIDATION_TYPE_LIST;
    offered.value_list = const_cast<char**>(words.data());
    offered.input_title = lent(about.heading);
    offered.input_message = lent(about.help);
    const lxw_col_t at = column_number(column);
    const lxw_row_t last = row_number(std::max<std::size_t>(row_, 1));
    book_.check(worksheet_data_validation_range(sheet_, 1, at, last, at, &offered));
    for (const XlsxChoice& choice : about.choices) {
        const std::string word = '"' + std::string(choice.word) + '"';
        lxw_conditional_format coloured{};
        coloured.type = LXW_CONDITIONAL_TYPE_CELL;
        coloured.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        coloured.value_string = lent(word);
        coloured.format = book_.choice(choice);
        book_.check(worksheet_conditional_format_range(sheet_, 1, at, last, at, &coloured));
    }
}

void XlsxSheet::close_part() {
    if (sheet_ == nullptr) return;
    const lxw_col_t last_column = column_number(columns_.size() - 1);
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        if (!columns_[k].choices.empty()) add_choices(k);
    }
    if (row_ == 0) return;
    // Ids and exact values are text on purpose.
    const std::string cells = "A2:" + last_cell();
    book_.check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, cells.c_str()));
    if (book_.streaming()) {
        book_.check(worksheet_autofilter(sheet_, 0, 0, row_number(row_), last_column));
        return;
    }
    std::vector<lxw_table_column> headings(columns_.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t k = 0; k < columns_.size(); ++k) {
        headings[k].header = lent(columns_[k].heading);
        headings[k].header_format = book_.style(heading_style(columns_[k]));
        pointers.push_back(&headings[k]);
    }
    pointers.push_back(nullptr);
    const std::string name = part_ == 1 ? name_ : name_ + '_' + std::to_string(part_);
    lxw_table_options options{};
    options.name = lent(name);
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    book_.check(worksheet_add_table(sheet_, 0, 0, row_number(row_), last_column, &options));
}

/// "BM307"
std::string XlsxSheet::last_cell() const {
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> name{};
    lxw_rowcol_to_cell(name.data(), row_number(row_), column_number(columns_.size() - 1));
    return name.data();
}

void XlsxSheet::finish() { close_part(); }

PointLocale::PointLocale()
    : plain_(newlocale(LC_NUMERIC_MASK, "C", nullptr)),
      before_(plain_ == nullptr ? nullptr : uselocale(static_cast<locale_t>(plain_))) {}

PointLocale::~PointLocale() {
    if (plain_ == nullptr) return;
    uselocale(static_cast<locale_t>(before_));
    freelocale(static_cast<locale_t>(plain_));
}

}  // namespace hardfacts
