// Enters: the texts that matches of rules hold. Leaves: RuleTriggers, which finds them all in one pass.
// Tested in tests/knowledge/rule_triggers_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/text_finder.h"
#include "model/span.h"
#include "model/utf8.h"

namespace hardfacts {

/// Finds every occurrence of its texts that begins no inside of a Latin word, whatever they hold of one another: what
/// is asked is only whether a rule is worth trying. ASCII letters count in any case.
class RuleTriggers {
public:
    /// The number of `text`; the same text has the same number. REQUIRES: three bytes at least, lower-case; compile()
    /// was not called.
    std::size_t add(std::string_view text) {
        const auto [known, is_new] = numbers_.try_emplace(std::string(text), finder_.size());
        if (is_new) finder_.add(text);
        return known->second;
    }
    /// To be called before find().
    void compile() { finder_.compile(); }
    std::size_t size() const { return finder_.size(); }
    std::string_view text(std::size_t number) const { return finder_.text(number); }

    /// Calls found(number, where it begins) for every occurrence in `range` of `text`, the longer first of those at
    /// one place.
    template <typename Found>
    void find(std::string_view text, Span range, Found found) const {
        const auto before = range.begin == 0 ? 0U : static_cast<unsigned char>(text[range.begin - 1]);
        const bool inside_word = is_ascii_alpha(before) || is_ascii_digit(before);
        finder_.find(text, range, range.end, inside_word, [&](std::uint32_t number, std::size_t at) {
            found(number, at);
            return false;
        });
    }

private:
    TextFinder finder_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace hardfacts
