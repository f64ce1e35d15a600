// Enters: the candidates of a document. Leaves: those that are believed, leftmost and longest, none overlapping.
// Tested in tests/scan/names_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "scan/names_candidates.h"

namespace hardfacts {

/// Decides who is meant. An unambiguous surface needs no reason; an ambiguous one needs, strongest first: words beside
/// it (evidence.csv, a legal form, its own maker or product), the same entity named unambiguously in the document, an
/// entity linked to it named so, a capital in mid-sentence where its row says that this is enough. Where one stretch
/// may be several entities, the strongest reason wins; of two equal ones none.
std::vector<NameCandidate> choose_names(std::string_view text, const NameTable& names,
                                        std::vector<NameCandidate> candidates);

}  // namespace hardfacts
