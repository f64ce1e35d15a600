// Enters: the syntax tree of a rule's pattern. Leaves: RuleMatcher, which tells where it matches a skeleton, and what
// its captures take. Tested in tests/knowledge/rule_matcher_test.cpp against RE2.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/rule_syntax.h"
#include "model/span.h"

namespace hardfacts {

/// A pattern as a program that is tried step by step, going back where a step fails; what was tried at a place once is
/// not tried there again, so that time grows with the text alone. Of several matches it gives the one that RE2 gives.
/// RE2 itself is made for long texts: on a sentence it spends ten times as long, making automata that are not used
/// again. Immutable once built.
class RuleMatcher {
public:
    static constexpr std::size_t most_groups = 16;
    static constexpr std::size_t no_place = static_cast<std::size_t>(-1);

    struct Match {
        Span whole;
        std::array<Span, most_groups>
            groups;  ///< in the order of the pattern; begin is no_place where one took nothing
    };
    /// Memory that is used again by the next call. Not to be shared by threads.
    struct Scratch {
        struct Choice {
            std::uint32_t step;
            std::uint32_t value;
        };
        std::vector<Choice> open;         ///< what to try when a step fails, the last first
        std::vector<std::uint64_t> seen;  ///< which choices were made at which places
        Match match;
    };

    RuleMatcher() = default;
    explicit RuleMatcher(const RuleNode& tree);

    bool empty() const { return steps_.empty(); }

    /// The match that begins at `at` and ends by `limit`; nullptr where none does. It lives in `scratch`. REQUIRES: not
    /// empty(); valid UTF-8 of less than 4 GiB, `at` and `limit` at characters' begins.
    const Match* match_at(std::string_view text, std::size_t at, std::size_t limit, Scratch& scratch) const;
    /// The same of the first place from `at` on where one begins.
    const Match* find(std::string_view text, std::size_t at, std::size_t limit, Scratch& scratch) const;

private:
    friend class RuleMatcherBuilder;
    class Run;

    enum class Op : std::uint8_t {
        text,        ///< texts_[a, a + b), small letters also as capitals
        exact_text,  ///< the same, letter for letter
        one_of,      ///< one character of sets_[a]
        choice,      ///< to `a`, or else to `b`; `mark`: it is remembered where it was made
        open_group,  ///< group `a` begins here
        close_group,
        text_begin,
        text_end,
        word_edge,
        done,
    };
    static constexpr std::uint32_t no_mark = static_cast<std::uint32_t>(-1);
    struct Step {
        Op op = Op::done;
        std::uint32_t a = 0, b = 0;
        std::uint32_t next = 0;
        std::uint32_t mark = no_mark;
        std::uint32_t bytes = 0;  ///< in begins_: what may stand where it is tried
    };
    using Bytes = std::bitset<256>;
    struct Set {
        std::bitset<128> ascii;
        Bytes leads;  ///< first bytes of `others`
        std::vector<std::pair<char32_t, char32_t>> others;
        bool negated = false;  ///< of `others`; `ascii` is as it says
    };
    static constexpr std::uint32_t any_bytes = 0;  ///< in begins_: also the end of the text

    std::vector<Step> steps_;
    std::string texts_;
    std::vector<Set> sets_;
    std::vector<Bytes> begins_{Bytes().set()};
    std::uint32_t first_ = 0;
    std::uint32_t marks_ = 0;
    std::size_t groups_ = 0;
};

}  // namespace hardfacts
