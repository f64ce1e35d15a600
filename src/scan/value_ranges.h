// Enters: an amount and what follows it. Leaves: the range it begins: $5 to $10, 60〜80億円, from 8割 to 9割.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <cstddef>

#include "scan/value_amount.h"

namespace hardfacts {

/// True for lengths, areas, volumes and weights: told from … to … with both units they are two measures.
bool is_everyday(const Amount& amount);

/// Makes a range of `first` where a sign or word of ranges and a second amount follow it; `end` becomes the place
/// behind what was read. False, and nothing changed, where none does or where the two are told as a change.
bool join_range(const ValueContext& context, Amount& first, std::size_t& end);

}  // namespace hardfacts
