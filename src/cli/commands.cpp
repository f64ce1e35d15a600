#include "cli/commands.h"

#include <algorithm>
#include <array>
#include <exception>
#include <iostream>
#include <new>

#include "cli/nearest.h"
#include "cli/status.h"

namespace hardfacts::cli {

namespace {

constexpr std::array<Command, 5> table = {{
    {"extract", "read news and write what it claims, with the place of every claim", extract_command},
    {"convert", "write records that were made earlier in other formats", convert_command},
    {"stats", "count what records hold, with bars", stats_command},
    {"explain", "tell why a value is the fact it is, or why it is none", explain_command},
    {"formats", "list the formats that can be read and written", formats_command},
}};

void print_help(std::ostream& out) {
    out << "hardfacts reads industry news and writes structured facts with exact source spans.\n\n"
           "usage: hardfacts COMMAND [arguments]\n\ncommands:\n";
    for (const Command& command : table) {
        out << "  " << command.name << std::string(12 - command.name.size(), ' ') << command.does << '\n';
    }
    out << "\n`hardfacts COMMAND --help` explains a command, `hardfacts --version` tells the version.\n"
           "\nexit status: 0 done; 1 a gate that was asked for did not hold; 2 nothing could be done: usage, a rule "
           "or\n"
           "gazetteer in error, an output that cannot be written; 3 some inputs failed, the others are done\n";
}

int unknown_command(const std::string& word) {
    std::vector<std::string> names;
    for (const Command& command : table) names.emplace_back(command.name);
    const std::string meant = nearest(word, names);
    std::cerr << "hardfacts: error: " << (word.starts_with('-') ? "unknown option " : "unknown command ") << word
              << (meant.empty() ? "" : "; did you mean " + meant + "?") << "\nTry `hardfacts --help`.\n";
    return status_usage;
}

int dispatch(const std::vector<std::string>& words) {
    if (words.empty()) {
        print_help(std::cerr);
        return status_usage;
    }
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
        print_help(std::cout);
        return status_done;
    }
    if (words[0] == "--version") {
        std::cout << "hardfacts " HARDFACTS_VERSION "\n";
        return status_done;
    }
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Command& command) { return command.name == words[0]; });
    if (found == table.end()) return unknown_command(words[0]);
    return found->run(std::span(words).subspan(1));
}

}  // namespace

std::span<const Command> commands() { return table; }

int run_program(const std::vector<std::string>& words) {
    try {
        const int status = dispatch(words);
        std::cout.flush();
        return status;
    } catch (const std::bad_alloc&) {
        std::cerr << "hardfacts: error: out of memory; nothing was written\n";
    } catch (const std::exception& error) {
        std::cerr << "hardfacts: error: " << error.what() << "; please report this\n";
    }
    return status_usage;
}

}  // namespace hardfacts::cli
