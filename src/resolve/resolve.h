// Enters: a Document, its Text, Findings and what was composed. Leaves: the Record. Tested in tests/resolve/.
#pragma once

#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/record.h"
#include "model/text.h"

namespace hardfacts {

/// Merges claims and relations said more than once, gives each its id, and leads every span back to the source.
/// Every span of the result: the source's bytes at `byte` are exactly the text reported for it.
Record resolve(const Document& document, const Text& text, const Findings& findings, const Composed& composed);

}  // namespace hardfacts
