#include "scan/title_case.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("blocks whose capitals say nothing") {
    struct Row {
        const char* text;
        bool is;
    };
    const Row rows[] = {
        {"", false},
        {"Chip Makers Expect Better Times in the Coming Year", true},
        {"CHIP MAKERS EXPECT BETTER TIMES", true},
        {"Chip makers expect better times, says Ada Byron of Zedworks", false},
        {"Ada Byron", false},
        {"半導体メーカーの見通し", false},
    };
    for (const Row& row : rows) {
        const std::string_view text = row.text;
        CHECK_MESSAGE(is_title_case(text, {0, text.size()}) == row.is, row.text);
    }
}
