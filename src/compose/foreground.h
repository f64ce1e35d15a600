// Enters: the names that a value sees. Leaves: Foreground, which of them the text has put in front: the nearest
// subject, the nearest heading's, the last one spoken of, the title's only one. Tested in
// tests/compose/foreground_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "compose/context.h"
#include "compose/fitness.h"
#include "model/claim.h"

namespace hardfacts {

/// Entities are numbers of the Outline; no_entity where there is none. Only names that fit well and are no mere
/// ingredient of others count.
struct Foreground {
    bool insider = false;     ///< the sentence names one before the value, and not to compare with
    int nearest_heading = 0;  ///< the nearest rank (heading_rank) of a heading that names one; 0: none does
    std::uint32_t latest = Outline::no_entity;        ///< the last one named before the sentence, in this section
    std::uint32_t latest_topic = Outline::no_entity;  ///< ... that was the subject or topic of its sentence
    std::uint32_t title_sole = Outline::no_entity;    ///< the only one in the title
    std::size_t subject = no_mention;  ///< the last subject or topic before the value in its sentence, fit or not
};

/// How near a heading stands to the value, from 1 (row and column) on; 0 for what is none. What is drawn from the
/// document as a whole is farther than any heading.
int heading_rank(Sign scope);

/// REQUIRES: `fitness` is fitness_by_type() of the value's attribute.
Foreground foreground_of(Span value, std::string_view attribute, const FitnessByType& fitness,
                         const SentenceContext& context, const Findings& findings, const Outline& outline);

}  // namespace hardfacts
