// Enters: the -o, --table and --no-bom of a command. Leaves: the Outputs they ask for, or what is wrong with them.
// Tested in tests/e2e/outputs_test.py.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/outputs.h"

namespace hardfacts::cli {

struct OutputArguments {
    std::vector<std::string> files;  ///< as named; "-" is JSON Lines on standard output
    bool table = false;
    bool no_bom = false;
};

/// Declares the options.
void declare_outputs(CLI::App& app, OutputArguments& arguments);

/// What is wrong with them, or empty. No input may be written to.
std::string output_fault(const OutputArguments& arguments, const std::vector<std::string>& inputs);

/// Opens every output, or none: the string is what went wrong. Without any a terminal is shown the table, and a pipe
/// gets JSON Lines.
std::string open_outputs(const OutputArguments& arguments, Outputs& outputs);

/// True if one of them shows the documents' sources.
bool wants_sources(const OutputArguments& arguments);

/// ", "-joined names of the files that leave out documents whose source is not at hand.
std::string files_in_need_of_sources(const OutputArguments& arguments);

/// ", "-joined names of the files that are written, without standard output.
std::string named_files(const OutputArguments& arguments);

}  // namespace hardfacts::cli
