// Enters: folded text and a stretch that reads like a name. Leaves: whether it stands there as a name of its own.
// Tested in tests/scan/names_boundaries_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/mention.h"
#include "model/span.h"

namespace hardfacts {

/// True where both ends of `name` are ends of a word: Latin letters and digits are not cut, katakana runs neither,
/// kanji and hiragana names do not stand inside a longer word. REQUIRES: a non-empty name inside `block`.
bool is_whole_word(std::string_view text, Span block, Span name, MentionType type);

/// True where a link or an element of the source begins or ends inside the name. `seams` are Text::seams.
bool crosses_seam(const std::vector<std::size_t>& seams, Span name);

/// True inside URLs, e-mail addresses, domain and file names, @handles and #hashtags.
bool stands_in_address(std::string_view text, Span block, Span name);

/// `D. E. Shaw Ventures`: true at Shaw, whose name begins with initials farther in front.
bool follows_initial(std::string_view text, Span block, std::size_t begin);

/// `Maria J. Nowak`: true of Maria J, which an initial's full stop cuts out of a longer name.
bool ends_in_initial(std::string_view text, Span name);

}  // namespace hardfacts
