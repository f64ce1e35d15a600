// Enters: a command's declared options. Leaves: those by which every command reads its inputs.
// Tested in tests/e2e/inputs_test.py.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "hardfacts.h"

namespace hardfacts::cli {

/// Declares --format, --encoding, --all-text, --max-bytes and the fields of JSON.
void declare_input(CLI::App& app, InputOptions& options);

/// What is wrong with them, or empty.
std::string input_fault(const InputOptions& options);

}  // namespace hardfacts::cli
