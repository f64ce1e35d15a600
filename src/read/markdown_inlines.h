// Enters: the lines of a paragraph. Leaves: its text without emphasis and links, where that is certain without md4c.
// Tested in tests/read/markdown_blocks_test.cpp, against md4c.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// A line of a paragraph, white space at both ends taken off.
struct MarkdownLine {
    Span text;
    bool hard_break = false;  ///< two spaces stood at its end
};

/// What a parser says of a paragraph, in order.
struct Inline {
    enum class Kind : std::uint8_t { plain, text, soft_break, hard_break, image_begin, image_end };
    Kind kind;
    Span range;  ///< of text; `plain` holds nothing that StrayMarkup or find_web_address() look for
};

/// Reads paragraphs of emphasis, links and pictures with simple addresses, bare web addresses and escaped characters:
/// nearly all that news holds. Of everything else it says that it does not know.
class MarkdownInlines {
public:
    explicit MarkdownInlines(std::string_view source) : source_(source) {}

    /// False where md4c has to be asked. REQUIRES: the source holds no NUL, no \r and no link reference definition.
    bool read(const std::vector<MarkdownLine>& lines);
    /// Of the paragraph read last. Texts are divided where md4c divides them, but for web addresses.
    const std::vector<Inline>& inlines() const { return inlines_; }

private:
    /// Where markup stands, in order: what was found when the paragraph was read once.
    struct Found {
        enum class Kind : std::uint8_t { cut, stray, marks, line_end, image_begin, image_end };
        Kind kind;
        Span range;              ///< left out of the text (cut); the run of asterisks or underscores (marks)
        std::size_t closed = 0;  ///< marks: how many at the front close emphasis
        std::size_t opened = 0;  ///< marks: how many at the back open emphasis
    };
    /// Marks that may open emphasis, of which `left` are not yet closed.
    struct Opener {
        std::size_t found;
        char mark;
        std::size_t left;
        std::size_t size;  ///< of the whole run
        bool inside_word;
    };
    /// A stretch that is read for itself: the paragraph, the text of a link.
    struct Stretch {
        Span line;            ///< the line that `at` is in
        std::size_t at;       ///< what lies before was read
        std::size_t openers;  ///< those before this one are not of this stretch
    };
    enum class Depth : std::uint8_t { paragraph, link, image };
    enum class Reading : std::uint8_t { text, markup, unknown };

    bool read_line(Stretch& stretch, Depth depth);
    Reading read_special(Stretch& stretch, Depth depth);
    Reading emphasis(Stretch& stretch);
    std::size_t close_emphasis(const Stretch& stretch, const Opener& closer);
    Reading bracket(Stretch& stretch, Depth depth, bool image);
    Reading wiki_link(Stretch& stretch);
    Reading bracket_read(Stretch& stretch, const Stretch& inner, bool image);
    void divide(const std::vector<MarkdownLine>& lines);

    std::string_view source_;
    std::vector<Found> found_;
    std::vector<Opener> openers_;
    std::vector<Inline> inlines_;
};

}  // namespace hardfacts
