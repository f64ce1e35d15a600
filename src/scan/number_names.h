// Enters: an amount. Leaves: whether its number is part of a name, an address or a file name, and so no value.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include "scan/value_amount.h"

namespace hardfacts {

/// True where what stands right before and behind the numeral makes it part of something else: H100, v2.1, GPT-4, a
/// URL, a file name, an e-mail address, a hash tag.
bool is_part_of_name(const ValueContext& context, const Amount& amount);

}  // namespace hardfacts
