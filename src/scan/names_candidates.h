// Enters: folded Text and the NameTable. Leaves: every stretch that reads like a name, overlapping ones too.
// Tested in tests/scan/names_test.cpp, and against a naive search there.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/names.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A stretch of the text that one entity's surface or pattern matches, at word boundaries, outside addresses and code.
struct NameCandidate {
    Span span;   ///< in Text::folded; a plural s belongs to it
    Span block;  ///< the block around it
    MentionType type = MentionType::company;
    std::uint32_t entity = no_entity;  ///< no_entity: a pattern's match that no row lists
    std::uint32_t maker = no_entity;
    std::string_view kind;          ///< as the row says
    std::string_view id, name, by;  ///< id empty: a text that is no name (`none,is` in evidence.csv)
    bool ambiguous = false;
    bool capital = false;     ///< a capital in mid-sentence is evidence enough
    bool as_listed = false;   ///< letter for letter, case too
    bool proved = false;      ///< by what stands beside it
    bool excluded = false;    ///< part of a longer name that is not known
    bool documented = false;  ///< it or something linked to it is named in the document
    int strength = 0;         ///< of the reason to believe it; 0: none (names_choice.h)
};

/// The order of candidates: by begin, the longer first.
inline bool stands_before(const NameCandidate& a, const NameCandidate& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

/// In that order. Names of pattern matches go into `arena`.
std::vector<NameCandidate> find_candidates(const Text& text, const NameTable& names, std::deque<std::string>& arena);

}  // namespace hardfacts
