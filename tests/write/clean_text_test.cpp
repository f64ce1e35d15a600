#include "write/clean_text.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace hardfacts;
using namespace std::string_view_literals;

TEST_CASE("text that CSV and XML can hold") {
    struct Row {
        std::string_view raw, clean;
    };
    const Row rows[] = {
        {""sv, ""},
        {"24,000基 🚀\t\r\n"sv, "24,000基 🚀\t\r\n"},
        {"a\0b"sv, "a␀b"},
        {"\x1b[31m\x07"sv, "␛[31m␇"},
        {"\x1f"sv, "␟"},
        {"\x7f\xc2\x85"sv, "\x7f\xc2\x85"},
        {"\xff"sv, "\xEF\xBF\xBD"},
        {"円\xe3\x81"sv, "円\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"\xed\xa0\x80"sv, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // a surrogate alone
        {"\xef\xbf\xbe|\xef\xbf\xbf"sv, "\xEF\xBF\xBD|\xEF\xBF\xBD"},
        {"\xef\xbc\x9d"sv, "＝"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.raw);
        CHECK(clean_text(row.raw) == row.clean);
        CHECK(clean_text(row.clean) == row.clean);
    }
}
