// Enters: the source of a document. Leaves: byte spans turned into spans in bytes, code points and UTF-16 units.
// Tested in tests/resolve/positions_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace hardfacts {

/// Counts code points and UTF-16 units once, at every 64th byte, so that any span costs two short counts.
/// Keeps views of its arguments: they must outlive it.
class SourcePositions {
public:
    /// `byte_offsets`: as in Document; empty where the source is its own original. REQUIRES: valid UTF-8.
    explicit SourcePositions(std::string_view source, std::span<const std::uint32_t> byte_offsets = {});

    /// `byte` counts in the source; the result's bytes count in the original.
    /// REQUIRES: span.begin <= span.end <= source.size(), both at the start of a code point (or the end).
    SourceSpan locate(Span byte) const;

private:
    struct Count {
        std::size_t characters;
        std::size_t units;
    };
    Count count_to(std::size_t offset) const;
    Count count_from(Count before, std::size_t from, std::size_t to) const;

    std::string_view source_;
    std::span<const std::uint32_t> byte_offsets_;
    std::vector<Count> checkpoints_;  ///< empty when the source is ASCII: all three offsets are the same
};

}  // namespace hardfacts
