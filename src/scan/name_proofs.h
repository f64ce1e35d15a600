// Enters: a block of folded text, its words that are written as names, the rules of rules/names. Leaves: the names that
// a cue beside them proves. Tested in tests/scan/unknown_names_test.cpp and by the rules' own examples.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "knowledge/name_rules.h"
#include "model/mention.h"
#include "model/text.h"
#include "scan/name_words.h"

namespace hardfacts {

struct ProvedName {
    Span span;           ///< in Text::folded, with the cue where the rule keeps it
    Span name;           ///< without it
    std::uint32_t rule;  ///< index in NameRuleTable::rules
};

/// Appends the names of `block` whose words are words[from, ...). They may overlap one another; a `known` mention only
/// where they hold it and their cue.
void find_name_proofs(const Text& text, const NameRuleTable& rules, const std::vector<Mention>& known,
                      const TextBlock& block, const std::vector<NameWord>& words, std::size_t from,
                      std::vector<ProvedName>& found);

}  // namespace hardfacts
