// Enters: the words of the command line. Leaves: the program's exit status; data on standard output, talk on standard
// error. Tested in tests/cli/ and tests/e2e/.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hardfacts::cli {

/// A command: to add one, add its row in commands.cpp and its file.
struct Command {
    std::string_view name;
    std::string_view does;                               ///< one line for the list of commands
    int (*run)(std::span<const std::string> arguments);  ///< gets the words behind its name, gives an exit status
};

std::span<const Command> commands();

int extract_command(std::span<const std::string> arguments);
int convert_command(std::span<const std::string> arguments);
int stats_command(std::span<const std::string> arguments);
int diff_command(std::span<const std::string> arguments);
int rules_command(std::span<const std::string> arguments);
int gazetteer_command(std::span<const std::string> arguments);
int gazetteer_add_command(std::span<const std::string> arguments);
int gazetteer_suggest_command(std::span<const std::string> arguments);
int explain_command(std::span<const std::string> arguments);
int formats_command(std::span<const std::string> arguments);

/// The whole program: `words` are those behind the program's name. No exception leaves it.
int run_program(const std::vector<std::string>& words);

}  // namespace hardfacts::cli
