#include "write/width.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace hardfacts;
using namespace std::string_view_literals;

TEST_CASE("columns that a text takes") {
    struct Row {
        std::string_view text;
        std::size_t columns;
    };
    const Row rows[] = {{"", 0},         {"abc", 3}, {"東京", 4},       {"ﾊﾝｶｸ", 4},         {"Ｈ１００", 8},
                        {"é", 1},        {"😀", 2},   {"Cafe\u0301", 4}, {"\u30AB\u3099", 2}, {"a\u200Bb", 2},
                        {"24,000基", 8}, {"…–≥", 3}, {"한국", 4}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(display_width(row.text) == row.columns);
    }
}

TEST_CASE("text from a document cannot steer the terminal") {
    struct Row {
        std::string_view text, line;
    };
    const Row rows[] = {{"two\r\nlines\tand\v\fmore", "two lines and more"},
                        {"  trimmed\u3000 ", "trimmed"},
                        {"\x1b[31mred\x07\x7f", "[31mred"},
                        {"nul\0l"sv, "null"},
                        {"c1 \u009b31m", "c1 31m"},
                        {"\u202Eesrever\u202C \u2066x\u2069 \u200Fy", "esrever x y"},
                        {"caf\xE9 \xE6\x97", "caf\ufffd \ufffd\ufffd"},
                        {"", ""},
                        {"\n", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(one_line(row.text) == row.line);
    }
}

TEST_CASE("text is cut by columns, never inside a character") {
    struct Row {
        std::string_view text;
        std::size_t columns;
        std::string_view cut, filled;
    };
    const Row rows[] = {{"short", 8, "short", "short   "},
                        {"exact", 5, "exact", "exact"},
                        {"too long", 5, "too …", "too …"},
                        {"東京都千代田区", 7, "東京都…", "東京都…"},
                        {"東京都千代田区", 6, "東京…", "東京… "},
                        {"東京", 4, "東京", "東京"},
                        {"東", 1, "…", "…"},
                        {"x", 0, "", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(shortened(row.text, row.columns) == row.cut);
        CHECK(fitted(row.text, row.columns) == row.filled);
        CHECK(display_width(fitted(row.text, row.columns)) == row.columns);
    }
}
