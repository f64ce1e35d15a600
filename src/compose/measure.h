// Enters: a value mention. Leaves: its measure, the class of values that share cue words and attributes.
// Tested in tests/compose/measure_test.cpp.
#pragma once

#include <string_view>

#include "model/mention.h"

namespace hardfacts {

/// "money", "percent", "ratio", "rank", "duration", "compute", "data", "data_rate", "power", "energy", "frequency",
/// "time", "length", "area", "count", "token", "token_rate",
/// "other" for quantities of any other unit; empty for values that make no claim of their own.
std::string_view measure_of(const Mention& value);

}  // namespace hardfacts
