// Enters: stretches of text between HTML tags, in order. Leaves: their reading, told to a DocumentBuilder.
// Tested in tests/read/html_text_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/span.h"
#include "read/builder.h"
#include "read/entities.h"

namespace hardfacts {

/// A character reference, and what it stands for.
struct HtmlReference {
    std::size_t size = 0;  ///< bytes from & on; 0 where there is none
    std::string_view reading;
};

/// Reads the reference that begins with the & at the front of `text`, as browsers do: old names need no semicolon
/// (`&nbsp`), and &#128; to &#159; are those of windows-1252.
HtmlReference html_reference(std::string_view text, EntityDecoder& entities);

/// True if any character of `text` shows.
bool is_visible(std::string_view text, EntityDecoder& entities);

/// `value` with its references read, white space collapsed.
std::string html_value(std::string_view value, EntityDecoder& entities);

/// Appends text to the block that is open. White space is one space, wherever tags divide it; a line break between
/// letters of a script without spaces is none. Web addresses and NULs are left out.
class HtmlText {
public:
    HtmlText(DocumentBuilder& out, EntityDecoder& entities) : out_(out), entities_(entities) {}

    /// Appends source[range] to the open block.
    void append(Span range);
    /// The same of preformatted text: white space stays, \r\n and \r are \n.
    void append_preformatted(Span range);
    /// A space is due before what comes next in this block.
    void space(Span range);
    /// What is appended from now on is code, or no longer.
    void code(bool on) { code_wanted_ = on; }
    /// To be called when a block ends.
    void end_block();
    /// No space is due, whatever white space was met.
    void drop_space();
    bool space_due() const { return !space_.empty() || space_wanted_; }

private:
    std::size_t plain_run(std::size_t at, std::size_t end) const;
    void flush(std::size_t at);

    DocumentBuilder& out_;
    EntityDecoder& entities_;
    Span space_;  ///< white space that was met and stands before nothing yet
    bool space_wanted_ = false;
    bool line_break_ = false;  ///< in that white space
    bool code_wanted_ = false;
    bool code_on_ = false;
};

}  // namespace hardfacts
