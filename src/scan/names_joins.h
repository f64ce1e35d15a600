// Enters: candidates. Leaves: those that two of them make together: a maker and its product, a city and its state; and
// the chosen companies with their legal forms, the chosen products with the words of a variant. Tested in
// tests/scan/names_test.cpp.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "scan/names_candidates.h"

namespace hardfacts {

/// Where a legal form in front of a company's name begins (株式会社NAME), or name.begin.
std::size_t legal_form_begin(std::string_view text, Span block, Span name);
/// Where a legal form behind a company's name ends (NAME, Inc.), or name.end.
std::size_t legal_form_end(std::string_view text, Span block, Span name);

/// Adds a candidate for each maker straight in front of its product (`AMD Instinct MI355X` is the chip) and each city
/// with the state or country it lies in (`Boston, Massachusetts`, オハイオ州スプリングフィールド: the city). They
/// compete with the listed names for the longest. Keeps the order of find_candidates.
void add_joined_names(const Text& text, const NameTable& names, std::vector<NameCandidate>& candidates);

/// Widens the chosen companies to their legal forms. REQUIRES: sorted, not overlapping; so they stay.
void take_legal_forms(std::string_view text, std::vector<NameCandidate>& chosen);

/// Widens the chosen chips, systems and products to the variant or version that is told of (Panther Lake-H, Comet Plus,
/// Comet 2.5), which is an entity of its own, named in `arena`. REQUIRES: sorted, not overlapping; so they stay.
void take_variants(const Text& text, std::vector<NameCandidate>& chosen, std::deque<std::string>& arena);

}  // namespace hardfacts
