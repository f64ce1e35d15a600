// Enters: a form of a name, as a text has it. Leaves: who owns it, by what mark, and what it is read as.
// Tested in tests/workbench/gazetteer_find_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbench/workbench.h"

namespace hardfacts {

/// An entity that claims the form.
struct FormOwner {
    std::string entity, name;
    std::string written;                              ///< the surface or pattern in its row
    std::string place;                                ///< file:line:column
    std::string counts;                               ///< when it counts, in words
    std::string maker;                                ///< id; empty where there is none
    std::size_t proofs_before = 0, proofs_after = 0;  ///< rows of evidence.csv for its type
    bool needs_evidence = false;
};

struct FoundForm {
    std::vector<FormOwner> owners;
    bool is_stop = false;           ///< a `none,is` row says that it is no name
    std::string read_alone;         ///< the entity that a text of this form alone is about; empty for none
    std::vector<std::string> near;  ///< where nobody owns it: surfaces that differ by little
};

/// Spaces, hyphens and letter case are looked past, as in texts.
FoundForm find_form(const Workbench& bench, std::string_view form);

}  // namespace hardfacts
