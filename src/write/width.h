// Enters: text for a terminal. Leaves: how many columns it takes, and forms of it that are safe and that fit.
// Tested in tests/write/width_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hardfacts {

/// Columns that `text` takes on a terminal: two for wide characters (kana, Han, most emoji), none for combining marks.
/// REQUIRES: valid UTF-8.
std::size_t display_width(std::string_view text);

/// `text` on one line: runs of white space become one space, and control characters, which could steer the terminal,
/// and bidirectional controls, which could reorder it, are left out. Bytes that are not UTF-8 become U+FFFD.
std::string one_line(std::string_view raw);

/// `text` if it fits into `columns`, else its beginning with … at the end. REQUIRES: valid UTF-8.
std::string shortened(std::string_view text, std::size_t columns);

/// `text`, shortened where it must be, and filled up with spaces to exactly `columns`. REQUIRES: valid UTF-8.
std::string fitted(std::string_view text, std::size_t columns);

}  // namespace hardfacts
