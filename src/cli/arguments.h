// Enters: a command's declared options and the words behind its name. Leaves: the options filled in, or help or an
// error told. Tested in tests/e2e/.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <span>
#include <string>

namespace hardfacts::cli {

using Arguments = std::span<const std::string>;

/// Reads `arguments` into what `app` declares. Nothing if the command may go on; else the status to end with, when help
/// was asked for and printed, or the words are wrong and that was told.
std::optional<int> parse(CLI::App& app, Arguments arguments);

/// Tells on standard error what is wrong with how the program was called. Gives status_usage.
int usage_error(const CLI::App& app, const std::string& message);

}  // namespace hardfacts::cli
