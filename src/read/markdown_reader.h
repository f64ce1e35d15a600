// Enters: the events of a Markdown parser, in order. Leaves: a Document's text, map and blocks.
// Tested in tests/read/markdown_test.cpp.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "read/builder.h"
#include "read/entities.h"
#include "read/lines.h"
#include "read/placement.h"
#include "read/tags.h"

namespace hardfacts {

/// Takes what md4c tells, or what MarkdownBlocks tells in its place: blocks and spans that open and close, and text.
class MarkdownReader {
public:
    MarkdownReader(DocumentBuilder& out, std::size_t begin) : out_(out), source_(out.source()), break_at_(begin) {}

    /// `detail`: md4c's, of headings and code.
    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size);
    /// Text without markup: as MD_TEXT_NORMAL. `plain`: no character of it can begin stray markup or an address.
    void text(Span range, bool plain);
    void line_break(bool hard);
    std::size_t first_title() const { return first_title_; }

private:
    std::optional<Span> in_source(const MD_CHAR* text, MD_SIZE size) const;
    void open_if_needed();
    void seen_text() { only_images_ = only_images_ && images_ > 0; }
    std::size_t close();
    void null_character();
    void plain_text(Span range);
    void code_text(Span range);
    void code_line_break();
    void divide();
    Span next_line_break() const;
    void leave_indented_code();

    DocumentBuilder& out_;
    std::string_view source_;
    EntityDecoder entities_;
    Placement place_;
    std::optional<TagStripper> html_;  ///< the HTML block, or the inline tags of the block that is open
    Block html_block_;                 ///< what text between the tags of an HTML block becomes
    std::vector<Span> indented_;       ///< lines of an indented code block
    std::size_t break_at_;             ///< no line break before this place is still to come
    std::size_t first_title_ = no_block;
    std::size_t embed_end_ = 0;  ///< text before this place belongs to stray markup
    std::uint32_t images_ = 0;
    bool in_html_block_ = false;
    bool in_code_block_ = false;
    bool in_indented_code_ = false;
    bool only_images_ = true;           ///< the open block holds nothing but alternative texts so far
    std::optional<Wrapping> wrapping_;  ///< of the paragraph that is open, once asked for
};

/// Has md4c read a stretch of the reader's source that is a document of its own.
void parse_markdown(MarkdownReader& reader, std::string_view text);
/// Has md4c read the words of one paragraph, whose block opens and closes elsewhere.
void parse_markdown_paragraph(MarkdownReader& reader, std::string_view text);

}  // namespace hardfacts
