// Enters: words, each with a number. Leaves: WordTrie, which finds the words that begin, or end, at a place of a text.
// Tested in tests/knowledge/word_trie_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hardfacts {

/// A byte trie, built once by add() and then only read. A word may hold several numbers. Upper-case ASCII of the text
/// also matches lower-case words where `any_case` is asked for.
class WordTrie {
public:
    enum class Side : std::uint8_t { forward, backward };

    explicit WordTrie(Side side = Side::forward) : side_(side), nodes_(1), numbers_(1), tables_(1) {}

    void add(std::string_view word, std::uint32_t number);

    /// forward: calls hit(size, number) for every word that `text` begins with; backward: that it ends with. The
    /// shorter first.
    template <typename Hit>
    void find(std::string_view text, bool any_case, Hit hit) const {
        if (text.empty()) return;
        const bool forward = side_ == Side::forward;
        const char* at = forward ? text.data() : text.data() + text.size() - 1;
        const std::ptrdiff_t step = forward ? 1 : -1;
        std::uint32_t node = root_[byte_of(*at, any_case)];
        for (std::size_t size = 1; node != 0; node = child(nodes_[node], byte_of(*at, any_case))) {
            for (std::uint32_t k = nodes_[node].numbers; k != 0; k = numbers_[k].next) hit(size, numbers_[k].number);
            if (size == text.size()) return;
            ++size;
            at += step;
        }
    }

    /// True where some word begins (backward: ends) with `byte`.
    bool starts_with(char byte) const { return root_[byte_of(byte, false)] != 0; }

private:
    /// Children are a list; of a node with many, a table too.
    struct Node {
        std::uint32_t child = 0, sibling = 0;
        std::uint32_t numbers = 0;  ///< first in numbers_, 0 for none
        std::uint16_t table = 0;    ///< in tables_, 0 for none
        unsigned char byte = 0;
    };
    struct Number {
        std::uint32_t number = 0, next = 0;
    };
    using Table = std::array<std::uint32_t, 256>;

    static unsigned char byte_of(char c, bool any_case) {
        return static_cast<unsigned char>(any_case && c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    std::uint32_t child(const Node& node, unsigned char byte) const {
        if (node.table != 0) return tables_[node.table][byte];
        std::uint32_t next = node.child;
        while (next != 0 && nodes_[next].byte != byte) next = nodes_[next].sibling;
        return next;
    }
    std::uint32_t add_child(std::uint32_t node, unsigned char byte);
    void add_table(std::uint32_t node);

    Side side_;
    Table root_{};
    std::vector<Node> nodes_;
    std::vector<Number> numbers_;
    std::vector<Table> tables_;
};

}  // namespace hardfacts
