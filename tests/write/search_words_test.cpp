#include "write/search_words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace hardfacts;

TEST_CASE("characters of scripts without spaces stand alone, other words stand whole") {
    struct Row {
        std::string_view text, words;
    };
    const Row rows[] = {{"", ""},
                        {"富岳", " 富 岳"},
                        {"24,000基ものAMD Instinct", " 24,000 基 も の AMD Instinct"},
                        {"AMDと組む", " AMD と 組 む"},
                        {"two words", " two words"},
                        {"サーバー", " サ ー バ ー"},
                        {"ＡＭＤのｻｰﾊﾞ", " AMD の サ ー バ"},
                        {"삼성 HBM", " 삼 성  HBM"},
                        {"Zürich", " Zürich"},
                        {"𠮷野家", " 𠮷 野 家"},
                        {"AMD\xFF富", " AMD\uFFFD 富"}};
    for (const Row& row : rows) {
        std::string out;
        append_search_words(out, row.text);
        CHECK(out == row.words);
    }
}

TEST_CASE("what is appended never joins what stands before") {
    std::string out = " AMD";
    append_search_words(out, "Inc");
    CHECK(out == " AMD Inc");
}
