// Enters: where the knowledge is said to lie. Leaves: the Extractor, or what is wrong. Tested in tests/e2e/.
#pragma once

#include <string>
#include <variant>

#include "hardfacts.h"

namespace hardfacts::cli {

/// Loads from `named`, else from HARDFACTS_KNOWLEDGE, else from the program's own place.
std::variant<Extractor, Diagnostics> load_extractor(const std::string& named);

}  // namespace hardfacts::cli
