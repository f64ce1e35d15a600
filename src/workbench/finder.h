// Enters: a piece of text and the Knowledge. Leaves: what the scanner finds in it, for checks of names, units and
// rules. Tested in tests/workbench/finder_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "model/mention.h"

namespace hardfacts {

struct FoundName {
    std::string text, entity, type;
    bool whole = false;  ///< it is all of the text
};

/// Reads a text as a document of paragraphs, one a line.
class NameFinder {
public:
    explicit NameFinder(const Knowledge& knowledge) : knowledge_(knowledge) {}

    /// The names of known entities. REQUIRES: valid UTF-8.
    std::vector<FoundName> names_in(std::string_view text) const;
    /// The units of the quantities, each with its dimension: "GB data". REQUIRES: valid UTF-8.
    std::vector<std::string> units_in(std::string_view text) const;

private:
    const Knowledge& knowledge_;
};

}  // namespace hardfacts
