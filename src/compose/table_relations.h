// Enters: the tables of a document and the names in them. Leaves: RelationClaims that a heading states outright: a row
// "Customers", a column "Developer". Tested in tests/compose/table_relations_test.cpp.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// The relations between the names of a cell and the one name of the other heading of that cell.
std::vector<RelationClaim> table_relations(const Document& document, const Text& text, const Findings& findings);

}  // namespace hardfacts
