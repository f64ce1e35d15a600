// What is told to be plain, RE2 compiles.
#include "knowledge/plain_pattern.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace hardfacts;

TEST_CASE("patterns of gazetteers and rules are plain") {
    for (const char* pattern : {"MI3\\d\\dX",
                                "RTX (?:PRO )?[45]0\\d0(?: Ti| SUPER)?",
                                "EPYC [4-9]\\d{3}[A-Z]{0,2}",
                                "Xe-?HPG",
                                "Core (i[3579])-(1[0-9]\\d{3}[A-Z/. -]?)",
                                "A\\+",
                                "AB(?:C|D|)*",
                                "",
                                "a{10}",
                                "(a){2}",
                                "a??",
                                "a$",
                                "日本",
                                "[\\d]",
                                "[^a]",
                                "(?:$|[^院])",
                                "(?:[.;:)\"]|'s\\b|\\n| (?:who|and)\\b)",
                                "(?i:up to|at) $",
                                "(?: [A-Za-z0-9'-]+){0,6}? (?:firm)",
                                "[ァ-ヶー]{2,}・",
                                "\\p{Han}{0,2}",
                                "[^\\p{Han}A-Za-z0-9]",
                                "a]",
                                "[-:]a",
                                "chip\\ maker",
                                "[^\\P{Han}々]",
                                "[^-a]",
                                "[\\x{3001}-\\x{9fff}]",
                                "[^\\x00-\\x7f]",
                                "[\\t-\\n]"}) {
        CAPTURE(pattern);
        CHECK(is_plain_pattern(pattern));
    }
    for (const char* pattern :
         {"a(b",       "a)b",    "a**",        "a???",          "[a",    "[]",          "[z-a]", "[ヶ-ァ]",
          "a{",        "a{3,2}", "a{1001}",    "(?:a{40}){40}", "(?s)a", "(?P<x>a)",    "\\b*",  "^*",
          "\\",        "\\pN",   "\\p{Greek}", "[[:alpha:]]",   "[\\b]", "[\\d-z]",     "a{,3}", "[--a]",
          "[\\n-\\t]", "\\x7",   "\\x{}",      "\\x{110000}",   "\xFF",  "\\p{Han}{50}"}) {
        CAPTURE(pattern);
        CHECK_FALSE(is_plain_pattern(pattern));
    }
}

namespace {

/// Random expressions of these pieces that are told to be plain; REQUIREs that RE2 takes them.
std::size_t plain_ones(const std::vector<std::string>& pieces, std::size_t longest, int rounds) {
    std::mt19937 random(11);
    std::size_t plain = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string pattern;
        for (auto size = random() % longest; size > 0; --size) pattern += pieces[random() % pieces.size()];
        if (!is_plain_pattern(pattern)) continue;
        ++plain;
        re2::RE2::Options quiet;
        quiet.set_log_errors(false);
        quiet.set_max_mem(1 << 20);
        const re2::RE2 expression(pattern, quiet);
        CAPTURE(pattern);
        REQUIRE(expression.ok());
        std::ptrdiff_t groups = 0;
        bool in_class = false;
        for (std::size_t k = 0; k < pattern.size(); ++k) {
            if (pattern[k] == '\\')
                ++k;
            else if (!in_class && pattern[k] == '(' && pattern.substr(k + 1, 1) != "?")
                ++groups;
            else
                in_class = pattern[k] == '[' || (in_class && pattern[k] != ']');
        }
        CHECK(expression.NumberOfCapturingGroups() == groups);
    }
    return plain;
}

}  // namespace

TEST_CASE("what is plain is an RE2 expression with a group for each bracket") {
    const std::vector<std::string> signs = {"a", "b", "9", " ", "-", "\\", "d",       ".",  "[", "]",
                                            "^", "(", ")", "{", "}", "?",  ":",       "*",  "+", "|",
                                            ",", "2", "i", "$", "w", "京", "\\x{3a}", "\\n"};
    CHECK(plain_ones(signs, 9, 200000) > 1000);
}

TEST_CASE("what is plain and large fits the memory that a rule has") {
    const std::vector<std::string> parts = {
        "\\p{Han}", "[^\\P{Han}]", "[^ァ-ヶー・a-z]", ".", "\\W", "(?i:",  "(?:",    "(",    ")",       "{0,9}",
        "{30}",     "{12,}",       "{200}",           "*", "|",   "[^京]", "日本の", "word", "[一-龠]", "\\b",
        "+?",       "(?i:é)"};
    CHECK(plain_ones(parts, 24, 20000) > 400);
}
