// Enters: a Record and its source. Leaves: a task of Label Studio with what was found as its predictions
// (docs/outputs.md). Tested in tests/write/label_studio_test.cpp and tests/e2e/annotations_test.py.
#pragma once

#include <string>

#include "model/record.h"
#include "write/formats.h"

namespace hardfacts {

/// Appends the task; nothing without the source, which is the text that people label. Offsets count code points of
/// data.text, as Label Studio does since it stores no lengths of JavaScript strings.
void append_label_studio(std::string& out, const Record& record, const View& view);

}  // namespace hardfacts
