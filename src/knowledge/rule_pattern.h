// Enters: the syntax tree of a rule's pattern. Leaves: RulePattern: the RE2 over skeletons that it stands for, and what
// a sentence must hold for it to match. Tested in tests/knowledge/rule_pattern_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/rule_syntax.h"

namespace hardfacts {

/// A pattern ready to be compiled.
struct RulePattern {
    std::string re2;                  ///< one capturing group an entry of `groups`
    std::vector<std::string> groups;  ///< the names of the captures, in order; a name may occur twice
    std::size_t longest = 0;          ///< no match has more characters
    std::vector<TypeSet> mentions;    ///< a match holds a mention of each of these, each another one
    /// A match holds a text of each of these lists: lower-case, three bytes at least.
    std::vector<std::vector<std::string>> literals;
    TypeSet starts = 0;                           ///< it begins with a mention of these types; 0: with letters
    std::vector<char32_t> second;                 ///< `starts`: the characters that may stand behind it; none: any
    std::optional<std::string> why_not_runnable;  ///< what to write instead, where every place would have to be tried
};

RulePattern prepare_rule_pattern(const RuleNode& tree);
/// RulePattern::re2 alone.
std::string re2_of(const RuleNode& tree);

}  // namespace hardfacts
