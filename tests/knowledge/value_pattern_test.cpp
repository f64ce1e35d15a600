#include "knowledge/value_pattern.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("a pattern looks at what stands before and behind the number") {
    std::string problem;
    const auto clock = compile_value_pattern("at {number}:[0-5][0-9]", problem);
    REQUIRE(clock.has_value());
    CHECK(clock->match("at ", ":30 sharp") == 3);
    CHECK(!clock->match("to ", ":30").has_value());
    CHECK(!clock->match("at ", ":7").has_value());
    CHECK(clock->tail_edge.allows(':', '3'));
    CHECK(!clock->tail_edge.allows('x', '3'));
    CHECK(clock->head_edge.allows(' ', 't'));
    CHECK(!clock->head_edge.allows('t', 'a'));
}

TEST_CASE("a unit class ends the tail") {
    std::string problem;
    const auto any = compile_value_pattern("{number} peak {unit}", problem);
    const auto one = compile_value_pattern("{number} peak {unit.compute}", problem);
    REQUIRE(any.has_value());
    REQUIRE(one.has_value());
    CHECK(any->unit_class == "*");
    CHECK(one->unit_class == "compute");
    CHECK(one->match("", " peak TOPS") == 6);
}

TEST_CASE("patterns that say too little or run too far are refused, each with its reason") {
    struct Row {
        const char* pattern;
        const char* reason;
    };
    const Row rows[] = {
        {"GB", "the pattern must hold {number} once"},
        {"{number}{number}", "the pattern must hold {number} once"},
        {"{number}", "the pattern is {number} alone: say what stands around it"},
        {".{1,20}社{number}台", "the pattern begins with a wildcard: begin it with the words that must stand there"},
        {"[^。]*{number}台", "the pattern begins with a wildcard: begin it with the words that must stand there"},
        {"{number}{unit}台", "{unit} or {unit.dimension} must end the pattern"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.pattern);
        std::string problem;
        CHECK(!compile_value_pattern(row.pattern, problem).has_value());
        CHECK(problem == row.reason);
    }
    std::string problem;
    CHECK(!compile_value_pattern("{number}(", problem).has_value());
    CHECK(problem.find("does not compile") != std::string::npos);
}
