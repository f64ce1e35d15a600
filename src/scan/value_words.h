// Enters: a value's span. Leaves: what the words around it say: relation, per, rate, or that it is no value.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <string>

#include "scan/value_amount.h"

namespace hardfacts {

/// What the words beside a value say.
struct Surroundings {
    Relation relation = Relation::eq;
    std::string per;
    std::string_view rate;         ///< suffix of the unit: "/s" behind 毎秒
    std::string_view rate_behind;  ///< the same, from a word behind: 56 Gigabit throughput
    std::string_view bare;         ///< unit for a number without one
    std::string_view bare_rule;
    bool veto = false;
    bool ordinal = false;   ///< 第 stands before: a rank keeps it, all else is no value
    bool between = false;   ///< `between` stands before: ` and ` joins a range
    std::size_t begin = 0;  ///< where the words before begin
};

/// Reads the words before `span.begin` and behind `span.end`. `number` is where the numeral itself ends: a veto word
/// there (3世代) counts even where a unit was read.
Surroundings read_surroundings(const ValueContext& context, Span span, std::size_t number);

}  // namespace hardfacts
