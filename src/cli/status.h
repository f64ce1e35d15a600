// Enters: nothing. Leaves: the exit statuses of the program. Tested in tests/e2e/.
#pragma once

namespace hardfacts::cli {

enum Status : int {
    status_done = 0,   ///< ran as asked
    status_gate = 1,   ///< a gate that was asked for did not hold
    status_usage = 2,  ///< nothing could be done: usage, a rule or gazetteer in error, an output that cannot be written
    status_some_failed = 3,  ///< some inputs failed, the others are done
};

}  // namespace hardfacts::cli
