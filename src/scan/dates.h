// Enters: folded text and a place in it. Leaves: the date or period written there. Tested in tests/scan/dates_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// A date or period: 2025年12月5日, FY2026 Q4, 1H25, 令和7年, December 5, 2025. start and end are ISO 8601 as far as
/// the text tells them, empty where it does not name the year.
struct DateText {
    Span span;
    std::string start, end;
};

/// A quick look at what stands at `at`: false only where lex_date() finds nothing. REQUIRES: at < text.size().
bool may_begin_date(std::string_view text, std::size_t at);

/// The longest date that begins at `at`, or nullopt. A bare number such as 2025 is none here: see lex_year.
std::optional<DateText> lex_date(std::string_view text, std::size_t at);

/// A year without a word beside it (1900 to 2099, not part of a longer number), or nullopt.
std::optional<DateText> lex_year(std::string_view text, std::size_t at);

}  // namespace hardfacts
