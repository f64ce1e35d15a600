// Enters: the sentences of a Text, the mentions in them, the claim and relation rules. Leaves: RuleHits, where which
// rule matched. Tested in tests/compose/rules_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "compose/context.h"
#include "compose/skeleton.h"
#include "compose/topic.h"
#include "knowledge/claim_rules.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A match of a rule.
struct RuleHit {
    const ClaimRule* rule = nullptr;
    std::size_t sentence = 0;  ///< in Findings::sentences
    Span span;                 ///< of the match, in Text::folded
    /// One entry a capture of the rule, in the order of ClaimRule::captures: the mentions captured (indexes into
    /// Findings::mentions); several for a list, none for a part of the pattern that was not needed.
    std::vector<std::vector<std::size_t>> captures;
};

/// Runs the rules sentence by sentence. Not to be shared by threads; the table is.
class RuleRunner {
public:
    RuleRunner(const Text& text, const Findings& findings, const ClaimRuleTable& table);

    /// Appends the hits of the sentence with that number; `mentions` are those that begin in it.
    void run(std::size_t sentence, MentionRange mentions, std::vector<RuleHit>& hits);

private:
    /// Where each list of a rule has its last text in the sentence, in Text::folded.
    using LastTexts = std::array<std::size_t, RuleWakes::most_lists>;
    void wake(Span sentence, MentionRange mentions);
    void add_stand_in(Span span, MentionRange mentions);
    LastTexts last_texts(std::size_t rule) const;
    bool may_begin_at(const ClaimRule& rule, const LastTexts& last, const Skeleton& skeleton, std::size_t place) const;
    void match(std::size_t number, const Skeleton& skeleton, std::size_t sentence, std::vector<RuleHit>& hits);
    std::optional<RuleHit> match_from(const ClaimRule& rule, const Skeleton& skeleton, std::size_t& at, bool anchored);

    const Text& text_;
    const Findings& findings_;
    const ClaimRuleTable& table_;
    TypeCounts counts_{};  ///< of the sentence
    struct FoundText {
        std::uint32_t trigger;
        std::size_t at;
    };
    std::vector<FoundText> texts_;  ///< in the sentence
    RuleSet possible_;              ///< rules whose mentions it holds
    RuleWakes::Found found_;        ///< rules whose texts it holds
    std::vector<std::size_t> awake_;
    Topic topic_;
    std::vector<StandIn> stand_ins_;  ///< of the sentence
    RuleMatcher::Scratch match_scratch_, unless_scratch_;
};

/// The hits in all sentences but those of the front matter, in the order of the text.
std::vector<RuleHit> run_rules(const Text& text, const Findings& findings, const ClaimRuleTable& table);

}  // namespace hardfacts
