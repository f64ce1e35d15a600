// Enters: the name of a format or of a file, or the first bytes. Leaves: the row of the format table that reads it.
// Tested in tests/read/formats_test.cpp.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "model/input.h"
#include "read/bytes.h"
#include "read/read.h"

namespace hardfacts {

/// An input format: to add one, add its row in formats.cpp.
struct Format {
    std::string_view name;                       ///< what --format takes
    std::array<std::string_view, 4> extensions;  ///< of file names, lower case, without the dot
    std::string_view reads;                      ///< what it is, for lists of formats
    void (*read)(ByteSource&, const InputOptions&, const DocumentSink&, const DiagnosticSink&);
};

std::span<const Format> formats();

const Format* format_by_name(std::string_view name);
/// By the extension of `path`; nullptr where no row has it.
const Format* format_by_extension(std::string_view path);
/// By what the first bytes show; nullptr where they are of a kind that no row reads.
const Format* format_by_content(std::string_view first_bytes);

/// The extension of `path` in lower case without its dot; empty where it has none (`notes`, `.profile`, `v2.1`).
std::string extension_of(std::string_view path);

}  // namespace hardfacts
