// Enters: a value in its sentence, and the cue words found there. Leaves: what the value says (kind, attribute,
// direction) and how surely. Tested in tests/compose/compose_test.cpp.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "knowledge/attributes.h"
#include "model/mention.h"

namespace hardfacts {

/// A cue word as the value sees it.
struct CueInContext {
    const AttributeCue* cue;
    Span span;     ///< in Text::folded
    bool heading;  ///< stands in the value's row or column heading, not in its sentence
};

struct AttributeChoice {
    std::string_view kind, attribute, direction;
    const AttributeCue* cue;  ///< the row that decided; never null
};

/// How many commas, semicolons and conjunctions stand between two ranges of the text; 0 where they meet.
std::size_t count_clause_breaks(std::string_view text, Span a, Span b);

/// The attribute that the cues speak for most strongly, nearer cues more; the one the measure has by itself where no
/// cue speaks; nullopt where neither settles it. `sentence` holds all mentions of the sentence, `value` among them.
std::optional<AttributeChoice> choose_attribute(const Mention& value, std::span<const Mention> sentence,
                                                std::span<const CueInContext> cues, const AttributeTable& table,
                                                std::string_view text);

/// The cue that decides the modality of the value's sentence, the strongest modality first; null for asserted.
const CueInContext* choose_modality(const Mention& value, std::span<const CueInContext> cues);

}  // namespace hardfacts
