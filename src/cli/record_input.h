// Enters: the RECORDS arguments of a command. Leaves: the records in them, one after the other; what is wrong is told.
// Tested in tests/e2e/convert_test.py and tests/e2e/stats_test.py.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/talk.h"
#include "model/record.h"

namespace hardfacts::cli {

/// Reads every record of the files, "-" being standard input. A file that cannot be opened and what is no record are
/// told as errors with file and line, and the others are read. `take` returns false to stop. False if it was stopped.
bool read_records(const std::vector<std::string>& files, Talk& talk, const std::function<bool(Record&&)>& take);

}  // namespace hardfacts::cli
