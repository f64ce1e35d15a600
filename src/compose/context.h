// Enters: a sentence of a document. Leaves: SentenceContext, the cue words and the names that stand around its values:
// in the sentence, before it, over it (lead-in, headings of row, column and section) and in the title.
// Tested in tests/compose/context_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

#include "compose/attribute.h"
#include "compose/grammar.h"
#include "compose/outline.h"
#include "knowledge/attributes.h"
#include "knowledge/subject_weights.h"
#include "model/claim.h"
#include "model/document.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// A name, or a word that stands for one (同社, "the chip"), as a value of the sentence sees it.
struct NameInContext {
    std::size_t mention;  ///< in Findings::mentions: the name itself, or the one referred to
    Span at;              ///< in Text::folded: where it is named or referred to
    Sign scope = Sign::in_sentence;
    Mark mark = Mark::none;
    bool reference = false;       ///< a word that stands for the name
    bool opens = false;           ///< first name of its sentence
    bool label = false;           ///< followed by a colon: "H100: 80GB"
    bool aside = false;           ///< inside brackets
    std::size_t end_of_noun = 0;  ///< in Text::folded: behind the generic noun and the bracket that follow it
    bool listed = false;          ///< a member of a list: "A and B"
    bool modifies = false;        ///< stands before a noun, for which it is named: "a Linux badge"
    bool longer = false;          ///< in its sentence it goes on as a longer name that nobody knows
};

struct SentenceContext {
    Span span;  ///< in Text::folded
    MentionRange mentions;
    std::size_t block_index = 0;  ///< in Document::blocks
    const Block* block = nullptr;
    std::vector<CueInContext> cues;    ///< of the sentence, then of the headings over it
    std::vector<NameInContext> names;  ///< of the sentence, then before and over it
    std::optional<Span> row_heading;   ///< in Text::folded
    std::vector<Span> strange;         ///< names in the sentence that nobody knows
    bool strange_heading = false;      ///< the heading over it names what nobody knows
    bool strange_opening = false;      ///< ... and one of them opens it
    bool unknown_opening = false;      ///< it begins with what looks like a name that nobody knows, or
                                       ///< speaks of what has none
};

/// Gives the context of each sentence that holds a value, asked for in ascending order.
class Contexts {
public:
    Contexts(const Document& document, const Text& text, const Findings& findings, const AttributeTable& table);

    const SentenceContext& of(const Sentence& sentence);
    /// Remembers whom the last value was found to describe.
    void decided(std::size_t mention) { last_ = mention; }
    const Outline& outline() const { return outline_; }

private:
    void add_cues(Span span, CuePlace place, std::vector<CueInContext>& cues);
    void add_heading_cues(std::size_t block, CuePlace place);
    void add_names(MentionRange range, Sign scope);
    const NameInContext& part_of(std::size_t mention);
    void read_parts(Span sentence);
    void share_marks(MentionRange range);
    void mark_headline(MentionRange range, Span sentence);
    void find_strange();
    bool has_strange(std::size_t heading);
    void add_references();
    void add_earlier(Span block);
    void add_row(std::size_t block);
    void add_above(std::size_t block);
    void add_before(std::size_t block);
    void add_topics();
    bool opens_unknown() const;
    bool speaks_of_another() const;
    std::optional<std::size_t> referred(std::string_view what, Span at);

    const Document& document_;
    const Text& text_;
    const Findings& findings_;
    const AttributeTable& table_;
    Outline outline_;
    SentenceContext context_;
    std::vector<NameInContext> parts_;  ///< by mention: the part it plays in its own sentence, once read
    std::vector<bool> read_;            ///< by mention: parts_ holds it
    std::size_t last_ = no_mention;
    std::vector<AttributeTable::Hit> hits_;                                    ///< scratch
    std::unordered_map<std::size_t, bool> strange_headings_;                   ///< by block
    std::unordered_map<std::size_t, std::vector<CueInContext>> heading_cues_;  ///< by block: a column has many cells
};

}  // namespace hardfacts
