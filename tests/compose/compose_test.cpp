#include "compose/compose.h"

#include <doctest/doctest.h>

#include "compose/told.h"

using namespace hardfacts;
using test::told;
using test::ToldRow;

TEST_CASE("a value is bound where the sentence makes its subject plain") {
    for (const ToldRow row : {
             ToldRow{"{chip:Borealis 9}は{FLOPS:40 PFLOPS}の計算性能を持つ。", "spec/compute Borealis 9 = 40 PFLOPS"},
             ToldRow{"The {chip:Borealis 9} has {B:96GB} of HBM3e memory.", "spec/memory_capacity Borealis 9 = 96GB"},
             ToldRow{"{company:ノルド社}は{unit:1,200基}の{chip:Borealis 9}を導入する予定だ。",
                     "count/units Borealis 9 = 1,200基 planned holder=ノルド社"},
             ToldRow{"{company:Alpha} reported revenue of {money:$4.2 billion}.", "money/revenue Alpha = $4.2 billion"},
             ToldRow{"{company:アルファ}の時価総額は{money:3兆円}に達した。", "money/market_cap アルファ = 3兆円"},
             ToldRow{"{company:Alpha} raised {money:$90 million} at a valuation of {money:$1 billion}.",
                     "money/funding Alpha = $90 million | money/valuation Alpha = $1 billion"},
             ToldRow{"{chip:Borealis 9}の消費電力は{chip:Borealis 8}比で{percent:30%}削減された。",
                     "ratio/power/down Borealis 9 = 30% baseline=Borealis 8"},
             ToldRow{"{company:アルファ}の売上高は前年同期比{percent:24%}増となった。",
                     "ratio/revenue/up アルファ = 24%"},
             ToldRow{"{company:アルファ}の売上高は{money:7,000億円}、営業利益は{money:2,000億円}だった。",
                     "money/revenue アルファ = 7,000億円 | money/profit アルファ = 2,000億円"},
             ToldRow{"{chip:Core Nine}プロセッサを{unit:500万台}出荷した。", "count/units Core Nine = 500万台"},
             ToldRow{"{company:Alpha} posted revenue of {money:$4 billion}, according to {company:Beta}.",
                     "money/revenue Alpha = $4 billion reported"},
             ToldRow{"# {chip:Borealis 9}\n- メモリ: {B:96GB}", "spec/memory_capacity Borealis 9 = 96GB"},
             ToldRow{"{company:Alpha} announced the {money:$599} {product:Borealis Phone} today.",
                     "money/price Borealis Phone = $599"},
             ToldRow{"{company:アルファ}や{company:ベータ}など{unit:4社}が参加した。", ""},
             ToldRow{
                 "{company:アルファ}の第4四半期決算は、売上高が前年同期比{percent:14%}増の{money:2133億ドル}だった。",
                 "ratio/revenue/up アルファ = 14% | money/revenue アルファ = 2133億ドル"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("every value gets a decision that says what was weighed") {
    const test::Marked input = test::marked("The {chip:Borealis 9} has {B:96GB} of HBM3e memory.");
    std::vector<Decision> decisions;
    const auto claims =
        compose(input.document, input.text, input.findings, test::binder_knowledge(), &decisions).claims;
    REQUIRE(claims.size() == 1);
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].outcome == "fact");
    CHECK(decisions[0].attribute == "memory_capacity");
    CHECK(slice(input.text.folded, decisions[0].attribute_cue) == "HBM3e");
    REQUIRE(decisions[0].weighed.size() == 1);
    int sum = 0;
    for (const auto& [sign, weight] : decisions[0].weighed[0].signs) sum += weight;
    CHECK(sum == decisions[0].weighed[0].score);
}
