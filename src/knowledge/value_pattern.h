// Enters: a rule's pattern, `head{number}tail`. Leaves: ValuePattern, compiled, with the bytes that can wake it.
// Tested in tests/knowledge/value_pattern_test.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge/lazy_regex.h"
#include "knowledge/pattern_edge.h"
#include "model/mention.h"

namespace hardfacts {

/// A pattern around one number. The number itself is the scanner's; `head` is matched on what ends before it, `tail`
/// on what begins behind it. A unit class, `{unit}` or `{unit.compute}`, ends the tail: what a unit must follow.
struct ValuePattern {
    std::string id;
    bool veto = false;
    bool at_start = false;        ///< the head begins with ^: only near the start of a block
    bool first_in_block = false;  ///< the head is ^ alone
    int most_digits = 0;          ///< before the point; 0: any number of them
    MentionType type = MentionType::quantity;
    std::string unit;        ///< the unit's symbol, where the pattern gives it
    std::string unit_class;  ///< the unit's dimension the tail must end in; "*" for any; empty for none
    std::shared_ptr<const LazyRegex> head, tail;  ///< null: nothing to match
    PatternEdge head_edge, tail_edge;             ///< the bytes before and behind the number that can wake it

    /// How many bytes of `behind` the tail takes (of a veto: 0), or nullopt; `before` must end in the head.
    std::optional<std::size_t> match(std::string_view before, std::string_view behind) const;
};

/// Compiles `pattern`; sets `problem` and gives nullopt where it is not one number with what stands around it.
std::optional<ValuePattern> compile_value_pattern(std::string_view pattern, std::string& problem);

}  // namespace hardfacts
