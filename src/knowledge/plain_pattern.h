// Enters: a regular expression. Leaves: whether it is so plain that RE2 is known to take it. Tested in
// tests/knowledge/plain_pattern_test.cpp against RE2.
#pragma once

#include <string_view>

namespace hardfacts {

/// True of expressions made of characters, `.`, `^`, `$`, escaped signs, `\d \w \s \b \n \t` and their opposites,
/// `\p{Han}`, classes of these, groups (also `(?i:`), alternatives and repetitions, in all not too large. Where it is
/// true RE2 compiles the expression in a megabyte, and every `(` without `?` behind it is a group of it, so that the
/// compiling, which takes a hundred times as long, can be put off until the expression is needed. False says nothing.
bool is_plain_pattern(std::string_view pattern);

}  // namespace hardfacts
