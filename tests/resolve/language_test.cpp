#include "resolve/language.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "model/utf8.h"

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

namespace {

/// What language_of() says, by the classes of model/utf8.h, character by character. Scripts count by their first bytes
/// there, so the text must hold no characters of others that begin as these do.
std::string naive_language_of(std::string_view text) {
    std::size_t kana = 0, han = 0, latin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode_at(text, at);
        kana += is_hiragana(c) || is_katakana(c) ? 1U : 0U;
        han += is_han(c) ? 1U : 0U;
        latin += is_ascii_alpha(c) ? 1U : 0U;
        at += size;
    }
    const std::size_t japanese = kana + han, english = latin / 3;
    if (japanese + english == 0) return "other";
    const std::size_t share = 100 * english / (japanese + english);
    return share >= 90 ? "en" : kana * 20 < japanese ? "other" : share >= 25 ? "mixed" : "ja";
}

}  // namespace

TEST_CASE("scripts are counted the same in texts of every length and mixture") {
    const std::string_view characters[] = {"a",  "Z",  "4",  " ",  "@",  "[",  "`",  "{", "é", "€", "。",
                                           "、", "か", "ン", "漢", "字", "㐀", "龥", "😀", "q", "x", "の"};
    std::uint32_t random = 1;
    for (std::size_t size = 0; size < 1500; size += 1 + size / 20) {
        for (std::uint32_t share = 1; share <= 22; share += 3) {
            std::string text;
            while (text.size() < size) {
                random = random * 1664525U + 1013904223U;
                const std::uint32_t roll = random >> 16U;
                text += roll % 3 == 0 ? characters[roll / 3 % std::size(characters)] : characters[roll / 3 % share];
            }
            REQUIRE_MESSAGE(language_of(text) == naive_language_of(text), text);
        }
    }
}
