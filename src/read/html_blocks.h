// Enters: the tree of a page, and what of it is read. Leaves: its blocks, told to a DocumentBuilder.
// Tested in tests/read/html_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/builder.h"
#include "read/entities.h"
#include "read/html_tables.h"
#include "read/html_text.h"
#include "read/html_tree.h"

namespace hardfacts {

/// A cell that reaches into the rows below.
struct HtmlColumn {
    std::uint32_t rows = 0;          ///< how many rows it still fills
    std::size_t heading = no_block;  ///< the header cell above
};
/// The data table that is open; none holds another.
struct HtmlOpenTable {
    std::uint32_t header_rows = 0;
    std::uint32_t row = 0;  ///< counts from 1
    std::uint32_t column = 0;
    std::uint32_t columns_of_cell = 1;
    std::vector<HtmlColumn> columns;
    std::size_t row_heading = no_block;
    std::uint32_t row_heading_rows = 0;
    std::size_t cell = no_block;  ///< the first block of the open cell
};

class HtmlBlocks {
public:
    HtmlBlocks(DocumentBuilder& out, const HtmlTree& tree, const std::vector<bool>& left_out, EntityDecoder& entities);

    /// Reads the element at `root`. To be called in source order.
    void read(std::uint32_t root);
    /// The text of the first heading of level 1; empty where there is none.
    const std::string& headline() const { return headline_; }

private:
    struct List {
        std::size_t lead_in;                ///< the parent item, or the paragraph that opens the list
        std::size_t item_block = no_block;  ///< the first block of the item that is open
    };
    /// An element that has something to do at its end, and what was open before it.
    struct Open {
        std::uint32_t node;
        std::size_t kinds;
        std::size_t lists;
        bool cell;
    };

    void enter(std::uint32_t at);
    void leave(const Open& element);
    void boundary(HtmlTag name);
    void enter_list();
    void enter_table(std::uint32_t at);
    void enter_row();
    void enter_cell(const HtmlNode& node);
    void leave_cell();
    bool joins_next_cell(std::uint32_t at) const;
    void enter_sup(std::uint32_t at);
    bool is_footnote(std::uint32_t at) const;
    void text(Span range, bool picture);
    void preformatted(Span range);
    void line_break(Span range);
    void settle_line_break(Span next);
    Block here() const;
    bool in(BlockKind kind) const { return !kinds_.empty() && kinds_.back() == kind; }
    void close();

    DocumentBuilder& out_;
    std::string_view source_;
    const HtmlTree& tree_;
    const std::vector<bool>& left_out_;
    EntityDecoder& entities_;
    HtmlText text_;
    std::vector<HtmlTable> tables_;
    std::size_t next_table_ = 0;  ///< of tables_
    std::vector<Open> open_;
    std::vector<BlockKind> kinds_;  ///< what text becomes: the innermost counts; a paragraph where there is none
    std::vector<List> lists_;
    std::optional<HtmlOpenTable> table_;
    bool joined_ = false;                    ///< the next cell goes on with the number of the open one
    Block cell_;                             ///< what text in the open cell becomes
    std::size_t last_paragraph_ = no_block;  ///< the block just closed, if it was a paragraph
    std::string headline_;
    std::uint32_t table_number_ = 0;
    std::uint32_t quotes_ = 0;
    std::uint32_t codes_ = 0;
    std::uint8_t heading_level_ = 1;
    std::size_t line_begin_ = 0;  ///< of the line that the last <br> began, in the open block
    std::uint32_t breaks_ = 0;    ///< <br> met since the last text
    Span break_at_;
    bool only_pictures_ = true;
};

}  // namespace hardfacts
