// Enters: paths of files that are not finished. Leaves: nothing of them when a signal ends the program.
// Tested in tests/e2e/.
#pragma once

#include <cstddef>
#include <string>

namespace hardfacts::cli {

/// From now on SIGINT, SIGTERM and SIGHUP remove the files that are registered and then end the program as they would
/// have. Signals live in a process's global state; so does this list, and nothing else of ours.
void remove_unfinished_on_signals();

/// Registers a file to be removed. Gives its slot, or `no_slot` where the list is full (16) or the path too long.
std::size_t register_unfinished(const std::string& path);
/// The file is finished or gone.
void forget_unfinished(std::size_t slot);

inline constexpr std::size_t no_slot = static_cast<std::size_t>(-1);

}  // namespace hardfacts::cli
