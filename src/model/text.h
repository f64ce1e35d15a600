// Enters: what fold/ made of a Document's text. Leaves: Text, the one form in which names and numbers are compared.
// Built by fold/, tested in tests/fold/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/offset_map.h"
#include "model/span.h"

namespace hardfacts {

/// A block of the document in folded coordinates.
struct TextBlock {
    Span span;          ///< in Text::folded
    std::size_t block;  ///< index in Document::blocks
    BlockKind kind;
};

/// The folded text: width and presentation forms unified, numbers unchanged, case kept.
struct Text {
    std::string folded;
    OffsetMap map;                   ///< folded -> Document::text
    std::vector<TextBlock> blocks;   ///< the blocks that are not code, in order
    std::vector<Span> code;          ///< inline code, in folded coordinates
    std::vector<std::size_t> seams;  ///< offsets in folded where a link or an element of the source begins or ends that
                                     ///< is more than looks, ascending: no name runs across one
};

}  // namespace hardfacts
