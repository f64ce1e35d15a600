// Enters: an Explanation. Leaves: it in plain words, or as JSON. Tested in tests/cli/explanation_text_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "hardfacts.h"

namespace hardfacts::cli {

/// A place in the source: both from 1, the column in code points.
struct TextPlace {
    std::size_t line = 0;
    std::size_t column = 0;
};

/// What to tell of: all values where neither is given.
struct ExplanationFilter {
    std::optional<TextPlace> at;
    std::string fact;
};

/// One paragraph a value (or name), in the order of the text; empty where the filter lets nothing through.
std::string explanation_text(const Explanation& explanation, const Document& document, const ExplanationFilter& filter);

/// One line: {"doc", "values": [{"mention","text","char","measure","kind","attribute",...,"names":[...]}]}.
std::string explanation_json(const Explanation& explanation);

}  // namespace hardfacts::cli
