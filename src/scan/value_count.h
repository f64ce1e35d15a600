// Enters: a numeral without a unit behind it. Leaves: the count it states, where it counts something.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include "scan/value_amount.h"

namespace hardfacts {

/// Makes `amount` a count where English nouns (12 CPU cores, 2 million developers), an entity (24,000 MI355X), `of the`
/// and nouns (94 of the top 500 supercomputers), `の` and things (数百万のGPU), or `x` and a thing (2 x Tesla K80)
/// follow its numeral. False where none does.
bool read_count(const ValueContext& context, Amount& amount);

}  // namespace hardfacts
