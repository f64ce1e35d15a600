// Enters: an amount whose unit was read, or a numeral. Leaves: the value with its smaller part taken in: 5 ft 2 in,
// 8割5分, 3分20秒, 28m 53s. Tested in tests/scan/value_compound_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "scan/value_amount.h"

namespace hardfacts {

/// Adds to `amount`, which ends behind its unit, the smaller part written behind it: inches to feet, 分 and 半 to 割,
/// minutes and seconds to hours and minutes (the value is then counted in the smallest of them).
void take_second_part(const ValueContext& context, Amount& amount);

/// A time written with single letters.
struct ClockTime {
    Decimal number;
    const Unit* unit = nullptr;  ///< of the smallest part
    std::size_t end = 0;
};

/// `2h 15m`, `28m 53s`, `1h2m3s`: the letters mean hours, minutes and seconds only where two of them follow one
/// another.
std::optional<ClockTime> read_clock_time(const ValueContext& context, const Numeral& numeral);

}  // namespace hardfacts
