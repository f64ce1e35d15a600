#include "compose/why_no_claim.h"

#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "compose/told.h"

using namespace hardfacts;
using test::told;
using test::ToldRow;

TEST_CASE("a word that plainly names a figure makes a claim though nobody is named") {
    for (const ToldRow row : {
             ToldRow{"粗利率は{percent:41.0%}だった。", "share/other_share - = 41.0%"},
             ToldRow{"純資産は{money:70億ドル}だった。", "money/other_money - = 70億ドル"},
             ToldRow{"営業利益率は{percent:-11.0%}だった。", "share/other_share - = -11.0%"},
             ToldRow{"営業利益(利益率5%)はYoY{percent:-11.0%}だった。", "ratio/profit/down - = -11.0%"},
             ToldRow{"今は{percent:41.0%}だった。", "share/other_share - = 41.0%"},
             ToldRow{"{unit:5つ}の理由を挙げる。", ""},
             ToldRow{"The writing category accounts for {percent:24%}.", "share/other_share - = 24%"},
             ToldRow{"入力は{token:100万トークン}あたり{money:3ドル}だ。", "money/price - = 3ドル"},
             ToldRow{"It is one of the top {unit:500} supercomputers.", ""},
             ToldRow{"粗利率は71%({percent:±2%})を見込む。", ""},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("a number of which nothing is sure makes no claim") {
    for (const char* text : {"{person:Ada Vale} walked {m:5 km}.", "There were {unit:3} of them.",
                             "{company:Nord} is large.\nThe rack takes {U:6U} of space."}) {
        CHECK_MESSAGE(told(text).empty(), text);
    }
}

TEST_CASE("a handful of things of nobody makes no claim, of somebody it does") {
    const auto count_claims = [](const char* text, int number) {
        test::Marked input = test::marked(text);
        for (Mention& mention : input.findings.mentions) {
            if (is_entity(mention.type)) continue;
            Value value = *mention.value;
            value.magnitude.number = Decimal(number);
            mention.value = std::make_shared<const Value>(std::move(value));
        }
        return compose(input.document, input.text, input.findings, test::binder_knowledge()).claims.size();
    };
    CHECK(count_claims("There were {unit:two} fabs.", 2) == 0);
    CHECK(count_claims("{company:Nord} opened {unit:two} fabs.", 2) == 1);
    CHECK(count_claims("{company:Nord} opened {unit:40} fabs.", 40) == 1);
    CHECK(count_claims("{company:Nord} sold {unit:1}1,455 yen.", 1) == 0);
}
