// Enters: what the command line says of rules and gazetteers, and findings. Leaves: the Workbench, and lines on
// standard output. Tested in tests/e2e/.
#pragma once

#include <optional>

#include "cli/loading.h"
#include "workbench/workbench.h"

namespace hardfacts::cli {

/// The Workbench; or nothing, and every fault told on standard error.
std::optional<Workbench> load_bench(const KnowledgeOptions& options);

/// Prints findings, which are a command's data, and how many there are. Gives status_gate where there are any.
int tell_findings(const Diagnostics& findings);

}  // namespace hardfacts::cli
