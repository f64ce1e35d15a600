// Enters: the pattern of a claim or relation rule. Leaves: its syntax tree, with the faults in it.
// Used by rule_pattern.cpp and claim_rules.cpp. Tested in tests/knowledge/rule_pattern_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/skeleton_code.h"

namespace hardfacts {

struct PatternFault {
    std::size_t offset;  ///< in the pattern, in bytes
    std::string message;
};

/// A part of a pattern.
struct RuleNode {
    enum class Kind : std::uint8_t {
        letters,   ///< `text`, folded; Latin letters in any case
        one_of,    ///< one character: `set`, an RE2 class; `chars` where they are few, else empty
        place,     ///< no character: `set` is ^, $ or \b
        mention,   ///< one character of `chars`
        sequence,  ///< `parts`, one behind the other
        either,    ///< one of `parts`
        repeat,    ///< `parts[0]`, from `least` to `most` times
    };
    Kind kind = Kind::sequence;
    std::string text;
    std::string set;
    std::vector<char32_t> chars;
    std::vector<std::pair<char32_t, char32_t>> ranges;  ///< one_of, mention: its characters, from and to
    bool negated = false;                               ///< one_of: all characters but those of `ranges`
    TypeSet types = 0;                                  ///< mention
    std::string name;                                   ///< mention: of its capture; empty for none
    bool is_list = false;     ///< mention: several of them, joined by commas and the words for "and"
    int least = 0, most = 0;  ///< repeat; most < 0 for no bound
    bool lazy = false;
    std::vector<RuleNode> parts;
};

/// The shared sub-pattern of a name; nullptr where none has it, with the reason in `problem`.
using SharedPatterns = std::function<const RuleNode*(std::string_view name, std::string& problem)>;

/// What joins the items of a list, as a pattern: a generic noun behind the item may stand in front of it (`Alpha CPU、`,
/// "Beta processors, "). Its letters count in this case only. Names in quotation marks need nothing between them.
inline constexpr std::string_view list_joint =
    "(?: ?(?:CPU|GPU|NPU|TPU|LPU|DPU|SoC)s?| (?:CPU |GPU )?(?:cores?|processors?|chips?|memory|series|platforms?)"
    "|プロセッサ|プロセッサー|チップ|コア|メモリ|メモリー|シリーズ|モデル)?"
    "(?:(?:社|さん)?(?:[、,・/]|と|や|および|及び|ならびに|並びに|また)(?:、|そして|さらに|および|及び|は)?"
    "|,? and (?:the |its )?|,? & |, (?:the |its )?|; |,? as well as | / | \\+ )?";

/// True where a mention in it has a name.
bool holds_capture(const RuleNode& node);

/// A gap written {0,40} counts in the length of the whole match, and is a plain loop in what is made of the pattern:
/// forty copies of a class of all characters but some would have to be passed. The shortest gap that leads on is taken.
/// REQUIRES: `node` is a repeat.
bool is_long_gap(const RuleNode& node);

/// Reads `pattern`. Where faults were added the result is not to be used.
RuleNode read_rule_pattern(std::string_view pattern, const SkeletonCode& code, const SharedPatterns& shared,
                           std::vector<PatternFault>& faults);

}  // namespace hardfacts
