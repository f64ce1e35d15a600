// Enters: a regular expression. Leaves: PatternEdge, the two bytes a match can begin or end with: most texts are turned
// away by them without a search. Tested in tests/knowledge/pattern_edge_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <string_view>

namespace hardfacts {

/// The outermost bytes of a match, on one side. Answers may be yes where the pattern does not match, never no where it
/// does; of a pattern that holds more than literals, classes, groups and repetitions, every answer is yes.
class PatternEdge {
public:
    enum class Side : bool { begin, end };

    /// Of no pattern: everything is allowed.
    PatternEdge();
    /// REQUIRES: RE2 compiles `pattern`.
    PatternEdge(std::string_view pattern, Side side);

    /// True where a match may have `outer` as its first (last) byte and `inner` as the second (last but one) or, where
    /// it is that short, have it beside it. A NUL stands for the end of the text.
    bool allows(char outer, char inner) const {
        return inner_[static_cast<unsigned char>(outer)][static_cast<unsigned char>(inner)];
    }

    /// True where a match may have `outer` as its first (last) byte.
    bool wakes(char outer) const { return inner_[static_cast<unsigned char>(outer)].any(); }

private:
    std::array<std::bitset<256>, 256> inner_;  ///< by the outer byte
};

}  // namespace hardfacts
