// Enters: the texts that matches of rules hold. Leaves: RuleTriggers, which finds them all in one pass.
// Tested in tests/knowledge/rule_triggers_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// Finds every occurrence of its texts, wherever they begin and whatever they hold of one another: what is asked is
/// only whether a rule is worth trying. ASCII letters count in any case.
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
        if (range.size() < key_size) return;
        for (std::size_t at = range.begin; at + key_size <= range.end; ++at) {
            const std::uint32_t slot = slot_of(text.data() + at);
            if ((filter_[slot / 64] >> slot % 64 & 1U) == 0) continue;
            const std::string_view rest = text.substr(at, range.end - at);
            const std::uint32_t last = ends_[slot + 1];
            for (std::uint32_t k = ends_[slot]; k < last; ++k) {
                if (begins_with(rest, texts_[order_[k]])) found(order_[k], at);
            }
        }
    }

private:
    static constexpr std::size_t key_size = 3;
    static constexpr std::uint32_t slot_bits = 14;

    static constexpr std::uint32_t lower(char c) {
        const std::uint32_t byte = static_cast<unsigned char>(c);
        return byte - 0x41U < 26U ? byte | 0x20U : byte;  // A to Z
    }
    static std::uint32_t slot_of(const char* bytes) {
        const std::uint32_t key = lower(bytes[0]) | lower(bytes[1]) << 8U | lower(bytes[2]) << 16U;
        return key * 2654435761U >> (32U - slot_bits);
    }
    static bool begins_with(std::string_view text, std::string_view trigger);

    std::vector<std::string> texts_;
    std::vector<std::uint32_t> order_;  ///< numbers, slot by slot
    std::vector<std::uint32_t> ends_;   ///< where each slot begins in order_, and the end of the last
    std::array<std::uint64_t, (1U << slot_bits) / 64> filter_{};  ///< the slots that hold any: turns most places away
};

}  // namespace hardfacts
