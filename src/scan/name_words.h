// Enters: a block of folded text. Leaves: the words of it that are written as names are: with a capital, in katakana,
// in kanji. Tested in tests/scan/name_words_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/name_rules.h"
#include "model/span.h"

namespace hardfacts {

struct NameWord {
    Span span;
    NameScript script = NameScript::latin;
    bool joined = false;  ///< one space, ` & ` or ・ parts it from the word in front
};

/// Appends the words of `block` in order. A Latin word holds a capital among its first letters (Render, xAI) and goes
/// over hyphens and ampersands in front of another (D-Wave, AT&T); runs of katakana and of kanji are whole.
void find_name_words(std::string_view text, Span block, std::vector<NameWord>& words);

}  // namespace hardfacts
