// Enters: what --knowledge and the environment say. Leaves: the folder that holds rules/ and gazetteers/.
// Tested in tests/cli/knowledge_place_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "model/diagnostic.h"

namespace hardfacts::cli {

/// True where `folder` holds rules/ and gazetteers/.
bool holds_knowledge(const std::filesystem::path& folder);

/// Where to look: --knowledge, else HARDFACTS_KNOWLEDGE, else ../share/hardfacts beside the installed program, else the
/// repository that `program` was built in (build/PRESET/hardfacts). A place that is named has to be right: the next one
/// is not tried.
std::variant<std::filesystem::path, Diagnostic> find_knowledge(const std::string& named, const char* environment,
                                                               const std::filesystem::path& program);

}  // namespace hardfacts::cli
