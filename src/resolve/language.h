// Enters: a text. Leaves: the language the record states. Tested in tests/resolve/language_test.cpp.
#pragma once

#include <string_view>

namespace hardfacts {

/// "ja", "en", "mixed" or "other", by the share of Japanese characters and Latin letters.
/// REQUIRES: valid UTF-8.
const char* language_of(std::string_view text);

}  // namespace hardfacts
