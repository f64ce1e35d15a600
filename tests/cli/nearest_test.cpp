#include "cli/nearest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace hardfacts::cli;

TEST_CASE("edit distance counts swaps of neighbours as one") {
    struct Row {
        const char *a, *b;
        std::size_t distance;
    };
    const Row rows[] = {{"", "", 0},
                        {"", "abc", 3},
                        {"abc", "", 3},
                        {"extract", "extract", 0},
                        {"extrat", "extract", 1},
                        {"extracct", "extract", 1},
                        {"extarct", "extract", 1},
                        {"kitten", "sitting", 3},
                        {"ab", "ba", 1},
                        {"abcd", "dcba", 3}};
    for (const Row& row : rows) {
        CAPTURE(row.a);
        CHECK(edit_distance(row.a, row.b) == row.distance);
        CHECK(edit_distance(row.b, row.a) == row.distance);
    }
}

TEST_CASE("the word that was probably meant, or none") {
    const std::vector<std::string> flags = {"--format", "--text-field", "--title-field", "--verify", "--threads"};
    struct Row {
        const char *typed, *meant;
    };
    const Row rows[] = {{"--fromat", "--format"},
                        {"--verfy", "--verify"},
                        {"--text_field", "--text-field"},
                        {"--thread", "--threads"},
                        {"--text", "--text-field"},
                        {"--colour", ""},
                        {"x", ""},
                        {"", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(nearest(row.typed, flags) == row.meant);
    }
    CHECK(nearest("anything", {}).empty());
}
