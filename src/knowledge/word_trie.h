// Enters: words, each with a number. Leaves: WordTrie, which finds the words that begin, or end, at a place of a text.
// Tested in tests/knowledge/word_trie_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hardfacts {

/// A byte trie, built once by add() and then only read. A word may hold several numbers. Upper-case ASCII of the text
/// also matches lower-case words where `any_case` is asked for.
class WordTrie {
public:
    enum class Side : std::uint8_t { forward, backward };

    explicit WordTrie(Side side = Side::forward) : side_(side) { nodes_.emplace_back(); }

    void add(std::string_view word, std::uint32_t number);

    /// forward: calls hit(size, number) for every word that `text` begins with; backward: that it ends with. The
    /// shorter first.
    template <typename Hit>
    void find(std::string_view text, bool any_case, Hit hit) const {
        std::uint32_t node = 0;
        for (std::size_t k = 0; k < text.size(); ++k) {
            const char c = side_ == Side::forward ? text[k] : text[text.size() - 1 - k];
            node = child(node, any_case && c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c);
            if (node == 0) return;
            for (const std::uint32_t number : nodes_[node].numbers) hit(k + 1, number);
        }
    }

    /// True where some word begins (backward: ends) with `byte`.
    bool starts_with(char byte) const { return child(0, byte) != 0; }

private:
    struct Node {
        std::vector<std::pair<char, std::uint32_t>> children;
        std::vector<std::uint32_t> numbers;
    };
    std::uint32_t child(std::uint32_t node, char byte) const {
        if (node == 0) return root_[static_cast<unsigned char>(byte)];
        for (const auto& [c, next] : nodes_[node].children) {
            if (c == byte) return next;
        }
        return 0;
    }

    Side side_;
    std::array<std::uint32_t, 256> root_{};
    std::vector<Node> nodes_;
};

}  // namespace hardfacts
