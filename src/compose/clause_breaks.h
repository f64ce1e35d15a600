// Enters: two ranges of a text. Leaves: how many clauses lie between them. Tested in
// tests/compose/clause_breaks_test.cpp against a search for each mark.
#pragma once

#include <cstddef>
#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// How many commas, semicolons and conjunctions stand between two ranges of the text; 0 where they meet.
std::size_t count_clause_breaks(std::string_view text, Span a, Span b);

}  // namespace hardfacts
