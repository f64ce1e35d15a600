// Enters: folded Text. Leaves: its sentences. Tested in tests/scan/sentences_test.cpp.
#pragma once

#include <vector>

#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Every block cut into sentences: after 。！？ outside 「」, after . ! ? before a space and a sentence start (not
/// behind Inc., No., Mr. and such), never inside a number. Together the sentences cover the blocks.
std::vector<Sentence> find_sentences(const Text& text);

}  // namespace hardfacts
