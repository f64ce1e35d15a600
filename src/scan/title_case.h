// Enters: a block of folded text. Leaves: whether its capitals say nothing. Tested in tests/scan/title_case_test.cpp.
#pragma once

#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// True where most longer words of `block` begin with a capital, as in headlines: there a capital is no sign of a name.
/// Of a block that is a heading (`titled`) fewer words are enough.
bool is_title_case(std::string_view text, Span block, bool titled);

}  // namespace hardfacts
