// Enters: nothing. Leaves: the version of the program that writes, for outputs that name it.
#pragma once

#include <string_view>

namespace hardfacts {

/// "hardfacts 0.1.0"
std::string_view program_version();

}  // namespace hardfacts
