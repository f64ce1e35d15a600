// Enters: folded text and a place in it. Leaves: Numeral, the number written there, exact, with its span; no unit.
// Tested in tests/scan/numeral_test.cpp against a naive reader; fuzzed in tests/fuzz/numeral_fuzz.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/decimal.h"
#include "model/span.h"
#include "model/value.h"

namespace hardfacts {

enum class NumeralForm : std::uint8_t {
    digits,  ///< begins with ASCII digits: 3億3,300万, 1.5 million, 10 1/2
    kanji,   ///< 二十五, 百五十, 千
    words,   ///< twenty-five, half a million, two dozen
    vague,   ///< 数百, 十数, several hundred, tens of thousands, dozens
};

/// A number as written, its scale words multiplied out. A sign is no part of it, nor a scale letter (K, M, bn).
struct Numeral {
    Span span;
    Magnitude magnitude;  ///< `number`, or for vague numbers `min` and `max`
    NumeralForm form = NumeralForm::digits;
    int scale = 0;              ///< power of ten of the last scale word: 億 8, million 6; 0 where there is none
    std::uint8_t integers = 0;  ///< digits form: digits before the point, commas not counted
    bool grouped = false;       ///< has comma groups
    bool pointed = false;       ///< has a decimal point
    bool fraction = false;      ///< has a fraction: 1/4, ½, 3分の1, two-thirds
    bool one = false;           ///< the words or kanji for one, alone
};

/// The longest numeral that begins at `at`, or nullopt. Total over any bytes.
std::optional<Numeral> lex_numeral(std::string_view text, std::size_t at);

/// The scale letters that stand at `at`, straight behind digits, and do not run on as a word: K, M, B, T, k, bn, mn,
/// tn; `money` allows m and b too.
struct ScaleLetters {
    std::size_t end;
    int power;
};
namespace numeral {
std::optional<ScaleLetters> read_scale_letters(std::string_view text, std::size_t at, bool money);
}
inline std::optional<ScaleLetters> lex_scale_letters(std::string_view text, std::size_t at, bool money) {
    const char first = at < text.size() ? static_cast<char>(text[at] | 0x20) : '\0';
    if (first != 'k' && first != 'm' && first != 'b' && first != 't') return std::nullopt;
    return numeral::read_scale_letters(text, at, money);
}

}  // namespace hardfacts
