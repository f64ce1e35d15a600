// Enters: RelationClaims. Leaves: RecordRelations, each said once. Tested in tests/resolve/relations_test.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/claim.h"
#include "model/mention.h"
#include "model/record.h"

namespace hardfacts {

/// One relation for each type and pair of entities, whichever comes first where the relation is symmetric; what says it
/// again is an occurrence. `evidence_at` leads a span of Text::folded back to the source.
std::vector<RecordRelation> merge_relations(std::string_view document_id, const Findings& findings,
                                            const std::vector<RelationClaim>& claims,
                                            const std::function<Evidence(Span)>& evidence_at);

}  // namespace hardfacts
