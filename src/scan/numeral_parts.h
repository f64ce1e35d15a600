// Enters: folded text. Leaves: the parts the numeral lexer is put together from; for its own files only.
// Tested through tests/scan/numeral_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "model/decimal.h"
#include "scan/numeral.h"

namespace hardfacts::numeral {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// The byte at `at`, or 0 past the end.
constexpr char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }
/// A set of bytes, asked in one load.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view bytes) {
        for (const char byte : bytes) in_[static_cast<unsigned char>(byte)] = true;
    }
    constexpr bool has(char byte) const { return in_[static_cast<unsigned char>(byte)]; }

private:
    std::array<bool, 256> in_{};
};

/// The first and the last byte are compared before the rest: nearly all questions end there. REQUIRES: a word.
constexpr bool has(std::string_view text, std::size_t at, std::string_view word) {
    return at < text.size() && text[at] == word.front() && text.size() - at >= word.size() &&
           text[at + word.size() - 1] == word.back() && text.substr(at, word.size()) == word;
}

/// ASCII digits with comma groups (3s, Japanese 4s, Indian 2s) and a decimal part.
struct Digits {
    std::size_t end;
    Decimal value;
    std::uint8_t integers;
    bool grouped;
    bool pointed;
};
/// REQUIRES: a digit at `at`.
Digits read_digits(std::string_view text, std::size_t at);

/// A numeral of digits and kanji: 3億3,300万, 二十五, 数百, 1万6千. nullopt where none begins.
std::optional<Numeral> lex_kanji(std::string_view text, std::size_t at);
/// A numeral of English words, or English scale words behind the digits numeral `before`.
std::optional<Numeral> lex_words(std::string_view text, std::size_t at);
/// Takes `million`, ` billion`, `-million`, ` lakh` behind `numeral` into it.
void take_scale_words(std::string_view text, Numeral& numeral);
/// Takes 1/4, ` 1/2`, ½, 分の1 into or as a numeral.
void take_fraction(std::string_view text, Numeral& numeral);

/// The quotient to twenty places. REQUIRES: divisor > 0.
Decimal divided(const Decimal& a, long long divisor);

/// The value and byte size of a vulgar fraction (½, ¼, ¾, ⅓, ⅔, ⅛) at `at`.
std::optional<std::pair<Decimal, std::size_t>> vulgar_fraction(std::string_view text, std::size_t at);

}  // namespace hardfacts::numeral
