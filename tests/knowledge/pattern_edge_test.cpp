#include "knowledge/pattern_edge.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "knowledge/value_pattern.h"

using namespace hardfacts;

namespace {

PatternEdge begin_of(const char* pattern) { return PatternEdge(pattern, PatternEdge::Side::begin); }
PatternEdge end_of(const char* pattern) { return PatternEdge(pattern, PatternEdge::Side::end); }

char at(std::string_view text, std::size_t k) { return k < text.size() ? text[k] : '\0'; }

}  // namespace

TEST_CASE("the two bytes a match begins with") {
    const PatternEdge words = begin_of(" ?(?:dense|AI) ");
    CHECK(words.allows(' ', 'd'));
    CHECK(words.allows('A', 'I'));
    CHECK_FALSE(words.allows(' ', 'p'));
    CHECK_FALSE(words.allows('d', 'd'));
    CHECK_FALSE(words.allows('\0', '\0'));
    const PatternEdge short_one = begin_of("x|[yz0-2]k*|時");
    CHECK(short_one.allows('x', 'q'));
    CHECK(short_one.allows('1', '\0'));
    CHECK(short_one.allows('\xE6', '\x99'));
    CHECK_FALSE(short_one.allows('3', 'k'));
    CHECK_FALSE(short_one.allows('\xE6', '\x98'));
}

TEST_CASE("the two bytes a match ends with, the last first") {
    const PatternEdge sign = end_of("[0-9][x×]");
    CHECK(sign.allows('x', '7'));
    CHECK(sign.allows('\x97', '\xC3'));
    CHECK_FALSE(sign.allows('x', 'o'));
    CHECK(end_of("(?i:rank|is) #").allows('#', ' '));
    CHECK_FALSE(end_of("(?i:rank|is) #").allows('#', 's'));
}

TEST_CASE("everything is allowed where a pattern may match nothing or is not understood") {
    for (const char* pattern : {"", "x?", "^", "[^a]b", "\\pLb", "a{,2}b", "[[:digit:]]b"}) {
        CAPTURE(pattern);
        CHECK(begin_of(pattern).allows('q', 'q'));
    }
    CHECK(PatternEdge().allows('q', 'q'));
}

TEST_CASE("no match is turned away") {
    const char* patterns[] = {"a{number}b",
                              "(?:ab|c)d?{number}[ab]?c+",
                              "[0-9][x×]{number}:[0-5]",
                              "(?i:k|as) ?{number}a*(?:b|時)\\b",
                              "a.b{number}.c",
                              "(?:a|)b?c{number}(?:a{2,3}|b?)c",
                              "\\.a{number}\\d\\.",
                              "×{number}×?時",
                              "(?i:s){number}(?i:ks)"};
    const std::string_view pieces[] = {"a", "b", "c", "d", "k", "K", "s",  "S", "x",
                                       "×", ".", ":", "1", "5", " ", "時", "ſ", "K"};
    std::mt19937 random(11);
    std::size_t matches = 0;
    for (const char* source : patterns) {
        std::string problem;
        const auto pattern = compile_value_pattern(source, problem);
        REQUIRE_MESSAGE(pattern.has_value(), source);
        for (int round = 0; round < 60000; ++round) {
            std::string before, behind;
            for (std::size_t k = random() % 5; k > 0; --k) before += pieces[random() % std::size(pieces)];
            for (std::size_t k = random() % 5; k > 0; --k) behind += pieces[random() % std::size(pieces)];
            if (!pattern->match(before, behind)) continue;
            ++matches;
            CAPTURE(source);
            CAPTURE(before);
            CAPTURE(behind);
            const std::string mirrored(before.rbegin(), before.rend());
            REQUIRE(pattern->head_edge.allows(at(mirrored, 0), at(mirrored, 1)));
            REQUIRE(pattern->tail_edge.allows(at(behind, 0), at(behind, 1)));
        }
    }
    CHECK(matches > 500);
}
