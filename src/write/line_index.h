// Enters: a source text. Leaves: the line on which each of its characters stands.
// Tested in tests/write/line_index_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hardfacts {

/// Lines are counted by line feeds, from 1.
class LineIndex {
public:
    /// `source`: valid UTF-8.
    explicit LineIndex(std::string_view source);

    /// The line of the character with this number (from 0), or 0 where the source ends before it.
    std::size_t line_of(std::size_t character) const;

private:
    std::vector<std::size_t> breaks_;  ///< the numbers of the line feeds, ascending
    std::size_t characters_ = 0;
};

}  // namespace hardfacts
