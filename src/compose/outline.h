// Enters: a Document, its Text and Findings. Leaves: Outline, what the document as a whole is about: its title's names
// and how often each entity is named. Tested in tests/compose/outline_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A range of Findings::mentions.
struct MentionRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin == end; }
};

/// Tells which mentions begin where. Keeps their places by themselves: they are looked up many times for each sentence
/// that holds a value.
class MentionPlaces {
public:
    explicit MentionPlaces(const Findings& findings);
    /// The mentions that begin inside `span` of Text::folded.
    MentionRange in(Span span) const { return {first_from(span.begin), first_from(span.end)}; }

private:
    std::size_t first_from(std::size_t offset) const;
    std::vector<std::size_t> begins_;
};

class Outline {
public:
    Outline(const Document& document, const Text& text, const Findings& findings);

    const MentionPlaces& mentions() const { return mentions_; }

    /// The block's index in Text::blocks; no_block for code and for no_block.
    std::size_t text_block(std::size_t block) const { return block == no_block ? no_block : text_block_[block]; }
    /// The block's place in Text::folded; nullopt for code and for no_block.
    std::optional<Span> folded_block(std::size_t block) const;

    /// An entity of the document, and how it is named there.
    struct Named {
        std::size_t times = 0;
        std::size_t first = 0;  ///< its first mention
        bool in_title = false;
        bool most = false;      ///< see Topic
        bool dominant = false;  ///< see Topic
    };
    /// Entities have numbers in their document, the same for mentions of the same: what is compared many times for each
    /// value. no_entity: of values, and of names without an id.
    static constexpr std::uint32_t no_entity = 0;
    std::uint32_t entity(std::size_t mention) const { return entity_[mention]; }
    const Named& named(std::uint32_t entity) const { return named_[entity]; }

    /// The title in Text::folded: the document's own, or its first heading of the highest level; else the first block.
    Span title() const { return title_; }
    /// False where the first block stands in for a title.
    bool has_title() const { return has_title_; }
    /// An entity that the document names often: its first mention.
    struct Topic {
        std::size_t mention;
        bool most = false;      ///< none of its sort (companies; chips, systems and products) is named more often
        bool dominant = false;  ///< the next of its sort is named less than half as often
    };
    /// The companies, and the chips, systems and products, that the document names most. The title counts for three,
    /// and what a company makes or owns counts for it too.
    const std::vector<Topic>& topics() const { return topics_; }

private:
    void find_title(const Document& document, const Text& text);
    struct Count {
        std::size_t mention;
        std::size_t times;
    };
    void count(const Findings& findings);
    void add_topics(std::vector<Count>& counts, std::size_t kept);

    const Text& text_;
    MentionPlaces mentions_;
    std::vector<std::size_t> text_block_;
    std::vector<std::uint32_t> entity_;  ///< by mention
    std::vector<Named> named_;           ///< by entity
    Span title_;
    bool has_title_ = false;
    std::vector<Topic> topics_;
};

}  // namespace hardfacts
