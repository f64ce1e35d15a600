// Enters: a date as front matter writes it. Leaves: the same in ISO 8601. Tested in tests/read/dates_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hardfacts {

/// `2025-12-06 16:39:43 +0000` becomes `2025-12-06T16:39:43+00:00`; also 2025/12/6, 2025年12月6日, December 6, 2025,
/// 6 Dec 2025 and RFC 2822 dates. Nothing where the form is not known or the day does not exist.
std::optional<std::string> iso_date(std::string_view written);

}  // namespace hardfacts
