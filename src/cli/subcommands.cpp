#include "cli/subcommands.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include "cli/nearest.h"
#include "cli/status.h"

namespace hardfacts::cli {

namespace {

void print_help(std::ostream& out, std::string_view program, std::string_view about, std::string_view epilogue,
                std::span<const Command> table) {
    out << about << "\n\nusage: " << program << " COMMAND [arguments]\n\ncommands:\n";
    for (const Command& command : table) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.does << '\n';
    }
    out << "\n`" << program << " COMMAND --help` explains a command" << epilogue;
}

int unknown_command(std::string_view program, std::span<const Command> table, const std::string& word) {
    std::vector<std::string> names;
    for (const Command& command : table) names.emplace_back(command.name);
    const std::string meant = nearest(word, names);
    std::cerr << program << ": error: " << (word.starts_with('-') ? "unknown option " : "unknown command ") << word
              << (meant.empty() ? "" : "; did you mean " + meant + "?") << "\nTry `" << program << " --help`.\n";
    return status_usage;
}

}  // namespace

int run_subcommand(std::string_view program, std::string_view about, std::string_view epilogue,
                   std::span<const Command> table, std::span<const std::string> words) {
    if (words.empty()) {
        print_help(std::cerr, program, about, epilogue, table);
        return status_usage;
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        print_help(std::cout, program, about, epilogue, table);
        return status_done;
    }
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Command& command) { return command.name == words[0]; });
    if (found == table.end()) return unknown_command(program, table, words[0]);
    return found->run(words.subspan(1));
}

}  // namespace hardfacts::cli
