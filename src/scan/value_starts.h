// Enters: the words that may begin a value. Leaves: ValueStarts, which tells in a few loads where none begins.
// Tested in tests/scan/values_test.cpp.
#pragma once

#include <array>
#include <bitset>
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
    /// REQUIRES: a letter at `at` that begins a word.
    bool word(std::string_view text, std::size_t at) const;
    /// REQUIRES: the first byte of a code point of two or three bytes at `at`.
    bool sign(std::string_view text, std::size_t at) const;

private:
    void add(std::string_view word);

    std::array<bool, 256> may_{};
    std::bitset<27 * 32 * 32> words_;
    std::bitset<0x8000> signs_;  ///< U+3000 to U+AFFF
};

}  // namespace hardfacts
