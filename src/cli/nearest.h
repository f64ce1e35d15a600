// Enters: a word that was typed and the words that exist. Leaves: the one that was probably meant.
// Tested in tests/cli/nearest_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hardfacts::cli {

/// The fewest letters to insert, delete, replace or swap with their neighbour that make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to `typed`, or empty where none is near: more than a third of its letters are wrong.
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace hardfacts::cli
