#include "cli/commands.h"

#include <exception>
#include <iostream>
#include <new>

#include "cli/status.h"
#include "cli/subcommands.h"

namespace hardfacts::cli {

namespace {

constexpr Command table[] = {
    {"extract", "read news and write what it claims, with the place of every claim", extract_command},
    {"convert", "write records that were made earlier in other formats", convert_command},
    {"stats", "count what records hold, with bars", stats_command},
    {"explain", "tell why a value is the fact it is, or why it is none", explain_command},
    {"diff", "tell what a change of rules or gazetteers changes over a corpus", diff_command},
    {"rules", "test, check and show rules", rules_command},
    {"gazetteer", "check, search and grow the gazetteers", gazetteer_command},
    {"formats", "list the formats that can be read and written", formats_command},
};

constexpr const char* about = "hardfacts reads industry news and writes structured facts with exact source spans.";
constexpr const char* epilogue =
    ", `hardfacts --version` tells the version.\n"
    "\nexit status: 0 done; 1 a gate that was asked for did not hold; 2 nothing could be done: usage, a rule or\n"
    "gazetteer in error, an output that cannot be written; 3 some inputs failed, the others are done\n";

int dispatch(const std::vector<std::string>& words) {
    if (!words.empty() && words[0] == "--version") {
        std::cout << "hardfacts " HARDFACTS_VERSION "\n";
        return status_done;
    }
    return run_subcommand("hardfacts", about, epilogue, table, words);
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
