// Enters: any bytes. Leaves: text that CSV and XML can hold. Tested in tests/write/clean_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace hardfacts {

/// `raw` in valid UTF-8 without characters that XML 1.0 forbids: each byte that is not part of UTF-8, U+FFFE and U+FFFF
/// become U+FFFD; control characters but tab, line feed and carriage return become their pictures (U+0000 is ␀), which
/// show what stood there.
std::string clean_text(std::string_view raw);

}  // namespace hardfacts
