#include "write/plain_source.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace hardfacts;

TEST_CASE("marks and line ends become what every tool counts alike, and spans follow") {
    struct Row {
        std::string_view source, text;
        Span characters, place;
    };
    const Row rows[] = {{"", "", {0, 0}, {0, 0}},
                        {"富岳 AMD", "富岳 AMD", {3, 6}, {3, 6}},
                        {"\uFEFF富岳", "富岳", {1, 3}, {0, 2}},
                        {"a\r\n富\r\nAMD", "a\n富\nAMD", {6, 9}, {4, 7}},
                        {"a\rb\rAMD", "a\nb\nAMD", {4, 7}, {4, 7}},
                        {"😀\r\n\r\nAMD\r\n", "😀\n\nAMD\n", {5, 8}, {3, 6}},
                        {"\uFEFF\r\nAMD", "\nAMD", {3, 6}, {1, 4}},
                        {"AMD\r\nInc", "AMD\nInc", {0, 8}, {0, 7}},
                        {"AMD\r\r\nInc", "AMD\n\nInc", {6, 9}, {5, 8}},
                        {"AMD\r", "AMD\n", {0, 3}, {0, 3}},
                        {"a\uFEFFb", "a\uFEFFb", {2, 3}, {2, 3}}};
    for (const Row& row : rows) {
        CAPTURE(row.source);
        const PlainSource plain(row.source);
        CHECK(plain.text() == row.text);
        CHECK(plain.place(row.characters) == row.place);
    }
}
