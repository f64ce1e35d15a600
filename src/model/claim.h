// Enters: nothing. Leaves: Claim, RelationClaim and Composed, what compose/ hands to resolve/. Tested in
// tests/compose/.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/mention.h"

namespace hardfacts {

inline constexpr std::size_t no_mention = static_cast<std::size_t>(-1);

/// Who says it, and whom the text names for it.
struct ClaimSource {
    Span text;                         ///< in Text::folded; empty where nobody is named
    std::size_t mention = no_mention;  ///< the entity, where it is one
};

/// A value bound to what it says of whom. Mentions are indexes into Findings::mentions.
struct Claim {
    std::string_view kind, attribute;  ///< FACTS.md section 4
    std::string_view direction;        ///< ratios: "up" or "down"
    std::size_t subject = no_mention;  ///< no_mention: open
    std::size_t value = no_mention;
    std::vector<std::pair<std::string_view, std::size_t>> roles;
    std::vector<std::pair<std::string_view, std::string>> qualifiers;  ///< "metric", "segment", "scope", ...
    std::size_t period = no_mention;                                   ///< the date or duration it speaks of
    std::size_t restates = no_mention;  ///< the value before it that says the same in another unit or currency
    std::string doubt;                  ///< what speaks against it; told as a warning at the value
    std::string_view modality = "asserted";
    Span cue;  ///< in Text::folded: the words that decided the modality; empty if none did
    ClaimSource source;
    Span evidence;  ///< in Text::folded
    std::string rule;
    std::string_view confidence;  ///< a decimal between 0 and 1: "0.8"
};

/// Two entities and what the text says is between them (FACTS.md section 5).
struct RelationClaim {
    std::string_view type;              ///< "supplies"
    std::array<std::size_t, 2> args{};  ///< indexes into Findings::mentions
    std::string_view modality = "asserted";
    Span cue;       ///< in Text::folded: the words that decided the modality; empty if none did
    Span evidence;  ///< in Text::folded
    std::string_view rule;
    std::string_view confidence;
};

/// All that compose/ found a document to say.
struct Composed {
    std::vector<Claim> claims;
    std::vector<RelationClaim> relations;
};

}  // namespace hardfacts
