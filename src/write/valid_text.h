// Enters: bytes that should be text. Leaves: text that every reader takes. Tested in tests/write/valid_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hardfacts {

/// `text` with U+FFFD for each byte that is not part of valid UTF-8.
std::string valid_text(std::string_view text);

}  // namespace hardfacts
