// Enters: nothing. Leaves: Value, a number with what it counts or measures (FACTS.md section 3).
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/decimal.h"

namespace hardfacts {

enum class Relation : std::uint8_t { eq, about, ge, gt, le, lt, range };

/// The number part: exactly one of `number`, or both `min` and `max`.
struct Magnitude {
    std::optional<Decimal> number;
    std::optional<Decimal> min;
    std::optional<Decimal> max;
    friend bool operator==(const Magnitude&, const Magnitude&) = default;
};

/// A number and its unit. Scales are multiplied out: 3億3,300万ドル is 333000000 USD.
struct Value {
    Magnitude magnitude;
    std::string unit;       ///< symbol of FACTS.md section 3: "USD", "PFLOPS", "%", "x", "unit", "rank"
    std::string dimension;  ///< of the unit, from gazetteers/units.csv: "compute", "data", "count"; not written out
    Relation relation = Relation::eq;
    std::string per;         ///< the thing divided by, where written: "GPU", "month"; empty otherwise
    bool points = false;     ///< percentage points
    Magnitude base;          ///< the same in `base_unit`
    std::string base_unit;   ///< "FLOPS", "B", "m", "USD"; empty where the value has no base form (dates)
    std::string date_start;  ///< dates: ISO 8601, "2025", "2025-07", "2025-07-01"; empty otherwise
    std::string date_end;    ///< dates: last day or month or year of the period, same form
};

/// "eq", "about", "ge", "gt", "le", "lt", "range"
const char* to_string(Relation relation);

}  // namespace hardfacts
