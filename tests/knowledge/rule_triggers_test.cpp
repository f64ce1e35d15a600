#include "knowledge/rule_triggers.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace hardfacts;

namespace {

std::set<std::size_t> found_in(const RuleTriggers& triggers, std::string_view text, Span range) {
    std::set<std::size_t> found;
    triggers.find(text, range, [&](std::uint32_t one, std::size_t) { found.insert(one); });
    return found;
}

}  // namespace

TEST_CASE("every text is found wherever it stands, as by looking for each") {
    RuleTriggers triggers;
    const std::string words[] = {"提携", "提携先", "携先", " with ", "acquir", "buy", "の", "を発表"};
    for (const std::string& word : words) triggers.add(word);
    triggers.compile();
    CHECK(triggers.size() == 8);
    for (const std::string text :
         {"AはBとの提携先を発表", "She ACQUIRED it", "buying works With it", "", "の", "ab", "無関係"}) {
        CAPTURE(text);
        std::string lower = text;
        for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        std::set<std::size_t> naive;
        for (std::size_t k = 0; k < std::size(words); ++k) {
            if (lower.find(words[k]) != std::string::npos) naive.insert(k);
        }
        CHECK(found_in(triggers, text, {0, text.size()}) == naive);
    }
}

TEST_CASE("nothing is found inside a Latin word") {
    RuleTriggers triggers;
    triggers.add("buy");
    triggers.compile();
    CHECK(found_in(triggers, "outbuy rebuy 3buy", {0, 17}).empty());
    CHECK(found_in(triggers, "out-buy", {0, 7}).size() == 1);
    CHECK(found_in(triggers, "社buy", {0, 6}).size() == 1);
}

TEST_CASE("nothing is found across the ends of the range") {
    RuleTriggers triggers;
    CHECK(triggers.add("buys") == 0);
    CHECK(triggers.add("sell") == 1);
    CHECK(triggers.add("buys") == 0);
    triggers.compile();
    CHECK(found_in(triggers, "buys or sells", {0, 3}).empty());
    CHECK(found_in(triggers, "buys or sells", {1, 12}) == std::set<std::size_t>{1});
}
