// The cells of data tables: which column and headings a cell has, and numbers that are divided over cells.
#include <algorithm>

#include "model/utf8.h"
#include "read/html_blocks.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

bool is_cell(HtmlTag name) { return name == html::tag("td") || name == html::tag("th"); }

}  // namespace

void HtmlBlocks::enter_table(std::uint32_t at) {
    last_paragraph_ = no_block;
    while (next_table_ < tables_.size() && tables_[next_table_].node < at) ++next_table_;
    if (next_table_ == tables_.size() || !tables_[next_table_].data) return;
    ++table_number_;
    table_.emplace();
    table_->header_rows = tables_[next_table_].header_rows;
}

void HtmlBlocks::enter_row() {
    HtmlOpenTable& table = *table_;
    ++table.row;
    table.column = 0;
    for (HtmlColumn& column : table.columns) column.rows -= column.rows > 0 ? 1 : 0;
    if (table.row_heading_rows > 0) --table.row_heading_rows;
    if (table.row_heading_rows == 0) table.row_heading = no_block;
}

void HtmlBlocks::enter_cell(const HtmlNode& node) {
    HtmlOpenTable& table = *table_;
    if (out_.in_block()) text_.drop_space();  // the cell before goes on in this one
    while (table.column < table.columns.size() && table.columns[table.column].rows > 0) ++table.column;
    const std::uint32_t rows = cell_span(source_, node, "rowspan", 65534);
    table.columns_of_cell = cell_span(source_, node, "colspan", most_columns);
    const std::uint32_t end = std::min(table.column + table.columns_of_cell, most_columns);
    if (end > table.columns.size()) table.columns.resize(end);
    cell_ = Block{};
    cell_.kind = BlockKind::table_cell;
    cell_.quoted = quotes_ > 0;
    cell_.header_cell = table.row <= table.header_rows;
    cell_.table = table_number_;
    cell_.row = table.header_rows == 0 ? table.row : cell_.header_cell ? 0 : table.row - table.header_rows;
    cell_.column = table.column;
    if (table.column > 0) cell_.row_heading = table.row_heading;
    if (table.column < table.columns.size()) cell_.column_heading = table.columns[table.column].heading;
    for (std::uint32_t k = table.column; k < end; ++k) table.columns[k].rows = rows;
    if (table.column == 0) table.row_heading_rows = rows;
    table.cell = no_block;
    kinds_.push_back(BlockKind::table_cell);
}

void HtmlBlocks::leave_cell() {
    HtmlOpenTable& table = *table_;
    const std::uint32_t end =
        std::min<std::uint32_t>(table.column + table.columns_of_cell, static_cast<std::uint32_t>(table.columns.size()));
    if (cell_.header_cell && table.cell != no_block) {
        for (std::uint32_t k = table.column; k < end; ++k) table.columns[k].heading = table.cell;
    }
    if (table.column == 0) table.row_heading = table.cell;
    table.column = end;
}

/// Accountants give a currency's sign, a closing bracket and a % cells of their own: `$ | 1,250 | )`.
bool HtmlBlocks::joins_next_cell(std::uint32_t at) const {
    if (!out_.in_block() || !in(BlockKind::table_cell)) return false;
    const std::string_view so_far = trimmed(out_.block_text());
    for (const std::string_view sign : {"$", "US$", "NT$", "€", "£", "¥", "￥", "₩", "(", "$(", "$ ("}) {
        if (so_far == sign) return true;
    }
    if (so_far.empty() || !is_ascii_digit(static_cast<unsigned char>(so_far.back()))) return false;
    std::uint32_t next = tree_[at].end;
    const std::uint32_t end = std::min<std::uint32_t>(next + 4, tree_[tree_[at].parent].end);
    while (next < end && !is_cell(tree_[next].tag)) ++next;
    if (next >= end) return false;
    std::string_view written;
    for (std::uint32_t k = next; k < std::min(tree_[next].end, next + 4) && written.empty(); ++k) {
        if (tree_[k].tag == html_text) written = trimmed(slice(source_, tree_[k].range));
    }
    return written == ")" || written == "%" || written == ")%";
}

}  // namespace hardfacts
