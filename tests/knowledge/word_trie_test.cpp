#include "knowledge/word_trie.h"

#include <doctest/doctest.h>

#include <string>

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
