#include "scan/numeral.h"

#include <doctest/doctest.h>

#include <string>

#include "scan/naive_numeral.h"

using namespace hardfacts;

namespace {

/// "number" or "min..max" of the numeral at the start of `text`, then "|" and what it covers; empty where none is.
std::string lexed(std::string_view text) {
    const auto numeral = lex_numeral(text, 0);
    if (!numeral) return "";
    const Magnitude& m = numeral->magnitude;
    const std::string number = m.number ? m.number->to_string() : m.min->to_string() + ".." + m.max->to_string();
    return number + "|" + std::string(slice(text, numeral->span));
}

struct Row {
    const char* text;
    const char* want;
};

}  // namespace

TEST_CASE("numerals as they are written") {
    const Row rows[] = {
        // digits
        {"7", "7|7"},
        {"0.50 W", "0.5|0.50"},
        {"48,000基", "48000|48,000"},
        {"1,250.75", "1250.75|1,250.75"},
        {"12,34,567", "1234567|12,34,567"},
        {"1,0000", "10000|1,0000"},
        {"5, 6", "5|5"},
        {"5,60", "5|5"},
        {"3.", "3|3"},
        {"1.2.3", "1.2|1.2"},
        {"48000,", "48000|48000"},
        // Japanese scales
        {"4億2,600万円", "426000000|4億2,600万"},
        {"6兆2500億", "6250000000000|6兆2500億"},
        {"8千万", "80000000|8千万"},
        {"2万5千", "25000|2万5千"},
        {"0.8兆", "800000000000|0.8兆"},
        {"90 万人", "900000|90 万"},
        {"7 兆 4,200 億円", "7420000000000|7 兆 4,200 億"},
        {"2 万博", "2|2"},
        {"9京", "90000000000000000|9京"},
        // kanji
        {"四十二", "42|四十二"},
        {"百六十八", "168|百六十八"},
        {"千円", "1000|千"},
        {"二〇三一年", "2031|二〇三一"},
        {"一億", "100000000|一億"},
        {"万博", ""},
        {"億劫", ""},
        {"三百五十万", "3500000|三百五十万"},
        // vague
        {"数社", "2..9|数"},
        {"数百社", "200..900|数百"},
        {"数十億ドル", "2000000000..9000000000|数十億"},
        {"数千万", "20000000..90000000|数千万"},
        {"十数台", "11..19|十数"},
        {"百数十人", "120..190|百数十"},
        {"何百社", "200..900|何百"},
        {"何人", ""},
        {"数100社", "200..900|数100"},
        {"several hundred", "200..900|several hundred"},
        {"several", "2..9|several"},
        {"a few thousand", "2000..9000|a few thousand"},
        {"a few", ""},
        {"dozens of homes", "24..99|dozens"},
        {"hundreds of millions of", "200000000..900000000|hundreds of millions"},
        {"tens of thousands", "20000..90000|tens of thousands"},
        {"millions", "2000000..9000000|millions"},
        {"tens", ""},
        // English words
        {"twenty-five", "25|twenty-five"},
        {"one hundred and fifty", "150|one hundred and fifty"},
        {"Six hundred thousand", "600000|Six hundred thousand"},
        {"half a million", "500000|half a million"},
        {"quarter million", "250000|quarter million"},
        {"two dozen", "24|two dozen"},
        {"a dozen", "12|a dozen"},
        {"half a dozen", "6|half a dozen"},
        {"a hundred", "100|a hundred"},
        {"a chip", ""},
        {"half", ""},
        {"tenor", ""},
        {"two-thirds of", "0.66666666666666666666|two-thirds"},
        {"one and a half", "1.5|one and a half"},
        {"five and six", "5|five"},
        {"one two", "1|one"},
        // digits with English scales
        {"1.5 million", "1500000|1.5 million"},
        {"40 billion dollars", "40000000000|40 billion"},
        {"2-billion", "2000000000|2-billion"},
        {"25 lakh", "2500000|25 lakh"},
        {"3 crore", "30000000|3 crore"},
        {"3 millionaires", "3|3"},
        // fractions
        {"1/4 mile", "0.25|1/4"},
        {"10 1/2 miles", "10.5|10 1/2"},
        {"2½", "2.5|2½"},
        {"¾", "0.75|¾"},
        {"3分の1", "0.33333333333333333333|3分の1"},
        {"三分の二", "0.66666666666666666666|三分の二"},
        {"5/5", "5|5"},
        {"24/7/365", "24|24"},
        {"0分の1", "0|0"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(lexed(row.text) == row.want);
    }
}

TEST_CASE("what is spelled is read back, in every notation") {
    std::uint64_t number = 1;
    for (int k = 0; k < 4000; ++k) {
        for (const std::string& text : test::spellings(number)) {
            CAPTURE(text);
            CHECK(lexed(text) == std::to_string(number) + "|" + text);
        }
        number = (number * 6364136223846793005ULL + 1442695040888963407ULL) >> (k % 40);
        number = number % 999999999999999ULL + 1;
    }
}

TEST_CASE("scale letters stand behind digits and end there") {
    struct Letters {
        const char* text;
        bool money;
        int power;  ///< 0: none
    };
    const Letters rows[] = {{"K", false, 3},  {"M+", false, 6},     {"B of", false, 9}, {"T", false, 12},
                            {"bn", false, 9}, {"m", false, 0},      {"m", true, 6},     {"b", true, 9},
                            {"MB", false, 0}, {"Kelvin", false, 0}, {"B200", false, 0}, {"mn", false, 6},
                            {"", true, 0}};
    for (const Letters& row : rows) {
        CAPTURE(row.text);
        const auto letters = lex_scale_letters(row.text, 0, row.money);
        CHECK((letters ? letters->power : 0) == row.power);
    }
}

TEST_CASE("any bytes and any place are safe") {
    const std::string bytes = "数\xE6\x95 1,\xE5\x84億,999,99 half a \xFF 3分の";
    for (std::size_t at = 0; at <= bytes.size() + 2; ++at) {
        const auto numeral = lex_numeral(bytes, at);
        if (numeral) CHECK(numeral->span.end <= bytes.size());
    }
}
