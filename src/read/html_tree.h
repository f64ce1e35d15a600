// Enters: HTML as it is written. Leaves: its elements and texts as one list in source order, each with its extent.
// Tested in tests/read/html_tree_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/span.h"
#include "read/html_tags.h"

namespace hardfacts {

/// An element or a stretch of text. An element's descendants stand right behind it in the list.
struct HtmlNode {
    Span range;  ///< an element: its start tag, empty where none was written; a text: its characters
    std::uint32_t parent = 0;
    std::uint32_t end = 0;  ///< the position in the list behind its last descendant
    HtmlTag tag = html_text;
    bool linked = false;  ///< a text inside of a link
};

/// The document is the node at 0.
using HtmlTree = std::vector<HtmlNode>;

/// Builds the tree. End tags that were left out are put where HTML has them; nothing is moved: a text that browsers
/// take out of a table stays where it is written. Linear in time and memory, whatever the nesting.
HtmlTree parse_html(std::string_view source, std::size_t begin);

}  // namespace hardfacts
