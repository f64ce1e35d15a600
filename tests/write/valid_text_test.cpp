#include "write/valid_text.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace hardfacts;
using namespace std::literals;

TEST_CASE("what is no UTF-8 is replaced byte by byte") {
    struct Row {
        std::string_view text, valid;
    };
    const Row rows[] = {{"", ""},
                        {"AMDと富岳", "AMDと富岳"},
                        {"a\0b"sv, "a\0b"sv},
                        {"a\xFFz", "a\uFFFDz"},
                        {"\xE5\xAF", "\uFFFD\uFFFD"},
                        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
                        {"\xC0\x80", "\uFFFD\uFFFD"}};
    for (const Row& row : rows) CHECK(valid_text(row.text) == row.valid);
}
