// Enters: the words that may begin a value. Leaves: ValueStarts, which tells in a few loads where none begins.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "knowledge/values.h"

namespace hardfacts {

/// Answers may be yes where no value begins, never no where one does. A word is judged by its first three letters:
/// that stops 97 of 100 words of English news.
class ValueStarts {
public:
    explicit ValueStarts(const ValueTable& table);

    /// A digit, a letter, or the first byte of a sign.
    bool may(char byte) const { return may_[static_cast<unsigned char>(byte)]; }
    /// A letter or digit: what a word is made of.
    static bool in_word(char byte) { return letter_codes[static_cast<unsigned char>(byte)] != 0; }
    /// REQUIRES: a letter at `at` that begins a word.
    bool word(std::string_view text, std::size_t at) const {
        const auto byte = [&](std::size_t k) { return at + k < text.size() ? text[at + k] : '\0'; };
        const bool article = (byte(0) | 0x20) == 'a' && (byte(1) == ' ' || (byte(1) == 'n' && byte(2) == ' '));
        return article || words_.test(prefix_code(byte(0), byte(1), byte(2)));
    }
    /// REQUIRES: the first byte of a code point of two or three bytes at `at`.
    bool sign(std::string_view text, std::size_t at) const;
    /// What sign() says of a code point from U+3000 to U+9FFF, without a call: most of a Japanese text is passed over
    /// here. REQUIRES: a first byte from E3 to E9 at `at`, two bytes behind it.
    bool cjk_sign(const char* at) const {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(at[k])); };
        return signs_[((byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU)) - 0x3000U];
    }

private:
    /// 1..26 for a letter of either case, 27 for a digit, 0 for what ends a word.
    static constexpr std::array<std::uint8_t, 256> letter_codes = [] {
        std::array<std::uint8_t, 256> table{};
        for (std::uint8_t k = 0; k < 26; ++k) table['a' + k] = table['A' + k] = static_cast<std::uint8_t>(k + 1);
        for (std::size_t c = '0'; c <= '9'; ++c) table[c] = 27;
        return table;
    }();
    static std::size_t prefix_code(char a, char b, char c) {
        const auto code = [](char byte) { return std::size_t{letter_codes[static_cast<unsigned char>(byte)]}; };
        const std::size_t third = code(b) == 0 ? 0 : code(c);
        return ((code(a) - 1) * 32 + code(b)) * 32 + third;
    }
    void add(std::string_view word);

    std::array<bool, 256> may_{};
    std::bitset<27 * 32 * 32> words_;
    std::bitset<0x8000> signs_;  ///< U+3000 to U+AFFF
};

}  // namespace hardfacts
