// Enters: a value, its attribute and its context. Leaves: whom the value describes. Tested in
// tests/compose/compose_test.cpp.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/attribute.h"
#include "compose/context.h"
#include "model/claim.h"
#include "model/mention.h"

namespace hardfacts {

struct SubjectChoice {
    std::size_t mention = no_mention;
    std::string_view rule;  ///< which way led there: "binder.sentence.topic", "binder.table", ...
    std::string_view confidence;
    std::vector<std::pair<std::string_view, std::size_t>> roles;
};

/// The entity that the sentence, or the headings over it, make plain as the value's subject; nullopt where two could
/// be meant or none can have such an attribute. A missing subject is a gap, a wrong one a lie.
std::optional<SubjectChoice> choose_subject(std::size_t value, const AttributeChoice& attribute,
                                            const SentenceContext& context, const Findings& findings,
                                            std::string_view text);

}  // namespace hardfacts
