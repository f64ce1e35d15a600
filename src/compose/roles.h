// Enters: a claim with its subject. Leaves: the other parties that its sentence names for it (FACTS.md section 4,
// roles). Tested in tests/compose/roles_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/attribute.h"
#include "compose/context.h"
#include "model/mention.h"

namespace hardfacts {

using Roles = std::vector<std::pair<std::string_view, std::size_t>>;

/// The roles of a claim about `value` whose subject is `subject` (no_mention: open).
Roles roles_of(const Mention& value, const AttributeChoice& attribute, std::size_t subject,
               const SentenceContext& context, const Findings& findings, std::string_view text);

}  // namespace hardfacts
