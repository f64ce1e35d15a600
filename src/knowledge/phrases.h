// Enters: phrases in folded form. Leaves: PhraseTable, which finds them all in a stretch of text.
// Tested in tests/knowledge/phrases_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "knowledge/text_finder.h"
#include "model/span.h"

namespace hardfacts {

/// Finds every occurrence of its phrases: ASCII letters in any case, Latin words only whole, the longest where
/// several begin at one place.
class PhraseTable {
public:
    struct Hit {
        Span span;           ///< in the text searched
        std::size_t phrase;  ///< number given by add()
    };

    /// The number of `phrase`; the same phrase has the same number. REQUIRES: phrase.size() > 1, compile() not called.
    std::size_t add(std::string_view phrase);
    void compile() { finder_.compile(); }

    /// Calls found(Hit) for every hit that begins inside `range` of `text`, in order. REQUIRES: compile() was called.
    template <typename Found>
    void find(std::string_view text, Span range, Found found) const {
        finder_.find(text, range, text.size(), false, [&](std::uint32_t phrase, std::size_t at) {
            const Span span{at, at + finder_.text(phrase).size()};
            if (!stands_alone(text, span)) return false;
            found(Hit{span, phrase});
            return true;
        });
    }

private:
    static bool stands_alone(std::string_view text, Span span);

    TextFinder finder_;
    std::unordered_map<std::string, std::size_t> numbers_;  ///< of the phrases, lower-cased
};

}  // namespace hardfacts
