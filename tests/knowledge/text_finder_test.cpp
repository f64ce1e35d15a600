#include "knowledge/text_finder.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

#include "model/utf8.h"

using namespace hardfacts;

namespace {

using Places = std::set<std::pair<std::size_t, std::size_t>>;  // number, place

bool is_word(char c) {
    return is_ascii_alpha(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c));
}

std::set<std::size_t> naive_starts(std::string_view text, Span range, bool inside_word) {
    std::set<std::size_t> starts;
    for (std::size_t at = range.begin; at < range.end; ++at) {
        const bool goes_on = at == range.begin ? inside_word : is_word(text[at - 1]);
        if (is_lead(text[at]) && !(goes_on && is_word(text[at]))) starts.insert(at);
    }
    return starts;
}

std::string lowered(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return text;
}

const std::string texts[] = {
    "She ACQUIRED it with a buyer; buying works With it",
    "AはBとの提携先を発表した。売上高は3億3,300万ドル、AIチップの需要が「伸び」た",
    "",
    "の",
    "ab",
    "R&D費 and R&D, naïve café £5 @home `home \x7F",
    "mixed 日本and English語 with emoji 🙂🙂 and a tail that is long enough to take three blocks of bytes",
};

}  // namespace

TEST_CASE("starts are where a look at every byte finds them, from any place to any place") {
    for (const std::string& text : texts) {
        for (std::size_t begin = 0; begin <= text.size(); ++begin) {
            for (std::size_t end = begin; end <= text.size(); ++end) {
                for (const bool inside : {false, true}) {
                    std::set<std::size_t> found;
                    each_start(text, {begin, end}, inside, [&](std::size_t at) { found.insert(at); });
                    REQUIRE(found == naive_starts(text, {begin, end}, inside));
                }
            }
        }
    }
}

TEST_CASE("every text is found wherever it begins at a start, as by looking for each") {
    const std::string wanted[] = {"提携",   "提携先", "携先",  " with ",   "acquir", "buy",    "の",
                                  "を発表", "buyer",  "ab",    "r&d",      "売上",   "売上高", "need",
                                  "caf",    "@home",  "`home", "🙂🙂", "3億",    "3億3"};
    TextFinder finder;
    for (const std::string& one : wanted) finder.add(one);
    finder.compile();
    CHECK(finder.size() == std::size(wanted));
    for (const std::string& text : texts) {
        for (std::size_t limit = 0; limit <= text.size(); ++limit) {
            const std::string lower = lowered(text).substr(0, limit);
            Places naive, found;
            for (const std::size_t at : naive_starts(text, {0, limit}, false)) {
                for (std::size_t k = 0; k < std::size(wanted); ++k) {
                    if (lower.compare(at, wanted[k].size(), wanted[k]) == 0) naive.emplace(k, at);
                }
            }
            std::size_t place = 0, size = 0;
            finder.find(text, {0, limit}, limit, false, [&](std::uint32_t number, std::size_t at) {
                if (at == place) CHECK((size == 0 || wanted[number].size() < size));
                place = at;
                size = wanted[number].size();
                found.emplace(number, at);
                return false;
            });
            REQUIRE(found == naive);
        }
    }
}

TEST_CASE("no more is told of a place where the longest was enough") {
    TextFinder finder;
    for (const char* text : {"buy", "buyer", "売上", "売上高"}) finder.add(text);
    finder.compile();
    std::string found;
    const std::string text = "buyers buy 売上高 売上";
    finder.find(text, {0, text.size()}, text.size(), false, [&](std::uint32_t number, std::size_t) {
        found += std::string(finder.text(number)) + ',';
        return true;
    });
    CHECK(found == "buyer,buy,売上高,売上,");
}
