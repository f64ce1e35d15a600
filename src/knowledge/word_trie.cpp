#include "knowledge/word_trie.h"

#include <limits>

namespace hardfacts {

void WordTrie::add(std::string_view word, std::uint32_t number) {
    if (word.empty()) return;
    std::uint32_t node = 0;
    for (std::size_t k = 0; k < word.size(); ++k) {
        const auto byte = static_cast<unsigned char>(side_ == Side::forward ? word[k] : word[word.size() - 1 - k]);
        const std::uint32_t next = node == 0 ? root_[byte] : child(nodes_[node], byte);
        node = next != 0 ? next : add_child(node, byte);
    }
    std::uint32_t* last = &nodes_[node].numbers;
    while (*last != 0) last = &numbers_[*last].next;
    *last = static_cast<std::uint32_t>(numbers_.size());
    numbers_.push_back({number, 0});
}

std::uint32_t WordTrie::add_child(std::uint32_t node, unsigned char byte) {
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    nodes_[made].byte = byte;
    if (node == 0) return root_[byte] = made;
    nodes_[made].sibling = nodes_[node].child;
    nodes_[node].child = made;
    if (nodes_[node].table != 0) {
        tables_[nodes_[node].table][byte] = made;
    } else {
        add_table(node);
    }
    return made;
}

/// Gives a node with many children a table, as long as there are numbers for tables.
void WordTrie::add_table(std::uint32_t node) {
    constexpr std::size_t many = 5;
    std::size_t children = 0;
    for (std::uint32_t k = nodes_[node].child; k != 0; k = nodes_[k].sibling) ++children;
    if (children < many || tables_.size() > std::numeric_limits<std::uint16_t>::max()) return;
    nodes_[node].table = static_cast<std::uint16_t>(tables_.size());
    Table& table = tables_.emplace_back();
    for (std::uint32_t k = nodes_[node].child; k != 0; k = nodes_[k].sibling) table[nodes_[k].byte] = k;
}

}  // namespace hardfacts
