// Enters: a Document, its Text and Findings. Leaves: Outline, what the document as a whole is about: its title's names
// and how often each entity is named. Tested in tests/compose/outline_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
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

/// The mentions that begin inside `span` of Text::folded.
MentionRange mentions_in(const Findings& findings, Span span);

class Outline {
public:
    Outline(const Document& document, const Text& text, const Findings& findings);

    /// The block's index in Text::blocks; no_block for code and for no_block.
    std::size_t text_block(std::size_t block) const { return block == no_block ? no_block : text_block_[block]; }
    /// The block's place in Text::folded; nullopt for code and for no_block.
    std::optional<Span> folded_block(std::size_t block) const;

    struct Named {
        std::size_t times = 0;
        bool in_title = false;
        std::size_t first = 0;  ///< its first mention
    };
    /// How often an entity is named; all zero for one that is not.
    Named named(std::string_view entity) const;

    /// Mentions of the title: the document's own, or its first heading of the highest level.
    const std::vector<std::size_t>& title() const { return title_; }
    /// The company, and the chip, system or product, that the document names most (the title counts for three).
    const std::vector<std::size_t>& topics() const { return topics_; }

private:
    void find_title(const Document& document, const Text& text, const Findings& findings);
    void count(const Findings& findings);

    const Text& text_;
    std::vector<std::size_t> text_block_;
    std::unordered_map<std::string_view, Named> named_;
    std::vector<std::size_t> title_;
    std::vector<std::size_t> topics_;
};

}  // namespace hardfacts
