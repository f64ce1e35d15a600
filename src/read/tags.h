// Enters: raw HTML inside Markdown, stretch by stretch. Leaves: the text between its tags, told to a DocumentBuilder.
// Tested in tests/read/tags_test.cpp and tests/read/markdown_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "model/span.h"
#include "read/builder.h"
#include "read/entities.h"

namespace hardfacts {

/// Takes tags and comments away. Not a parser of HTML: nesting is not looked at, only where text ends and begins.
class TagStripper {
public:
    /// `blocks`: tags of paragraphs, items, rows and such begin new paragraphs; else every tag is inside a line.
    TagStripper(DocumentBuilder& out, EntityDecoder& entities, const Block& paragraph, bool blocks)
        : out_(out), entities_(entities), paragraph_(paragraph), blocks_(blocks) {}

    /// The next stretch of raw HTML; a tag or comment may begin in one stretch and end in a later one.
    /// Returns true if a <br> stood in it.
    bool feed(Span range);

private:
    enum class State { text, tag, comment, raw };

    std::size_t feed_text(Span range);
    std::size_t feed_tag(Span range);
    std::size_t feed_comment(Span range);
    std::size_t feed_raw(Span range);
    void characters(Span range);
    void finish_tag(Span range);

    DocumentBuilder& out_;
    EntityDecoder& entities_;
    const Block& paragraph_;
    bool blocks_;
    State state_ = State::text;
    char quote_ = 0;
    std::size_t begin_ = 0;    ///< of the tag that is open
    std::string raw_element_;  ///< script or style
    bool line_break_ = false;
};

}  // namespace hardfacts
