// Enters: stretches of a source, in order, as a format's reader meets them. Leaves: a Document's text, map and blocks.
// Tested in tests/read/builder_test.cpp and through every reader.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "model/document.h"

namespace hardfacts {

/// Writes Document::text, ::map, ::blocks and ::code append-only. Between begin_block and end_block come the block's
/// characters, each call's source range at or behind the one before it. White space at a block's ends is left out;
/// a block that stays empty vanishes.
class DocumentBuilder {
public:
    /// REQUIRES: document.source is set and stays as it is while this builder lives.
    explicit DocumentBuilder(Document& document);

    /// Opens a block; one that is open is closed first.
    void begin_block(const Block& block);
    /// Appends source[range] as it is, web addresses left out.
    void text(Span range);
    /// Appends source[range] as it is.
    void verbatim(Span range);
    /// Appends `reading`, which stands for source[range].
    void replaced(Span range, std::string_view reading);
    /// Appends a space that stands for source[range], unless one is there already.
    void space(Span range);
    void begin_code() { code_begin_ = document_.text.size(); }
    void end_code();
    /// Closes the block. Returns its index, or no_block where nothing was in it.
    std::size_t end_block();

    bool in_block() const { return open_; }
    /// What the open block holds so far.
    std::string_view block_text() const { return std::string_view(document_.text).substr(block_.text.begin); }
    /// The open block, for what is learnt of it after its beginning.
    Block& block() { return block_; }
    /// The heading that governs what comes next, or no_block.
    std::size_t heading() const { return heading_; }
    /// Where the source behind everything appended so far begins.
    std::size_t cursor() const { return cursor_; }
    std::string_view source() const { return document_.source; }

private:
    void trim_block_end();
    void place_heading();

    Document& document_;
    Block block_;
    bool open_ = false;
    std::size_t cursor_ = 0;
    std::size_t code_begin_ = no_block;
    std::size_t heading_ = no_block;
    std::array<std::size_t, 7> heading_of_level_;  ///< by level 1..6, the one in force
};

}  // namespace hardfacts
