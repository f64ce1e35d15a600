// Enters: a Document with its source. Leaves: title, date and tags of its YAML front matter in `info`, its string
// values as front_matter blocks, and where the body begins. Tested in tests/read/front_matter_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "read/builder.h"
#include "read/read.h"

namespace hardfacts {

/// The lines between --- and --- (or ...) at the head of a source.
struct FrontMatter {
    Span yaml;         ///< the lines between
    std::size_t body;  ///< where the line behind the closing one begins
};

/// Finds front matter at `begin` (0, or behind a BOM). A rule drawn with --- over prose is none: its first line has
/// to be a key or a comment.
std::optional<FrontMatter> find_front_matter(std::string_view source, std::size_t begin);

/// Reads it. Keys, addresses, dates, numbers and file paths are not text. Broken YAML is told as a warning, and gives
/// no text and no info.
void read_front_matter(const FrontMatter& front, DocumentBuilder& out, DocumentInfo& info,
                       const DiagnosticSink& faults);

/// Numbers, truth values, dates, addresses and file paths: values of front matter that name nothing.
bool names_nothing(std::string_view value);

}  // namespace hardfacts
