#include "cli/arguments.h"

#include <algorithm>
#include <iostream>
#include <vector>

#include "cli/nearest.h"
#include "cli/status.h"

namespace hardfacts::cli {

namespace {

std::vector<std::string> long_flags(const CLI::App& app) {
    std::vector<std::string> flags;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    }
    return flags;
}

/// The first word that begins like a flag but is none, or empty. Words behind -- and - itself are no flags.
std::string unknown_flag(const CLI::App& app, Arguments arguments) {
    const std::vector<std::string> known = long_flags(app);
    for (const std::string& word : arguments) {
        if (word == "--") break;
        if (!word.starts_with("--")) continue;
        std::string flag = word.substr(0, word.find('='));
        if (std::find(known.begin(), known.end(), flag) == known.end()) return flag;
    }
    return "";
}

}  // namespace

int usage_error(const CLI::App& app, const std::string& message) {
    std::cerr << app.get_name() << ": error: " << message << "\nTry `" << app.get_name() << " --help`.\n";
    return status_usage;
}

std::optional<int> parse(CLI::App& app, Arguments arguments) {
    std::vector<std::string> words(arguments.rbegin(), arguments.rend());  // CLI11 takes them from the back
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        std::cout << app.help();
        return status_done;
    } catch (const CLI::ParseError& error) {
        const std::string flag = unknown_flag(app, arguments);
        if (flag.empty()) return usage_error(app, error.what());
        const std::string meant = nearest(flag, long_flags(app));
        return usage_error(app, "unknown option " + flag + (meant.empty() ? "" : "; did you mean " + meant + "?"));
    }
    return std::nullopt;
}

}  // namespace hardfacts::cli
