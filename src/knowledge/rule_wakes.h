// Enters: what a sentence must hold for each rule: mentions, and texts of its lists. Leaves: RuleWakes, which tells the
// rules worth trying on a sentence, all of them at once. Tested in tests/knowledge/rule_wakes_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "knowledge/skeleton_code.h"
#include "model/mention.h"

namespace hardfacts {

/// At least so many mentions of these types.
struct TypeCount {
    TypeSet types = 0;
    std::size_t least = 0;
};

/// How many mentions of each type a sentence holds.
using TypeCounts = std::array<std::size_t, static_cast<std::size_t>(MentionType::date) + 1>;

/// A set of rules: bit k % 64 of word k / 64 for rule k.
using RuleSet = std::vector<std::uint64_t>;

class RuleWakes {
public:
    /// So many lists of texts a rule has at most.
    static constexpr std::size_t most_lists = 2;
    using Found = std::array<RuleSet, most_lists>;  ///< the rules of whose lists a text was found, or which have none

    /// Adds the next rule: it needs all of `mentions`, and a text of each of its lists, `lists` of them.
    void add_rule(const std::vector<TypeCount>& mentions, std::size_t lists);
    /// The text of that number is in that list of the rule.
    void add_text(std::size_t text, std::size_t rule, std::size_t list);

    /// The rules whose mentions a sentence holds.
    void select(const TypeCounts& counts, RuleSet& rules) const;
    /// Before the first text of a sentence.
    void begin(Found& found) const { found = ready_; }
    void add_found(std::size_t text, Found& found) const {
        if (text >= texts_.size()) return;
        for (std::size_t list = 0; list < most_lists; ++list) {
            const RuleSet& woken = texts_[text][list];
            for (std::size_t word = 0; word < woken.size(); ++word) found[list][word] |= woken[word];
        }
    }
    bool holds(std::size_t text, std::size_t rule, std::size_t list) const {
        return text < texts_.size() && has(texts_[text][list], rule);
    }

private:
    struct Requirement {
        TypeCount count;
        RuleSet rules;
    };
    static bool has(const RuleSet& rules, std::size_t rule) {
        return rule / 64 < rules.size() && (rules[rule / 64] >> rule % 64 & 1U) != 0;
    }
    static void put(RuleSet& rules, std::size_t rule);

    std::size_t rules_ = 0;
    RuleSet all_;
    std::vector<Requirement> requirements_;  ///< each once
    Found ready_;
    std::vector<Found> texts_;  ///< by number of the text: the rules that it wakes
};

}  // namespace hardfacts
