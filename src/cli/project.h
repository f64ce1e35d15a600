// Enters: a project file, hardfacts.toml. Leaves: the layers of rules and gazetteers it names, or every fault in it.
// Tested in tests/cli/project_test.cpp.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/diagnostic.h"

namespace hardfacts::cli {

/// A folder that a project file names: as it is written there, and where it is.
struct ProjectFolder {
    std::string written;
    std::filesystem::path path;
};

struct Project {
    std::optional<ProjectFolder> knowledge;  ///< in place of the program's own
    std::vector<ProjectFolder> gazetteers, rules;
};

/// The hardfacts.toml of `folder` or of the nearest folder above it.
std::optional<std::filesystem::path> find_project(const std::filesystem::path& folder);

/// Reads it; paths in it count from its folder. Every fault is appended to `faults`.
Project read_project(const std::filesystem::path& file, Diagnostics& faults);

}  // namespace hardfacts::cli
