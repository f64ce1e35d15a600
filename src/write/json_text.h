// Enters: strings and numbers. Leaves: their JSON text, appended. Tested in tests/write/json_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hardfacts {

/// Appends `text` in quotation marks. The result is valid JSON in valid UTF-8 whatever the bytes are: each byte that is
/// not part of valid UTF-8 becomes U+FFFD. Characters above U+007F stand as they are.
void append_json_string(std::string& out, std::string_view text);

/// Appends `decimal` (0.95) as a JSON number, or 0 where it is not of JSON's form for numbers.
void append_json_number(std::string& out, std::string_view decimal);

}  // namespace hardfacts
