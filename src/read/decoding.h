// Enters: the bytes of an input, its charset named, declared or to be found out. Leaves: a Document's source with the
// way back to those bytes, or a stream in UTF-8. Tested in tests/read/decoding_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "model/input.h"
#include "read/bytes.h"
#include "read/read.h"

namespace hardfacts {

/// Sets source, original, byte_offsets and encoding from the bytes of a file. `declared`: the charset that the file
/// says it has. False, with the reason told, where they are in no charset or in another than options.encoding.
bool decode_document(Document& document, std::string bytes, const InputOptions& options, std::string_view declared,
                     const DiagnosticSink& faults);

/// Calls `read` with what is left of `in` as UTF-8. The charset is decided by the first bytes: UTF-8 streams through
/// as it comes, valid or not; any other is taken whole and decoded first.
void read_as_utf8(ByteSource& in, const InputOptions& options, std::string_view declared, const DiagnosticSink& faults,
                  const std::function<void(ByteSource&)>& read);

/// The fault of `what` being larger than `most` bytes.
Diagnostic too_large(const std::string& what, const InputOptions& options, std::size_t most);

}  // namespace hardfacts
