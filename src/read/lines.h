// Enters: a source and a place in it. Leaves: its lines, web addresses, and whether a line runs on into the next.
// Tested in tests/read/lines_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/diagnostic.h"
#include "model/span.h"

namespace hardfacts {

constexpr bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'; }
std::string_view trimmed(std::string_view text);

/// A line: its characters, and where the next line begins (behind \n, \r\n or \r).
struct Line {
    Span text;
    std::size_t next;
};

/// The line that begins at `at`. REQUIRES: at <= source.size().
Line line_at(std::string_view source, std::size_t at);

/// The first web address (http:// or https://) in source[range]; empty at range.end where there is none.
Span find_web_address(std::string_view source, Span range);

/// How the lines of one paragraph fill their width, in columns of a fixed-width screen (a kanji takes two).
struct Wrapping {
    std::size_t widest = 0;  ///< no more than a little above what is ever wrapped to
    bool wrapped = false;    ///< most lines are so full that the next one's first word had no room
};

/// Measures the paragraph that begins with the line at `at`; looks at no more than its first 16 lines.
Wrapping measure_wrapping(std::string_view source, std::size_t at);

/// True where `line` was only broken to fit a width and the sentence runs on in `next`; false where the break was
/// meant. `so_far` is the reading up to the break, markup gone.
bool runs_on(std::string_view so_far, std::string_view line, std::string_view next, const Wrapping& wrapping);

/// True if both ends of a line break are letters of a script that writes no spaces.
bool joins_without_space(std::string_view before, std::string_view after);

/// A diagnostic at a byte of a source, with its line and column. REQUIRES: source is valid UTF-8 up to `at`.
Diagnostic fault_at(std::string_view source, std::size_t at, Diagnostic fault);

}  // namespace hardfacts
