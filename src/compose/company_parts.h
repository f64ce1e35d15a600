// Enters: a value with what stands around it. Leaves: whether it is a figure of a part of a company (a segment, a
// unit), and what such a figure tells where no word says it. Tested in tests/compose/company_parts_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "compose/attribute.h"

namespace hardfacts {

/// "Gaming $2.9B", `データセンター事業が75%増の623億ドル`: what a part of a company is said to be, and nothing else, is
/// its revenue. `direction`: "up", "down" or empty, of a change.
std::optional<AttributeChoice> revenue_of_part(const AttributeQuestion& asked, std::string_view direction);

/// Revenue and profit, and how they change, are what tables break down by parts of a company; not costs or dividends.
bool is_broken_down_by_part(const AttributeChoice& attribute);

/// True if the row's heading is a part of a company, and no word for a figure.
bool heads_part(const AttributeQuestion& asked);

}  // namespace hardfacts
