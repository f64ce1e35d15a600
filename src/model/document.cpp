#include "model/document.h"

#include <algorithm>

namespace hardfacts {

std::size_t block_at(const Document& document, std::size_t offset) {
    const auto& blocks = document.blocks;
    auto after = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                  [](std::size_t at, const Block& block) { return at < block.text.begin; });
    if (after == blocks.begin()) return no_block;
    const auto found = std::prev(after);
    return offset < found->text.end ? static_cast<std::size_t>(found - blocks.begin()) : no_block;
}

}  // namespace hardfacts
