// Enters: the texts that matches of rules hold. Leaves: RuleTriggers, which finds them all in one pass.
// Tested in tests/knowledge/rule_triggers_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"
#include "model/utf8.h"

namespace hardfacts {

/// Finds every occurrence of its texts that begins no inside of a Latin word, whatever they hold of one another: what
/// is asked is only whether a rule is worth trying. ASCII letters count in any case.
class RuleTriggers {
public:
    /// The number of `text`; the same text has the same number. REQUIRES: three bytes at least, lower-case.
    std::size_t add(std::string_view text);
    /// REQUIRES: add() is not called any more. To be called before find().
    void compile();
    std::size_t size() const { return texts_.size(); }
    std::string_view text(std::size_t number) const { return texts_[number]; }

    /// Calls found(number, where it begins) for every occurrence in `range` of `text`.
    template <typename Found>
    void find(std::string_view text, Span range, Found found) const {
        if (range.size() < shortest) return;
        const std::size_t last = range.end - shortest;
        bool in_word = range.begin > 0 && places[static_cast<unsigned char>(text[range.begin - 1])] == Place::word;
        const bool roomy = range.end < text.size();
        for (std::size_t at = range.begin; at <= last; ++at) {
            const Place place = places[static_cast<unsigned char>(text[at])];
            const bool inside_word = in_word && place == Place::word;
            in_word = place == Place::word;
            if (place == Place::inside || inside_word) continue;
            const std::uint32_t slot = slot_of(text.data() + at, roomy);
            if ((filter_[slot / 64] >> slot % 64 & 1U) == 0) continue;
            const std::string_view rest = text.substr(at, range.end - at);
            for (std::uint32_t k = ends_[slot]; k < ends_[slot + 1]; ++k) {
                if (begins_with(rest, texts_[order_[k]])) found(order_[k], at);
            }
        }
    }

private:
    static constexpr std::size_t shortest = 3;
    static constexpr std::uint32_t slot_bits = 14;

    /// What a byte is: inside a character, of a Latin word, or another beginning.
    enum class Place : std::uint8_t { inside, word, other };
    static constexpr std::array<Place, 256> places = [] {
        std::array<Place, 256> table{};
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const auto c = static_cast<char32_t>(byte);
            const bool word = byte < 0x80 && (is_ascii_alpha(c) || is_ascii_digit(c));
            table[byte] = byte >= 0x80 && byte < 0xC0 ? Place::inside : word ? Place::word : Place::other;
        }
        return table;
    }();

    /// Of the three bytes at `bytes`, in any case; other bytes that differ in that bit alone share a slot. `roomy`: a
    /// fourth byte may be read.
    static std::uint32_t slot_of(const char* bytes, bool roomy) {
        std::uint32_t key = 0;
        if (roomy)
            std::memcpy(&key, bytes, sizeof key);
        else
            std::memcpy(&key, bytes, shortest);
        return ((key & 0xFFFFFFU) | 0x202020U) * 2654435761U >> (32U - slot_bits);
    }
    static bool begins_with(std::string_view text, std::string_view trigger);

    std::vector<std::string> texts_;
    std::vector<std::uint32_t> order_;  ///< numbers, slot by slot
    std::vector<std::uint32_t> ends_;   ///< where each slot begins in order_, and the end of the last
    std::array<std::uint64_t, (1U << slot_bits) / 64> filter_{};  ///< the slots that hold any: turns most places away
};

}  // namespace hardfacts
