#include "knowledge/value_starts.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "scan/dates.h"
#include "scan/numeral.h"

using namespace hardfacts;

namespace {

ValueStarts starts_with_words() {
    ValueStarts starts;
    for (const char* word : {"double", "by half", "倍増", "けた", "2桁"}) starts.add(word);
    return starts;
}

/// Every place that find() stops at when it goes on one byte behind each.
std::vector<std::size_t> places(const ValueStarts& starts, std::string_view text) {
    std::vector<std::size_t> out;
    for (std::size_t at = starts.find(text, 0, false); at < text.size();
         at = starts.find(text, at + 1, ValueStarts::in_word(text[at]))) {
        out.push_back(at);
    }
    return out;
}

constexpr std::string_view pieces[] = {"a few ", "an ",     "half a million",
                                       "May 5",  "Marketo", "H100",
                                       "Q3 ",    "FY26",    "FY ",
                                       "three",  "threat",  "one",
                                       "on ",    "二十",    "数百",
                                       "第3",    "倍増",    "けた",
                                       "は",     "。",      "½",
                                       "⅓",      "–",       "12",
                                       "7x",     " ",       "-",
                                       "\n",     "double",  "By half",
                                       "in",     "令和7年", "漢字",
                                       "é",      "𝟙",       "fiscal 2025"};

std::string made(std::mt19937& random) {
    std::string out;
    for (std::size_t k = random() % 14; k > 0; --k) out += pieces[random() % std::size(pieces)];
    return out;
}

}  // namespace

TEST_CASE("digits, words and signs that may begin a value") {
    const ValueStarts starts = starts_with_words();
    CHECK(places(starts, "It sold 24 of the H100 in May, doubled by half.") ==
          std::vector<std::size_t>{8, 26, 31, 39, 42});
    CHECK(places(starts, "market forge tend seven") == std::vector<std::size_t>{18});
    CHECK(places(starts, "漢字の数百。けた").size() == 3);
    CHECK(starts.find("12", 0, true) == 2);
    CHECK(starts.find("", 0, false) == 0);
}

TEST_CASE("a place is judged the same wherever the look begins") {
    const ValueStarts starts = starts_with_words();
    std::mt19937 random(3);
    for (int round = 0; round < 2000; ++round) {
        const std::string text = made(random);
        CAPTURE(text);
        std::vector<std::size_t> alone;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (starts.find(text, at, at > 0 && ValueStarts::in_word(text[at - 1])) == at) alone.push_back(at);
        }
        REQUIRE(places(starts, text) == alone);
    }
}

TEST_CASE("no numeral and no date that begins a word is passed over") {
    const ValueStarts starts = starts_with_words();
    std::mt19937 random(5);
    std::size_t found = 0;
    for (int round = 0; round < 2000; ++round) {
        const std::string text = made(random);
        CAPTURE(text);
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool inside = at > 0 && ValueStarts::in_word(text[at - 1]) && ValueStarts::in_word(text[at]);
            if (inside || (!lex_numeral(text, at) && !lex_date(text, at))) continue;
            ++found;
            CAPTURE(at);
            REQUIRE(starts.find(text, at, false) == at);
        }
    }
    CHECK(found > 2000);
}
