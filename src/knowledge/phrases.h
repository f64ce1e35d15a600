// Enters: phrases in folded form. Leaves: PhraseTable, which finds them all in a stretch of text.
// Tested in tests/knowledge/phrases_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// Finds every occurrence of its phrases: ASCII letters in any case, Latin words only whole, the longest where
/// several begin at one place.
/// For short stretches (a sentence with a value in it); names are found by the automaton of NameTable.
class PhraseTable {
public:
    struct Hit {
        Span span;           ///< in the text searched
        std::size_t phrase;  ///< number given by add()
    };

    /// The number of `phrase`; the same phrase has the same number. REQUIRES: !phrase.empty(), compile() not called.
    std::size_t add(std::string_view phrase);
    void compile();

    /// Appends every hit that begins inside `range` of `text`, in order. REQUIRES: compile() was called.
    void find(std::string_view text, Span range, std::vector<Hit>& hits) const;

private:
    std::vector<std::string> phrases_;             ///< lower-cased, by number
    std::vector<std::uint32_t> order_;             ///< numbers, by first byte, then the longer first
    std::array<std::uint32_t, 257> first_byte_{};  ///< where each first byte begins in order_
};

}  // namespace hardfacts
