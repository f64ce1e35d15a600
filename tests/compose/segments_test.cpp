#include "compose/segments.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/told.h"

using namespace hardfacts;

namespace {

/// "segment=…" and "market=…" of each claim, or "-", divided by " | ".
std::string parts(std::string_view written) {
    const test::Marked input = test::marked(written);
    std::string out;
    for (const Claim& claim : compose(input.document, input.text, input.findings, test::binder_knowledge()).claims) {
        if (!out.empty()) out += " | ";
        std::string told;
        for (const auto& [name, words] : claim.qualifiers) {
            if (name == "segment" || name == "market") told += std::string(name) + '=' + words;
        }
        out += told.empty() ? "-" : told;
    }
    return out;
}

}  // namespace

TEST_CASE("a figure of a part of a company is told with the part") {
    struct Row {
        const char* text;
        const char* parts;
    };
    for (const Row row : {
             Row{"{company:Nord}'s Data Center revenue was {money:$30 billion}, up {percent:112%}.",
                 "segment=Data Center | segment=Data Center"},
             Row{"{company:Nord} posted revenue from data centers of {money:$30 billion}.", "segment=data centers"},
             Row{"{company:Nord} posted AI infrastructure revenue of {money:$3 billion}.", "segment=AI infrastructure"},
             Row{"{company:ノルド}のデータセンター部門の売上高は{money:3億円}だった。", "segment=データセンター部門"},
             Row{"{company:ノルド}の広告収入は{money:3億円}、売上高は{money:9億円}だった。", "segment=広告 | -"},
             Row{"{company:Nord} reported: Gaming {money:$2 billion}.", "segment=Gaming"},
             Row{"{company:Nord} had revenue of {money:$30 billion} and builds data centers.", "-"},
             Row{"{company:Nord} invested {money:$30 billion} in data centers.", "-"},
         }) {
        CHECK_MESSAGE(parts(row.text) == row.parts, row.text);
    }
}

TEST_CASE("the part is the topic: its figure is revenue") {
    CHECK(test::told("{company:Nord}: Gaming {money:$2 billion}.") == "money/revenue Nord = $2 billion");
}

TEST_CASE("a market's size and shares are told with the market") {
    struct Row {
        const char* text;
        const char* parts;
    };
    for (const Row row : {
             Row{"The AI chip market size is {money:$400 billion}.", "market=AI chip market"},
             Row{"世界のAIチップ市場規模は{money:4兆円}だ。", "market=世界のAIチップ市場"},
             Row{"{company:ノルド}は2030年AI半導体市場のシェア{percent:8%}を占める。", "market=AI半導体市場"},
             Row{"{company:Nord} has a market share of {percent:8%}.", "-"},
         }) {
        CHECK_MESSAGE(parts(row.text) == row.parts, row.text);
    }
}
