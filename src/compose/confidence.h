// Enters: how a value got its attribute and its subject. Leaves: the rule's name and the confidence.
// Tested in tests/compose/confidence_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "compose/attribute.h"
#include "compose/subject.h"

namespace hardfacts {

/// "binder.cue.in_sentence": what told the attribute (cue, heading, before, measure), then where the subject was found.
std::string rule_name(const AttributeChoice& attribute, const SubjectChoice& subject);

/// A decimal between 0 and 1: the share of facts of this kind that a careful reader accepted in a drawn sample.
std::string_view confidence_of(const AttributeChoice& attribute, const SubjectChoice& subject);

}  // namespace hardfacts
