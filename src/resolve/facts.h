// Enters: Claims. Leaves: the record's facts: what is said twice is one fact with its occurrences, each with its ids.
// Tested in tests/resolve/facts_test.cpp.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/record.h"
#include "resolve/places.h"

namespace hardfacts {

/// Appends the facts of `claims` to `record`, whose mentions are those of `findings`.
///
/// Two claims say the same if kind, attribute, direction, subject and number (in base units) agree and neither names a
/// role, metric, segment or period that the other names differently; one with an open subject says the same as the
/// one that names it. The fact keeps what either of them tells.
void add_facts(const std::vector<Claim>& claims, const Document& document, const Findings& findings,
               const Places& places, Record& record);

}  // namespace hardfacts
