// Enters: HTML as it is written. Leaves: its tags and stretches of text one by one, and a tag's attributes.
// Tested in tests/read/html_tokens_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/span.h"
#include "read/html_tags.h"

namespace hardfacts {

struct HtmlToken {
    enum class Kind { text, start_tag, end_tag, end };
    Kind kind = Kind::end;
    HtmlTag tag = html_text;
    bool closed = false;  ///< a start tag written `<.../>`
    Span range;           ///< with < and >
};

/// Divides HTML by the rules browsers follow; comments, doctypes and processing instructions are passed over. A tag
/// that the end of the source cuts off is none, as with browsers. Linear in the size of the source.
class HtmlTokens {
public:
    HtmlTokens(std::string_view source, std::size_t begin) : source_(source), at_(begin) {}

    HtmlToken next();
    /// To be called behind the start tag of an element whose content is no markup: its content, the end tag comes next.
    Span raw_content(HtmlTag tag);

private:
    bool begins_markup(std::size_t at) const;
    bool read_tag(HtmlToken& token);
    void skip_comment();
    std::size_t end_tag_of(std::string_view name, std::size_t from) const;
    std::size_t end_of_script();

    std::string_view source_;
    std::size_t at_;
    bool open_comment_ = false;  ///< a comment in a script runs to the end of the source: no need to look again
};

/// An attribute of a start tag. Places count in the text that the tag stands in.
struct HtmlAttribute {
    Span name;
    Span value;  ///< without quotes; empty where there is none
};

/// Reads the attribute at or behind `at` inside a tag. Returns false at the tag's end, with `at` at its > or at the
/// end of the source.
bool next_attribute(std::string_view source, std::size_t& at, HtmlAttribute& attribute);

/// Where the attribute `name` (lower case) of the start tag source[tag] has its value; nullopt-like: {0, 0} if the tag
/// has no such attribute (a value never begins at 0).
Span attribute_value(std::string_view source, Span tag, std::string_view name);

bool same_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace hardfacts
