// The project's own rules and units of values, loaded once for the tests that read values.
#pragma once

#include <filesystem>
#include <memory>

#include "knowledge/values.h"
#include "support/root.h"

namespace hardfacts {

inline const ValueTable& project_values() {
    static const std::unique_ptr<const ValueTable> loaded = [] {
        Diagnostics faults;
        return ValueTable::load(std::filesystem::path(HARDFACTS_ROOT), faults);
    }();
    return *loaded;
}

}  // namespace hardfacts
