// Enters: a Document. Leaves: Text, its one comparison form, with a map back to Document::text.
// Tested in tests/fold/fold_test.cpp.
#pragma once

#include <string_view>

#include "model/document.h"
#include "model/text.h"

namespace hardfacts {

/// Folds width and presentation forms: full-width ASCII and the ideographic space to ASCII, half-width katakana to
/// katakana, squared words (㍿, ㌦) and compatibility ideographs to plain ones, curly apostrophes and hyphens to
/// ASCII, a letter and its combining mark to one letter; soft hyphens, zero-width and bidirectional controls vanish.
/// Numbers keep their meaning: ½, ², ① and ㎡ stay as they are. Case stays.
Text fold(const Document& document);

/// The folded form of `text` alone, for names of gazetteers and words of rules. REQUIRES: valid UTF-8.
std::string fold(std::string_view text);
/// True of texts that are their own folded form; nearly all that are say so. REQUIRES: valid UTF-8.
bool is_folded(std::string_view text);

/// Appends the folded form of `text` to `out` and its pieces to `map`. REQUIRES: valid UTF-8.
void fold_into(std::string_view text, std::string& out, OffsetMap& map);

}  // namespace hardfacts
