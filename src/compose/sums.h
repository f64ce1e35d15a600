// Enters: a sum of money in its sentence. Leaves: what its size and the thing beside it tell of what it is.
// Tested in tests/compose/sums_test.cpp.
#pragma once

#include <string_view>

#include "compose/attribute.h"
#include "model/mention.h"

namespace hardfacts {

/// Hundreds of millions are no price of a product, whatever "a year" or "plan" stands beside them.
bool is_huge(const Mention& value);

/// Less than a company pays or is paid: `8ドル`, "$408". What is bought for it has a price.
bool is_small(const Mention& value);

/// True for what is told in sums of companies and markets: "contract_value", "funding".
bool is_for_large_sums(std::string_view attribute);

/// "$20 per month", "$2 per million tokens": what is charged for a time or a thing.
bool is_rate(const Mention& value);

/// `(+$3.4B QoQ)`, `1.5億ドルから-$147M`: by how much a sum changed, which is not the sum.
bool is_change_of_sum(const Mention& value, std::string_view text);

/// "the $599 Borealis 9", "a $20,000 AI accelerator": the thing that costs it stands right behind.
bool prices_what_follows(const AttributeQuestion& asked);

}  // namespace hardfacts
