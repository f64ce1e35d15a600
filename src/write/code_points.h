// Enters: a text in UTF-8. Leaves: its parts by offsets in code points. Tested in tests/write/code_points_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// Finds what spans in code points cover, in any order. REQUIRES: valid UTF-8, which outlives it.
class CodePoints {
public:
    explicit CodePoints(std::string_view text);

    std::size_t size() const { return size_; }
    /// The part; what lies behind the end of the text is left out.
    std::string_view slice(Span characters) const;

private:
    /// The byte at which a code point begins.
    std::size_t byte_of(std::size_t character) const;

    static constexpr std::size_t stride = 64;
    std::string_view text_;
    std::size_t size_ = 0;
    std::vector<std::size_t> marks_;  ///< the byte of every stride-th code point
};

}  // namespace hardfacts
