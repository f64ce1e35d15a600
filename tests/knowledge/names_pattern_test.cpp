#include "knowledge/names_pattern.h"

#include <doctest/doctest.h>

namespace hardfacts {

TEST_CASE("what a pattern matches, and how the match is written") {
    struct Row {
        const char* pattern;
        const char* text;
        std::size_t size;
        const char* model;
    };
    const Row rows[] = {
        {"MI3\\d\\dX", "MI355X GPU", 6, "MI355X"},
        {"MI3\\d\\dX?", "MI350", 5, "MI350"},
        {"MI3\\d\\dX", "MI25", 0, ""},
        {"MI3\\d\\dX", "mi355x", 0, ""},
        {"RTX 50\\d0", "RTX 5090", 8, "RTX 5090"},
        {"RTX 50\\d0", "RTX5090", 7, "RTX 5090"},
        {"RTX 50\\d0(?: Ti)?", "RTX-5070 Ti", 11, "RTX 5070 Ti"},
        {"Core Ultra \\d \\d{3}K", "Core Ultra 9 285K", 17, "Core Ultra 9 285K"},
        {"AB[- ]?\\d", "AB-7", 4, "AB-7"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.text);
        auto compiled = NamePattern::compile(row.pattern);
        REQUIRE(std::holds_alternative<NamePattern>(compiled));
        const std::string_view text = row.text;
        const auto match = std::get<NamePattern>(compiled).match(text, 0, text.size());
        CHECK((match ? match->size : 0) == row.size);
        if (match) CHECK(match->groups[0] == row.model);
    }
}

TEST_CASE("a match lies inside its limits") {
    auto compiled = NamePattern::compile("AB\\d+");
    REQUIRE(std::holds_alternative<NamePattern>(compiled));
    const auto match = std::get<NamePattern>(compiled).match("xAB12345", 1, 5);
    REQUIRE(match);
    CHECK(match->size == 4);
}

TEST_CASE("ids and names are filled from the groups") {
    auto compiled = NamePattern::compile("Claude (Opus|Sonnet)?(?: (\\d(?:\\.\\d)?))?");
    REQUIRE(std::holds_alternative<NamePattern>(compiled));
    const std::string_view text = "Claude Opus 4.5";
    const auto match = std::get<NamePattern>(compiled).match(text, 0, text.size());
    REQUIRE(match);
    CHECK(filled_id("product:claude-{1}-{2}", *match) == "product:claude-opus-4-5");
    CHECK(filled_name("Claude {1} {2}", *match) == "Claude Opus 4.5");
    CHECK(filled_id("product:{0}", *match) == "product:claude-opus-4-5");
    CHECK(filled_id("product:claude-{1}-{3}", *match) == "product:claude-opus");
    CHECK(slug_of("i.MX 95 (EVK)") == "i-mx-95-evk");
}

TEST_CASE("patterns that would be tried everywhere, or cannot be read, are refused") {
    for (const char* pattern :
         {"", "A", "\\d\\d", ".*", "A?B", "AB?", "[AB]C", "ABC|DEF", "AB(\\d", "AB\\8", " AB", "(AB)C"}) {
        CAPTURE(pattern);
        CHECK(std::holds_alternative<std::string>(NamePattern::compile(pattern)));
    }
    for (const char* pattern : {"AB", "AB(?:C|D)", "AB(C|D)", "A\\.B\\d", "AB[|]\\d"}) {
        CAPTURE(pattern);
        CHECK(std::holds_alternative<NamePattern>(NamePattern::compile(pattern)));
    }
}

}  // namespace hardfacts
