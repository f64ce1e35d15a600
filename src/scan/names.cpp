#include "scan/names.h"

namespace hardfacts {

void scan_names(const Text&, const NameTable&, Findings&) {}

}  // namespace hardfacts
