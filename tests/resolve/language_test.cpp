#include "resolve/language.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("the language is named by what there is to read") {
    struct Row {
        const char* text;
        const char* language;
    };
    for (const Row row : {Row{"", "other"},
                          {"12,345 — 67%", "other"},
                          {"The company shipped 400 servers to its first customer.", "en"},
                          {"同社は最初の顧客に400台のサーバーを出荷した。", "ja"},
                          {"NVIDIAは新しいGPUを発表した。価格は明らかにしていない。", "ja"},
                          {"The rack ships in May, said the firm. 同社は五月にラックを出荷すると述べた。", "mixed"},
                          {"该公司宣布推出新的人工智能芯片，性能提升两倍。", "other"}}) {
        CHECK_MESSAGE(std::string(language_of(row.text)) == row.language, row.text);
    }
}
