#include "scan/sentences.h"

namespace hardfacts {

std::vector<Sentence> find_sentences(const Text& text) {
    std::vector<Sentence> sentences;
    for (std::size_t k = 0; k < text.blocks.size(); ++k) sentences.push_back({text.blocks[k].span, k});
    return sentences;
}

}  // namespace hardfacts
