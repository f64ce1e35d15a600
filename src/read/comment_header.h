// Enters: a Document with its source. Leaves: title and strings of a header written as Markdown comments, and where the
// body begins. Tested in tests/read/comment_header_test.cpp.
#pragma once

#include <cstddef>

#include "read/builder.h"

namespace hardfacts {

/// Reads lines of the form `[#]: key: (value)` or `[#]: key: "value"` at `begin`: link definitions that nothing links
/// to, front matter for sites without YAML. Values become front_matter blocks, `subject` or `title` the title.
/// Returns where the first other line begins; `begin` where there is no such header.
std::size_t read_comment_header(std::size_t begin, DocumentBuilder& out, DocumentInfo& info);

}  // namespace hardfacts
