// Enters: a Document, its Text, Findings and Claims. Leaves: the Record. Tested in tests/resolve/.
#pragma once

#include <vector>

#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/record.h"
#include "model/text.h"

namespace hardfacts {

/// Merges claims said more than once, gives every fact its id, and leads every span back to the source.
/// Every span of the result: the source's bytes at `byte` are exactly the text reported for it.
Record resolve(const Document& document, const Text& text, const Findings& findings, const std::vector<Claim>& claims);

}  // namespace hardfacts
