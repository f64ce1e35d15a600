// Enters: a Record and the document it was made from. Leaves: every span that does not hold what it promises.
// It counts everything anew and shares no code with what made the spans. Tested in tests/model/span_check_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"

namespace hardfacts {

/// One line a fault, naming the place in the record ("mentions/m3"); empty if the source's bytes at every span are the
/// text reported for it, the byte, code point and UTF-16 offsets of every span agree, and every mention that is named
/// exists. Total: neither the record nor the source need be well-formed.
std::vector<std::string> span_faults(const Record& record, std::string_view source);

/// The same, in documents of every charset: the original bytes at every span, decoded by the record's encoding, are
/// the text reported for it; code point and UTF-16 offsets count in the document's source.
std::vector<std::string> span_faults(const Record& record, const Document& document);

}  // namespace hardfacts
