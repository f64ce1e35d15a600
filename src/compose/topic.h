// Enters: the sentences of a text, in order, with their mentions. Leaves: the company that is being spoken of.
// Tested in tests/compose/topic_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "compose/context.h"
#include "model/mention.h"
#include "model/text.h"

namespace hardfacts {

/// Follows the company that a text speaks of: the one that is the topic or subject of a sentence (Alphaは…, "Alpha
/// said …"), or the only one named where none was spoken of; for a few sentences more, until another is or a heading
/// begins something else. Two subjects at once are none.
class Topic {
public:
    Topic(const Text& text, const Findings& findings) : text_(text), findings_(findings) {}

    /// The company spoken of when the sentence begins, if any.
    std::optional<std::size_t> company() const { return company_; }
    /// To be called before each sentence: every item of a list and cell of a table speaks for itself.
    void enter(const Sentence& sentence);
    /// To be called after each sentence; `kept` where the sentence referred to the company by a stand-in.
    void pass(const Sentence& sentence, MentionRange mentions, bool kept);

private:
    bool is_subject(const Mention& mention, Span sentence) const;

    const Text& text_;
    const Findings& findings_;
    std::optional<std::size_t> company_;  ///< in Findings::mentions
    std::size_t block_ = static_cast<std::size_t>(-1);
    std::size_t age_ = 0;  ///< sentences since it was named or referred to
};

}  // namespace hardfacts
