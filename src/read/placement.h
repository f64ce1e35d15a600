// Enters: lists, quotations, tables and their cells as they open and close. Leaves: Blocks that know where they stand.
// Tested in tests/read/markdown_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace hardfacts {

/// Where in the tree of a document the next block stands.
class Placement {
public:
    /// A block of `kind` that begins here; a paragraph inside a list is a list item.
    Block here(BlockKind kind) const;
    /// A paragraph that stands outside of the lists that are open.
    Block at_margin() const;
    /// The next cell of the row that is open.
    Block cell(bool header) const;

    void enter_quote() { ++quotes_; }
    void leave_quote() { --quotes_; }
    void enter_list();
    void leave_list();
    void enter_item() { lists_.back().item_block = no_block; }
    void enter_table();
    void enter_row();
    void leave_row() { ++row_; }
    bool in_list() const { return !lists_.empty(); }

    /// To be told of every block that was closed, with its index.
    void closed(const Block& block, std::size_t index);
    /// Something that is no block stands here (a rule, the end of a table): the paragraph above opens no list.
    void interrupted() { last_paragraph_ = no_block; }

private:
    struct List {
        std::size_t lead_in;                ///< the parent item, or the paragraph that opens the list
        std::size_t item_block = no_block;  ///< the first block of the item that is open
        std::size_t head() const { return item_block != no_block ? item_block : lead_in; }
    };

    std::vector<List> lists_;
    std::vector<std::size_t> header_cells_;
    std::size_t last_paragraph_ = no_block;  ///< the block closed last, if it was a paragraph
    std::size_t row_heading_ = no_block;
    std::uint32_t table_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t quotes_ = 0;
};

}  // namespace hardfacts
