// Enters: inputs and an Extractor. Leaves: their records in the outputs, their diagnostics told.
// Tested in tests/e2e/.
#pragma once

#include <cstddef>

#include "cli/document_run.h"
#include "cli/outputs.h"
#include "cli/talk.h"
#include "hardfacts.h"

namespace hardfacts::cli {

struct ExtractionTotals {
    std::size_t documents = 0, mentions = 0, facts = 0;
    std::size_t violations = 0;   ///< spans that do not hold what they promise
    bool outputs_failed = false;  ///< told; nothing more was written
};

/// Reads, extracts and writes, in the order of the inputs whatever the threads do; memory does not grow with their
/// number or length. `verifies`: every span is checked against the source, and whole-file sources against their files.
/// Does not finish the outputs.
ExtractionTotals run_extraction(const RunPlan& plan, bool verifies, const Extractor& extractor, Outputs& outputs,
                                Talk& talk);

}  // namespace hardfacts::cli
