// Enters: two values of a sentence, one behind the other. Leaves: whether the second says the first again in another
// currency or unit, `3億3,300万ドル（約500億円）`. Tested in tests/compose/restatement_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/mention.h"

namespace hardfacts {

/// A value said again in brackets right behind it.
struct Restatement {
    std::string rate;       ///< money: units of the second currency for one of the first, "150.2 JPY/USD"; else empty
    bool plausible = true;  ///< false where the two cannot mean the same
};

/// What `second` says again of `first`, or nullopt: it must open a bracket right behind it, and be of the same measure
/// in another unit.
std::optional<Restatement> restatement_of(const Mention& first, const Mention& second, std::string_view text);

/// a / b to `digits` significant digits, rounded down. REQUIRES: b > 0, a >= 0.
std::string quotient(const Decimal& a, const Decimal& b, int digits);

}  // namespace hardfacts
