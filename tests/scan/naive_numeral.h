// Numbers spelled out in every notation the lexer knows, by the plainest code: what is spelled must be read back.
// Used by numeral_test.cpp and by the fuzzer.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hardfacts::test {

inline std::string grouped(std::string digits, std::size_t width) {
    for (std::size_t at = digits.size(); at > width;) {
        at -= width;
        digits.insert(at, ",");
    }
    return digits;
}

/// 12,34,567: a last group of three, the others of two.
inline std::string grouped_in_india(const std::string& digits) {
    if (digits.size() <= 3) return digits;
    return grouped(digits.substr(0, digits.size() - 3), 2) + "," + digits.substr(digits.size() - 3);
}

inline constexpr std::array<std::string_view, 5> myriads = {"", "万", "億", "兆", "京"};

/// 3億3300万 of 330000000.
inline std::string nested(std::uint64_t number) {
    if (number == 0) return "0";
    std::string out;
    for (std::size_t k = 0; number != 0; ++k, number /= 10000) {
        if (number % 10000 != 0) out = std::to_string(number % 10000) + std::string(myriads[k]) + out;
    }
    return out;
}

/// 三億三千三百万 of 330000000.
inline std::string kanji(std::uint64_t number) {
    static constexpr std::array<std::string_view, 10> digits = {"〇", "一", "二", "三", "四",
                                                                "五", "六", "七", "八", "九"};
    static constexpr std::array<std::string_view, 4> places = {"", "十", "百", "千"};
    if (number == 0) return "〇";
    std::string out;
    for (std::size_t k = 0; number != 0; ++k, number /= 10000) {
        std::string part;
        std::uint64_t rest = number % 10000;
        for (std::size_t place = 0; rest != 0; ++place, rest /= 10) {
            const std::uint64_t digit = rest % 10;
            if (digit == 0) continue;
            const bool silent = digit == 1 && place != 0 && !(place == 3 && k != 0);
            part = (silent ? "" : std::string(digits[digit])) + std::string(places[place]) + part;
        }
        if (!part.empty()) out = part + std::string(myriads[k]) + out;
    }
    return out;
}

/// three hundred thirty million of 330000000.
inline std::string english(std::uint64_t number) {
    static constexpr std::array<std::string_view, 20> small = {
        "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
        "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                              "fifty", "sixty", "seventy", "eighty", "ninety"};
    static constexpr std::array<std::string_view, 5> scales = {"", " thousand", " million", " billion", " trillion"};
    std::string out;
    for (std::size_t k = 0; number != 0; ++k, number /= 1000) {
        const std::uint64_t part = number % 1000;
        if (part == 0) continue;
        std::string words;
        if (part >= 100) words = std::string(small[part / 100]) + " hundred";
        if (part % 100 != 0) {
            if (!words.empty()) words += " ";
            if (part % 100 < 20)
                words += small[part % 100];
            else
                words += std::string(tens[part % 100 / 10]) +
                         (part % 10 != 0 ? "-" + std::string(small[part % 10]) : std::string());
        }
        words += scales[k];
        out = out.empty() ? words : words + " " + out;
    }
    return out;
}

/// Every spelling of `number`. REQUIRES: 0 < number < 10^15.
inline std::vector<std::string> spellings(std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return {digits,         grouped(digits, 3), grouped(digits, 4), grouped_in_india(digits),
            nested(number), kanji(number),      english(number)};
}

}  // namespace hardfacts::test
