// Enters: a Document, its Text and Findings. Leaves: SentenceContext, what stands around a value.
// Tested in tests/compose/compose_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "compose/attribute.h"
#include "knowledge/attributes.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A range of Findings::mentions.
struct MentionRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// A sentence that holds a value, with its cues, its mentions and the headings that govern it.
struct SentenceContext {
    Span span;  ///< in Text::folded
    MentionRange mentions;
    const Block* block = nullptr;
    std::vector<CueInContext> cues;           ///< of the sentence, then of the row and column headings
    std::optional<MentionRange> row, column;  ///< mentions of the row and column heading
    std::vector<MentionRange> above;          ///< mentions of the items and lead-in over a list item, then of the
                                              ///< section's heading: the nearest first
    std::optional<Span> row_heading;          ///< in Text::folded
};

/// Gives the context of each sentence, asked for in ascending order.
class Contexts {
public:
    Contexts(const Document& document, const Text& text, const Findings& findings, const AttributeTable& table);

    SentenceContext of(const Sentence& sentence);

private:
    MentionRange mentions_in(Span span) const;
    std::optional<Span> folded_block(std::size_t block) const;
    void add_cues(Span span, bool heading, std::vector<CueInContext>& cues);
    void add_above(std::size_t block, std::vector<MentionRange>& above) const;
    void add_heading_cues(std::size_t block, Span span, std::vector<CueInContext>& cues);

    const Document& document_;
    const Text& text_;
    const Findings& findings_;
    const AttributeTable& table_;
    std::vector<std::size_t> text_block_;    ///< Document block -> index in Text::blocks, or no_block
    std::vector<AttributeTable::Hit> hits_;  ///< scratch
    std::unordered_map<std::size_t, std::vector<CueInContext>> heading_cues_;  ///< by block: a column has many cells
};

}  // namespace hardfacts
