// Enters: a dollar sign in a text. Leaves: whether it begins or ends a formula ($25\times$, $n_{b}$) rather than an
// amount of money. Tested in tests/scan/math_signs_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>

namespace hardfacts {

/// True where the `$` at `at` is one of a pair around TeX mathematics. A pair is what Pandoc takes for one: the first
/// has no space behind it, the second none before it and no digit behind it. And what is between must look it: a number
/// alone, or with a sign that formulas have and prices have not. Looks 120 bytes back, not before `begin`.
bool delimits_math(std::string_view text, std::size_t begin, std::size_t at);

}  // namespace hardfacts
