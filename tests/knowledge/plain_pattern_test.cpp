// What is told to be plain, RE2 compiles.
#include "knowledge/plain_pattern.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>
#include <string>

using namespace hardfacts;

TEST_CASE("model numbers' patterns are plain") {
    for (const char* pattern : {"MI3\\d\\dX", "RTX (?:PRO )?[45]0\\d0(?: Ti| SUPER)?", "EPYC [4-9]\\d{3}[A-Z]{0,2}",
                                "Xe-?HPG", "Core (i[3579])-(1[0-9]\\d{3}[A-Z/. -]?)", "A\\+", "AB(?:C|D|)*", ""}) {
        CAPTURE(pattern);
        CHECK(is_plain_pattern(pattern));
    }
    for (const char* pattern :
         {"a(b",   "a)b",   "a**",      "a??",    "[a",  "[]", "[^a]", "[z-a]", "[a-]b-]", "a{",   "a{3,2}",
          "a{10}", "(?i)a", "(?P<x>a)", "(a){2}", "\\b", "\\", "a$",   "日本",  "[\\d]",   "a{,3}"}) {
        CAPTURE(pattern);
        CHECK_FALSE(is_plain_pattern(pattern));
    }
}

TEST_CASE("what is plain is an RE2 expression with a group for each bracket") {
    std::mt19937 random(11);
    const std::string signs = "ab9 -\\d.[]^(){}?:*+|,2";
    std::size_t plain = 0;
    for (int round = 0; round < 200000; ++round) {
        std::string pattern;
        for (auto size = random() % 9; size > 0; --size) pattern += signs[random() % signs.size()];
        if (!is_plain_pattern(pattern)) continue;
        ++plain;
        re2::RE2::Options quiet;
        quiet.set_log_errors(false);
        const re2::RE2 expression(pattern, quiet);
        CAPTURE(pattern);
        REQUIRE(expression.ok());
        std::ptrdiff_t groups = 0;
        for (std::size_t k = 0; k < pattern.size(); ++k) {
            if (pattern[k] == '\\')
                ++k;
            else if (pattern[k] == '(' && pattern.compare(k, 3, "(?:") != 0)
                ++groups;
        }
        CHECK(expression.NumberOfCapturingGroups() == groups);
    }
    CHECK(plain > 1000);
}
