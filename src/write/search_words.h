// Enters: text of a record. Leaves: the same as words that a full-text index finds. Tested in
// tests/write/search_words_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hardfacts {

/// Appends `text` with a space on both sides of every character of a script that is written without spaces (Han, kana,
/// Hangul), so that an index of words holds each as a word of its own: 基ものAMD becomes " 基 も の AMD". A word of
/// that script is then found as a phrase of its characters, be it as short as 富岳 ("富 岳"), and Latin words stand
/// free of what is written against them. Width and presentation forms are those of NFKC, ＡＭＤ is AMD: for finding
/// alone, since NFKC changes what some numbers say.
void append_search_words(std::string& out, std::string_view text);

}  // namespace hardfacts
