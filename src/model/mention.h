// Enters: nothing. Leaves: Mention, Sentence and Findings, what scan/ finds in a Text. Tested in tests/scan/.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/span.h"
#include "model/value.h"

namespace hardfacts {

enum class MentionType : std::uint8_t {
    company,
    chip,
    system,
    product,
    place,
    person,  // entities
    money,
    quantity,
    percent,
    ratio,
    rank,
    duration,
    date,  // values
};

constexpr bool is_entity(MentionType type) { return type <= MentionType::person; }
const char* to_string(MentionType type);

/// A stretch of text that names an entity or states a value. Small, for lists of them are sorted and merged: the value
/// stands apart, and the Record shares it.
struct Mention {
    MentionType type = MentionType::company;
    bool known = true;        ///< false: found by its surroundings, id provisional
    Span span;                ///< in Text::folded
    std::string_view entity;  ///< "company:vultr"; lives in the Knowledge or in Findings::arena
    std::string_view name;    ///< canonical name
    std::string_view by;      ///< row or rule: "gazetteers/companies.csv#vultr", "value.count.ja"
    std::string_view maker;   ///< entity id of the maker or owner, empty where unknown
    std::string_view kind;    ///< of the entity, as its row says ("gpu", "memory", "number format"); may be empty
    std::shared_ptr<const Value> value;  ///< value types only, and never null there
};

/// A sentence inside one block.
struct Sentence {
    Span span;          ///< in Text::folded
    std::size_t block;  ///< index in Text::blocks
};

/// Everything scan/ found. `mentions` are sorted by begin, the longer first at one place.
struct Findings {
    std::vector<Mention> mentions;
    std::vector<Sentence> sentences;
    std::vector<Warning> warnings;  ///< spans in Text::folded
    std::deque<std::string> arena;  ///< owns the strings that mentions view and the Knowledge does not hold
};

}  // namespace hardfacts
