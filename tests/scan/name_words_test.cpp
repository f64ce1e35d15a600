#include "scan/name_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

/// The words with | between them, + where they are joined.
std::string words_of(std::string_view text) {
    std::vector<NameWord> words;
    find_name_words(text, {0, text.size()}, words);
    std::string out;
    for (const NameWord& word : words) {
        if (!out.empty()) out += word.joined ? '+' : '|';
        out += slice(text, word.span);
    }
    return out;
}

}  // namespace

TEST_CASE("words written as names are") {
    struct Row {
        const char* text;
        const char* words;
    };
    const Row rows[] = {
        {"", ""},
        {"nothing in these words", ""},
        {"we met Ada Byron there", "Ada+Byron"},
        {"Ada  Byron, Cora", "Ada|Byron|Cora"},
        {"xAI and iFLYTEK but notAName", "xAI|iFLYTEK"},
        {"D-Wave, AT&T, Tiffany & Co", "D-Wave|AT&T|Tiffany+Co"},
        {"Ada-based work", "Ada"},
        {"Société Générale spoke", "Société+Générale"},
        {"éclairA", ""},
        {"4GPUs are not", ""},
        {"月見草のツキミ・ソウがAdaを", "月見草|ツキミ+ソウ|Ada"},
        {"ひらがなだけ", ""},
        {"a long stretch of small letters, then the name Zed", "Zed"},
    };
    for (const Row& row : rows) CHECK_MESSAGE(words_of(row.text) == row.words, row.text);
}
