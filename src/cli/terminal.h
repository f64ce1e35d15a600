// Enters: a file descriptor and the environment. Leaves: what may be shown there. Tested in tests/e2e/.
#pragma once

#include <cstddef>

namespace hardfacts::cli {

bool is_terminal(int descriptor);

/// True if colour is welcome: a terminal that is not dumb, and NO_COLOR is unset or empty.
bool wants_colour(int descriptor);

/// Columns of the terminal, from COLUMNS or the terminal itself; 100 where neither says. Between 60 and 200.
std::size_t terminal_width(int descriptor);

}  // namespace hardfacts::cli
