// Enters: a source of Markdown. Leaves: the events that md4c would tell of it, told to a MarkdownReader.
// Tested in tests/read/markdown_blocks_test.cpp, against md4c.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/markdown_inlines.h"
#include "read/markdown_reader.h"

namespace hardfacts {

/// True where what stands in one part of a text cannot change what another is: it defines no link by reference, and
/// its lines end in \n alone.
bool divides_at_blank_lines(std::string_view body);

/// Reads headings, paragraphs, lists of items of one paragraph, and rules by itself, which took md4c seven times as
/// long, and hands everything else to md4c, up to a line behind a blank one at which nothing can still be open. Events
/// differ from md4c's in nothing that MarkdownReader sees: items are never told to hold paragraphs.
class MarkdownBlocks {
public:
    /// REQUIRES: divides_at_blank_lines(source.substr(begin)).
    MarkdownBlocks(MarkdownReader& reader, std::string_view source, std::size_t begin)
        : reader_(reader), source_(source), at_(begin), inlines_(source) {}

    void read();

private:
    struct RawLine {
        Span text;  ///< without \n
        std::size_t next;
    };
    struct Item {
        char mark;                           ///< - * + . )
        std::size_t indent;                  ///< columns in front of the mark
        std::size_t width;                   ///< from the mark to what the item holds
        bool first_may_stand;                ///< it may follow a line of text: its number is 1, or it has none
        std::size_t lines_begin, lines_end;  ///< in item_lines_
    };

    RawLine line_from(std::size_t at) const;
    bool begins_text(Span line) const;
    std::optional<MarkdownLine> content(Span text) const;
    std::optional<MarkdownLine> more_text(Span line) const;
    std::optional<Item> item_at(const RawLine& line, MarkdownLine& held) const;
    bool is_surely_no_item(Span line) const;
    bool begins_block(const RawLine& line) const;

    bool read_heading(const RawLine& line);
    bool read_rule(const RawLine& line);
    bool read_list();
    bool collect_items(std::size_t& end);
    bool add_item(const Item& item, const MarkdownLine& held, bool behind_blank);
    bool tell_items(bool told);
    bool read_paragraph();
    void read_by_md4c();
    void tell_inlines(const std::vector<MarkdownLine>& lines);

    MarkdownReader& reader_;
    std::string_view source_;
    std::size_t at_;
    MarkdownInlines inlines_;
    std::vector<MarkdownLine> lines_;
    std::vector<Item> items_;
    std::vector<MarkdownLine> item_lines_;
};

}  // namespace hardfacts
