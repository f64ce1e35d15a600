// Enters: new rows for an entity file. Leaves: what the file is to hold with them, or why they are refused.
// Tested in tests/workbench/gazetteer_add_test.cpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

/// A row, by column: {"name", "Kestrel Compute"}. The order is free.
using NewRow = std::vector<std::pair<std::string, std::string>>;

/// The rows of a CSV text with a header line. Faults are told as of a file called `shown`.
std::vector<NewRow> read_new_rows(std::string shown, std::string source, Diagnostics& faults);

/// A cell as CSV writes it: in quotes where it has to be.
std::string quoted_cell(const std::string& cell);

/// The slug of a name: `Kestrel Compute` -> `kestrel-compute`.
std::string slug_for(std::string_view name);

/// A file as it is to be written.
struct GrownFile {
    std::filesystem::path path;
    std::string shown, content;
    std::size_t first_line = 0;  ///< of the new rows
};

/// Appends `rows` to the file of `type` ("company") in the last layer of gazetteers, making it where it is missing.
/// Either the file, or every reason against it: what keeps it from loading, and what lint_gazetteers() tells of it that
/// it did not tell before. `replaces` allows ids that an earlier layer has. Nothing is written.
std::variant<GrownFile, Diagnostics> grow_gazetteer(const KnowledgeFolders& folders, const std::string& type,
                                                    const std::vector<NewRow>& rows, bool replaces);

}  // namespace hardfacts
