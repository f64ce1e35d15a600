#include "read/placement.h"

#include <algorithm>

namespace hardfacts {

Block Placement::here(BlockKind kind) const {
    Block block = at_margin();
    block.kind = kind;
    if (lists_.empty() || kind != BlockKind::paragraph) return block;
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 255));
    block.lead_in = lists_.back().head();
    return block;
}

Block Placement::at_margin() const {
    Block block;
    block.quoted = quotes_ > 0;
    return block;
}

Block Placement::cell(bool header) const {
    Block cell = here(BlockKind::table_cell);
    cell.header_cell = header;
    cell.table = table_;
    cell.row = row_;
    cell.column = column_;
    cell.row_heading = row_heading_;
    if (!header && column_ < header_cells_.size()) cell.column_heading = header_cells_[column_];
    return cell;
}

void Placement::enter_list() { lists_.push_back({lists_.empty() ? last_paragraph_ : lists_.back().head()}); }

void Placement::leave_list() {
    lists_.pop_back();
    interrupted();
}

void Placement::enter_table() {
    ++table_;
    row_ = 0;
    header_cells_.clear();
}

void Placement::enter_row() {
    column_ = 0;
    row_heading_ = no_block;
}

void Placement::closed(const Block& block, std::size_t index) {
    if (block.kind == BlockKind::table_cell) {
        if (block.header_cell) header_cells_.push_back(index);
        if (column_++ == 0) row_heading_ = index;
    }
    last_paragraph_ = no_block;
    if (index == no_block) return;
    if (block.kind == BlockKind::list_item && in_list() && lists_.back().item_block == no_block) {
        lists_.back().item_block = index;
    }
    if (block.kind != BlockKind::paragraph) return;
    last_paragraph_ = index;
    for (List& list : lists_) list.lead_in = index;  // inside lists a paragraph stands at the margin and opens the rest
}

}  // namespace hardfacts
