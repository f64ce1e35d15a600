#include "scan/title_case.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("blocks whose capitals say nothing") {
    struct Row {
        const char* text;
        bool is, of_heading;
    };
    const Row rows[] = {
        {"", false, false},
        {"Chip Makers Expect Better Times in the Coming Year", true, true},
        {"CHIP MAKERS EXPECT BETTER TIMES", true, true},
        {"Chip makers expect better times, says Ada Byron of Zedworks", false, false},
        {"Zedworks Joins Chip Group", true, true},
        {"Zedworks Joins Group", false, true},
        {"Ada Byron", false, false},
        {"半導体メーカーの見通し", false, false},
    };
    for (const Row& row : rows) {
        const std::string_view text = row.text;
        CHECK_MESSAGE(is_title_case(text, {0, text.size()}, false) == row.is, row.text);
        CHECK_MESSAGE(is_title_case(text, {0, text.size()}, true) == row.of_heading, row.text);
    }
}
