// Enters: pieces of a derived text, each with the range of the original it was made from.
// Leaves: the way back from any range of the derived text. Tested in tests/model/offset_map_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// Maps ranges of a derived text (Markdown without its markup, folded text) back to the original.
///
///   original   A  T  &  a  m  p  ;  T          pieces   derived [0,2) = original [0,2)  verbatim
///   derived    A  T  &              T                   derived [2,3) = original [2,7)  replaced
///                                                       derived [3,4) = original [7,8)  verbatim
///
/// Inside a verbatim piece offsets run in step; any part of a replaced piece maps to the whole of its original,
/// so that a span never ends inside `&amp;` or a code point. Original text between two pieces was left out.
class OffsetMap {
public:
    struct Piece {
        std::size_t derived;        ///< where the piece begins in the derived text
        std::size_t original;       ///< where its original begins
        std::size_t derived_size;   ///< bytes in the derived text
        std::size_t original_size;  ///< bytes in the original; equal to derived_size when verbatim
        bool verbatim;
    };

    /// Appends a piece that is the same bytes on both sides; joins with the piece before where they meet.
    void add_verbatim(std::size_t original, std::size_t size);
    /// Appends a piece whose `derived_size` bytes stand for original bytes [original.begin, original.end).
    void add_replaced(Span original, std::size_t derived_size);

    /// The original range of a derived range: from the first to the last byte it came from.
    /// An empty range maps to an empty range. REQUIRES: span.end <= derived_size().
    Span to_original(Span span) const;
    /// The same, looked for near `piece` first, the piece that the call before found: for ranges that mostly ascend.
    Span to_original(Span span, std::size_t& piece) const;

    /// Takes the last `size` derived bytes away again. REQUIRES: they lie in one piece.
    void drop_tail(std::size_t size);

    /// Finds derived ranges of original ranges, asked for in ascending order; amortised constant time.
    class Follower {
    public:
        explicit Follower(const OffsetMap& map) : map_(map) {}
        /// The smallest derived range that holds what came from `original`; empty where nothing did.
        Span to_derived(Span original);

    private:
        std::size_t position(std::size_t original) const;
        const OffsetMap& map_;
        std::size_t piece_ = 0;
    };

    /// The map from this derived text, seen as the original of `outer`, to this map's own original.
    static OffsetMap compose(const OffsetMap& outer, const OffsetMap& inner);

    /// The map of a text that is its original from the first to the last byte.
    static OffsetMap identity(std::size_t size);

    std::size_t derived_size() const { return derived_size_; }
    bool is_identity() const;
    const std::vector<Piece>& pieces() const { return pieces_; }

private:
    const Piece& piece_at(std::size_t derived) const;
    std::size_t piece_near(std::size_t derived, std::size_t hint) const;
    Span empty_to_original(std::size_t at) const;

    std::vector<Piece> pieces_;
    std::size_t derived_size_ = 0;
};

}  // namespace hardfacts
