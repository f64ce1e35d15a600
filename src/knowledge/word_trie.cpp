#include "knowledge/word_trie.h"

namespace hardfacts {

void WordTrie::add(std::string_view word, std::uint32_t number) {
    if (word.empty()) return;
    std::uint32_t node = 0;
    for (std::size_t k = 0; k < word.size(); ++k) {
        const char c = side_ == Side::forward ? word[k] : word[word.size() - 1 - k];
        std::uint32_t next = child(node, c);
        if (next == 0) {
            next = static_cast<std::uint32_t>(nodes_.size());
            nodes_.emplace_back();
            if (node == 0)
                root_[static_cast<unsigned char>(c)] = next;
            else
                nodes_[node].children.emplace_back(c, next);
        }
        node = next;
    }
    nodes_[node].numbers.push_back(number);
}

}  // namespace hardfacts
