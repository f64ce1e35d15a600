// Enters: a value, and what it would say of whom. Leaves: the reason why it makes no claim, if there is one. Tested in
// tests/compose/why_no_claim_test.cpp.
#pragma once

#include <string_view>

#include "compose/attribute.h"
#include "compose/subject.h"
#include "model/mention.h"

namespace hardfacts {

/// Why the value, a place in `text`, tells nothing of anybody by itself; empty where it may.
std::string_view why_no_claim(const Mention& value, std::string_view measure, std::string_view text);

/// Why it tells too little as this attribute of this subject; empty where it is worth a claim.
std::string_view why_no_claim(const Mention& value, const AttributeChoice& attribute, const SubjectChoice& subject,
                              std::string_view text);

/// True where the name found is too far or leads too little to be the subject of an attribute that no word tells.
bool subject_is_doubtful(const AttributeChoice& attribute, const SubjectChoice& subject);

}  // namespace hardfacts
