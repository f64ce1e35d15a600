#include "scan/values.h"

namespace hardfacts {

void scan_values(const Text&, const ValueTable&, Findings&) {}

}  // namespace hardfacts
