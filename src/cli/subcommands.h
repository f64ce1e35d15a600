// Enters: a table of commands and the words of the command line. Leaves: the chosen one's exit status, or help, or an
// error told. Tested in tests/e2e/commands_test.py.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/commands.h"

namespace hardfacts::cli {

/// Runs the command of `table` that the first of `words` names. `program` ("hardfacts rules") is how the table's owner
/// is called, `about` what its help opens with, `epilogue` what its help closes with.
int run_subcommand(std::string_view program, std::string_view about, std::string_view epilogue,
                   std::span<const Command> table, std::span<const std::string> words);

}  // namespace hardfacts::cli
