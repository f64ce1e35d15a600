// Enters: a claim about money, a margin or a market, and its sentence. Leaves: the part of the business, or the market,
// that the words beside it name. Tested in tests/compose/segments_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compose/attribute.h"
#include "compose/context.h"
#include "model/span.h"

namespace hardfacts {

/// The part of a company that `value` is told of, as the text writes it: "Data Center" of "Data Center revenue was
/// $30.8 billion", of the row `Data Center | $30.8B`, of `データセンター部門の売上高`; nullopt where none is named or
/// the attribute has no parts.
std::optional<std::string> segment_of(Span value, const AttributeChoice& attribute, const SentenceContext& context,
                                      std::string_view text);

/// The market whose size or shares the sentence tells: "AI chip market", `AIチップ市場`; the one nearest to `value`.
std::optional<std::string> market_of(Span value, Span sentence, std::string_view text);

}  // namespace hardfacts
