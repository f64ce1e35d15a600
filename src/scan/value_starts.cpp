#include "scan/value_starts.h"

#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::is_digit;
using numeral::is_letter;

namespace {

constexpr std::string_view numeral_words[] = {
    "one",       "two",      "three",    "four",      "five",    "six",      "seven", "eight",   "nine",
    "ten",       "eleven",   "twelve",   "thirteen",  "thirty",  "fourteen", "forty", "fifteen", "fifty",
    "sixteen",   "eighteen", "twenty",   "half",      "quarter", "several",  "few",   "dozens",  "hundreds",
    "thousands", "millions", "billions", "trillions", "tens",    "jan",      "feb",   "mar",     "apr",
    "may",       "jun",      "jul",      "aug",       "sep",     "oct",      "nov",   "dec",     "q1",
    "h1",        "fy2",      "fy ",      "cy2",       "fiscal",  "fy'"};

}  // namespace

ValueStarts::ValueStarts(const ValueTable& table) {
    for (std::size_t c = 0; c < may_.size(); ++c) {
        const char byte = static_cast<char>(c);
        may_[c] = is_digit(byte) || is_letter(byte) || (c >= 0xE3 && c <= 0xE9) || c == 0xC2 || c == 0xE2 ||
                  (c >= 0x80 && table.fixed.starts_with(byte));
    }
    for (const std::string_view word : numeral_words) add(word);
    for (const std::string& word : table.fixed_starts) add(word);
    for (const char32_t c : std::u32string_view(U"〇零一二三四五六七八九十百千数何幾令平昭第")) {
        signs_.set(c - 0x3000);
    }
}

void ValueStarts::add(std::string_view word) {
    if (is_letter(word[0])) {
        words_.set(prefix_code(word[0], byte_at(word, 1), byte_at(word, 2)));
    } else if (word.size() >= 3 && static_cast<unsigned char>(word[0]) >= 0xE3) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(word[k]); };
        const unsigned c = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
        if (c >= 0x3000 && c < 0xB000) signs_.set(c - 0x3000);
    }
}

bool ValueStarts::sign(std::string_view text, std::size_t at) const {
    const auto byte = [&](std::size_t k) {
        return static_cast<unsigned>(static_cast<unsigned char>(byte_at(text, at + k)));
    };
    if (byte(0) < 0xE3) return numeral::vulgar_fraction(text, at).has_value();
    const unsigned c = (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    return c >= 0x3000 && c < 0xB000 && signs_.test(c - 0x3000);
}

}  // namespace hardfacts
