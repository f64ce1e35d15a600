// Enters: a sentence and the mentions in it. Leaves: Skeleton, the sentence as rules see it.
// Tested in tests/compose/skeleton_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compose/context.h"
#include "knowledge/skeleton_code.h"
#include "model/mention.h"

namespace hardfacts {

/// Words that stand for an entity named before: 同社, "the company". Without words, at the beginning of a sentence: the
/// company spoken of, which Japanese need not name again.
struct StandIn {
    Span span;            ///< in the folded text
    std::size_t mention;  ///< the one that names it
};

/// A sentence of the folded text in which every mention that stands in no other is one private-use character of its
/// type. Quotation marks straight around an entity belong to it, and so does a short bracket behind an entity that
/// names nothing else (its reading, its ticker symbol): `Alpha（アルファ）の「Beta 9」` is the two characters with の
/// between them. A stand-in is one character of its entity's type. Private-use characters of the source are all
/// replaced by one that stands for no mention.
class Skeleton {
public:
    /// `mentions` are those that begin in `sentence`; `stand_ins` stand in it, in order, and inside no mention.
    Skeleton(std::string_view folded, Span sentence, MentionRange mentions, const Findings& findings,
             const SkeletonCode& code, std::span<const StandIn> stand_ins = {});

    const std::string& text() const { return text_; }

    /// So many characters of text() take no more bytes: a byte each, and all that the others of the sentence have more.
    std::size_t bytes_of(std::size_t characters) const {
        constexpr std::size_t widest = 4;
        return std::min(widest * characters, characters + text_.size() - characters_);
    }

    struct Place {
        std::size_t at;       ///< in text(), where the mention's character begins
        std::size_t mention;  ///< in Findings::mentions
        Span taken;           ///< in the folded text: what the character stands for
        Span shown;           ///< … without quotation marks and brackets
    };
    const std::vector<Place>& places() const { return places_; }
    static constexpr std::size_t code_size = 3;  ///< bytes of a mention's character

    /// The places of the mentions in `span` of text().
    std::pair<std::size_t, std::size_t> places_in(Span span) const;
    /// `span` of text() in the folded text; mentions at its ends without their quotation marks and brackets.
    Span to_folded(Span span) const;

private:
    void add_stand_in(const StandIn& stand_in, std::size_t& at);
    void add_plain(Span span);
    std::size_t folded_offset(std::size_t at, bool end) const;

    std::string_view folded_;
    Span sentence_;
    const Findings& findings_;
    const SkeletonCode& code_;
    std::string text_;
    std::size_t characters_ = 0;  ///< of text_
    std::vector<Place> places_;
};

}  // namespace hardfacts
