// Enters: a value in its sentence, and the cue words found there. Leaves: what the value says (kind, attribute,
// direction) and how surely. Tested in tests/compose/compose_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "compose/clause_breaks.h"
#include "knowledge/attributes.h"
#include "model/mention.h"

namespace hardfacts {

/// Where a cue word stands, seen from the value.
enum class CuePlace : std::uint8_t {
    sentence,
    heading,  ///< the value's row or column heading
    above,    ///< the lead-in of its list, or the heading of its section
    far,      ///< headings over that one, and the title
};

/// A cue word as the value sees it.
struct CueInContext {
    const AttributeCue* cue;
    Span span;  ///< in Text::folded
    CuePlace place;
};

struct AttributeChoice {
    std::string_view kind, attribute, direction;
    const AttributeCue* cue = nullptr;  ///< the row that decided; null where the value before it did
    Span cue_span;                      ///< in Text::folded; empty where no word decided
    bool inherited = false;             ///< taken over from the value before it: "up from $5 million"
    bool guessed = false;               ///< from the size of a sum alone
    bool signed_so = false;             ///< by the sign of the sum: "+$3.4B" is a change
};

/// A value with what stands around it.
struct AttributeQuestion {
    const Mention& value;
    std::string_view measure;                       ///< measure_of(value)
    std::span<const Mention> sentence;              ///< all mentions of the sentence, the value among them
    std::span<const CueInContext> cues;             ///< of the sentence and of the headings over it
    std::string_view text;                          ///< Text::folded
    const AttributeChoice* before = nullptr;        ///< of the last value of the same measure in the sentence
    const AttributeChoice* money_before = nullptr;  ///< of the last money in the sentence: what a percentage changes
    const AttributeChoice* behind = nullptr;        ///< of the next value of the same measure, where a list leads to it
    const AttributeChoice* block_before = nullptr;  ///< of the last value of the same measure in the block
    const AttributeChoice* column_before = nullptr;  ///< of the last cell above it in its table that a word told
};

/// The attribute that the cues speak for most strongly, nearer cues more; where none speaks that of the value before
/// it, then that of the headings, then the one its measure has by itself; nullopt for values that make no claim.
std::optional<AttributeChoice> choose_attribute(const AttributeQuestion& question, const AttributeTable& table);

}  // namespace hardfacts
