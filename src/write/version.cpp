#include "write/version.h"

namespace hardfacts {

std::string_view program_version() { return "hardfacts " HARDFACTS_VERSION; }

}  // namespace hardfacts
