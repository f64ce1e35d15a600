// Enters: a value, its attribute and its context. Leaves: whom the value describes, and every name that was weighed.
// Tested in tests/compose/subject_test.cpp.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compose/attribute.h"
#include "compose/context.h"
#include "knowledge/subject_weights.h"
#include "model/claim.h"
#include "model/mention.h"

namespace hardfacts {

/// A name that was weighed as subject, with the signs that spoke for and against it.
struct SubjectCandidate {
    const NameInContext* name;
    std::bitset<sign_count> signs;
    int score = 0;  ///< hundredths
};

/// What came before in the document, as far as it tells of whom the next value speaks.
struct SubjectMemory {
    std::uint32_t of_sentence = Outline::no_entity;  ///< the last subject in this sentence
    std::uint32_t of_block = Outline::no_entity;     ///< the last subject in this block
    std::uint32_t of_document = Outline::no_entity;  ///< the last subject
    std::string_view kind;                           ///< of the fact that told it
    std::size_t block = 0;                           ///< in Document::blocks: where it was told
    std::size_t heading = no_block;                  ///< over that block
};

struct SubjectQuestion {
    std::size_t value;  ///< in Findings::mentions
    const AttributeChoice& attribute;
    const SentenceContext& context;
    const Findings& findings;
    const Outline& outline;
    std::string_view text;  ///< Text::folded
    const SubjectMemory& memory;
    bool aside = false;  ///< the value stands inside brackets
};

struct SubjectChoice {
    std::size_t mention = no_mention;  ///< no_mention: nobody is plain enough
    Sign scope = Sign::in_sentence;
    int lead = 0;                              ///< by how much it leads over the next, and over nobody; hundredths
    std::vector<SubjectCandidate> candidates;  ///< one an entity, the likeliest first
};

/// The entity most likely to be what the value describes. A missing subject is a gap, a wrong one a lie: where the lead
/// is below what the weights ask for, the mention is left open.
SubjectChoice choose_subject(const SubjectQuestion& question, const SubjectWeights& weights);

}  // namespace hardfacts
