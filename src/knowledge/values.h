#pragma once

#include <filesystem>
#include <memory>

#include "model/diagnostic.h"

namespace hardfacts {

class ValueTable {
public:
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const ValueTable> load(const std::filesystem::path& root, Diagnostics& faults);
};

}  // namespace hardfacts
