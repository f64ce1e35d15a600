// Enters: a Record. Leaves: W3C Web Annotations of it, as JSON-LD (docs/outputs.md).
// Tested in tests/write/web_annotation_test.cpp and tests/e2e/annotations_test.py.
#pragma once

#include <string>

#include "model/record.h"
#include "write/formats.h"

namespace hardfacts {

/// Appends an annotation for every mention, fact and relation, parted by ",\n"; nothing where there is none. With the
/// source in `view` quotes have a prefix and a suffix, and positions do not count a byte order mark.
void append_web_annotations(std::string& out, const Record& record, const View& view);

}  // namespace hardfacts
