#include "knowledge/word_trie.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace hardfacts;

namespace {

std::string found(const WordTrie& trie, std::string_view text, bool any_case) {
    std::string out;
    trie.find(text, any_case, [&](std::size_t size, std::uint32_t number) {
        out += std::to_string(size) + ":" + std::to_string(number) + " ";
    });
    return out;
}

}  // namespace

TEST_CASE("words that begin a text, the shorter first") {
    WordTrie trie;
    trie.add("GB", 1);
    trie.add("GB/s", 2);
    trie.add("基", 3);
    trie.add("GB", 4);
    trie.add("", 5);
    CHECK(found(trie, "GB/s peak", false) == "2:1 2:4 4:2 ");
    CHECK(found(trie, "基盤", false) == "3:3 ");
    CHECK(found(trie, "gb", false) == "");
    CHECK(found(trie, "", false) == "");
    CHECK(trie.starts_with('G'));
    CHECK(!trie.starts_with('B'));
}

TEST_CASE("words that end a text, any case where asked for") {
    WordTrie trie(WordTrie::Side::backward);
    trie.add("than", 1);
    trie.add("more than", 2);
    CHECK(found(trie, "More than", true) == "4:1 9:2 ");
    CHECK(found(trie, "More than", false) == "4:1 ");
    CHECK(found(trie, "more than ", true) == "");
}

TEST_CASE("what plain comparison of every word finds") {
    std::mt19937 random(13);
    const auto made = [&](std::size_t most) {
        std::string out;
        for (std::size_t k = random() % (most + 1); k > 0; --k) out.push_back("abcdefGH\xE3\x81"[random() % 10]);
        return out;
    };
    for (const WordTrie::Side side : {WordTrie::Side::forward, WordTrie::Side::backward}) {
        WordTrie trie(side);
        std::vector<std::pair<std::string, std::uint32_t>> words;
        for (std::uint32_t number = 0; number < 400; ++number) {
            words.emplace_back(made(4), number);
            trie.add(words.back().first, number);
        }
        for (int round = 0; round < 1000; ++round) {
            const std::string text = made(6);
            std::string expected;
            for (std::size_t size = 1; size <= text.size(); ++size) {
                for (const auto& [word, number] : words) {
                    const std::size_t at = side == WordTrie::Side::forward ? 0 : text.size() - size;
                    if (text.substr(at, size) != word) continue;
                    expected += std::to_string(size) + ":" + std::to_string(number) + " ";
                }
            }
            CAPTURE(text);
            REQUIRE(found(trie, text, false) == expected);
        }
    }
}
