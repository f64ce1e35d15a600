// Enters: rules/relations/*.toml, rules/claims/*.toml. Leaves: ClaimRuleTable: what sentences must look like to claim
// something, and what wakes each rule. Tested in tests/knowledge/claim_rules_test.cpp; the rules' own examples in
// tests/compose/rule_examples_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/lazy_regex.h"
#include "knowledge/rule_matcher.h"
#include "knowledge/rule_pattern.h"
#include "knowledge/rule_triggers.h"
#include "knowledge/rule_wakes.h"
#include "knowledge/skeleton_code.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

inline constexpr std::size_t no_capture = static_cast<std::size_t>(-1);

/// Whether the gazetteers' maker of a relation's second argument has a say.
enum class MakerCheck : std::uint8_t {
    none,
    may_not_differ,  ///< where the gazetteers know another maker, there is no relation
    must_differ,     ///< where the gazetteers name the first argument, or its group, there is none
    must_agree,      ///< only where the gazetteers name the first argument, or its group, as the maker
};

struct RelationSpec {
    std::string type;  ///< of FACTS.md section 5; empty: the rule gives a claim
    std::array<std::size_t, 2> args{};
    MakerCheck maker = MakerCheck::none;
};

/// What a claim rule gives; the numbers are those of captures.
struct ClaimSpec {
    std::string kind, attribute, direction;
    std::size_t subject = no_capture;  ///< no_capture: the rule knows that nobody is named
    std::size_t value = no_capture;
    std::vector<std::pair<std::string, std::size_t>> roles;
    std::vector<std::pair<std::string, std::string>> qualifiers;
};

struct ClaimRule {
    std::string id, description, confidence;
    std::vector<std::string> captures;  ///< their names, each once
    std::vector<std::size_t> groups;    ///< the capture that each capturing group of `match` fills
    std::vector<TypeCount> mentions;    ///< what a sentence must hold
    std::size_t longest = 0;            ///< no match has more characters
    std::size_t triggers = 0;           ///< how many of its lists of texts must be found, at most RuleWakes::most_lists
    TypeSet starts = 0;                 ///< it begins with a mention of these types; 0: with letters
    std::vector<char32_t> second;       ///< `starts`: what may stand behind that mention; none: anything
    /// Over a skeleton; `unless` may not be found behind the begin of a match, `without` not inside a match.
    RuleMatcher match, unless, without;
    /// The same for RE2: what people are shown and tests compare with.
    LazyRegex match_regex, unless_regex, without_regex;
    RelationSpec relation;
    ClaimSpec claim;
};

/// An example of a rule, folded: names and values stand in it as «company:Alpha». `gives`: one entry a relation, "Alpha
/// > Beta", or a claim, "subject=Alpha value=3 units"; none where the rule must stay silent.
struct RuleExample {
    std::size_t rule = 0;
    std::string text;
    std::vector<std::string> gives;
    std::string file;
    std::size_t line = 0, column = 0;
};

/// Immutable once loaded.
class ClaimRuleTable {
public:
    /// `dimensions`: of the units that values have. Appends every fault to `faults`; the table is to be used only if
    /// none was added.
    static std::unique_ptr<const ClaimRuleTable> load(const KnowledgeFolders& folders,
                                                      std::vector<std::string> dimensions, Diagnostics& faults);

    SkeletonCode code;
    std::deque<ClaimRule> rules;
    std::vector<RuleExample> examples;
    RuleTriggers triggers;
    std::vector<bool> stand_ins;      ///< by number of the trigger: it is a word that stands for the company that was
                                      ///< spoken of (同社, the company)
    RuleWakes wakes;                  ///< its texts are the triggers
    std::size_t fewest_mentions = 0;  ///< of any rule
};

}  // namespace hardfacts
