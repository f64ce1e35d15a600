// Enters: the words that may begin a value. Leaves: ValueStarts, which finds the places of a text where one may begin.
// Tested in tests/knowledge/value_starts_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hardfacts {

/// Its answers may hold places where no value begins, and leave out none where one does. Sixteen bytes are looked at
/// together for the beginnings of words and signs; a word is then judged by its first four bytes.
class ValueStarts {
public:
    ValueStarts();

    /// A word of `fixed` of the ValueTable. REQUIRES: folded, lower-case, begins with an ASCII letter or digit or with
    /// a character from U+3000 to U+FFFF.
    void add(std::string_view word);

    /// The first place from `at` on where a value may begin, or text.size(). `inside` says that a letter or digit
    /// stands before `at`: digits and letters there go on a word and begin none.
    std::size_t find(std::string_view text, std::size_t at, bool inside) const;

    /// A letter or digit: what a word is made of.
    static bool in_word(char byte) { return in_words[static_cast<unsigned char>(byte)]; }

private:
    static constexpr std::array<bool, 256> in_words = [] {
        std::array<bool, 256> table{};
        for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = true;
        for (std::size_t c = '0'; c <= '9'; ++c) table[c] = true;
        return table;
    }();
    static constexpr std::uint32_t word_bits = 15;
    static std::uint32_t hash_of(std::uint32_t key) { return key * 0x9E3779B1U >> (32U - word_bits); }

    static std::uint32_t other_hash_of(std::uint32_t key) { return key * 0x85EBCA77U >> (32U - word_bits); }

    void add_whole(std::string_view word);
    void add_key(std::string_view word);
    /// REQUIRES: four bytes at `at`.
    bool begins(const char* at) const;
    bool sign_begins(const char* at) const;

    void add_pair(unsigned char first, unsigned char second);

    std::bitset<0x10000> pairs_;  ///< the first two bytes of all that may begin a value: turns most places away
    /// By hashes of the first four bytes, lower-case.
    std::bitset<1U << word_bits> words_, more_words_;
    std::bitset<0xD000> signs_;  ///< U+3000 to U+FFFF
    bool kana_ = false;          ///< some word begins with a kana
};

}  // namespace hardfacts
