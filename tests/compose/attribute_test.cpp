#include "compose/attribute.h"

#include <doctest/doctest.h>

#include "compose/told.h"

using namespace hardfacts;
using test::told;
using test::ToldRow;

TEST_CASE("small sums are prices, not what companies pay and raise") {
    for (const ToldRow row : {
             ToldRow{"{product:Kestrel Go}の契約は月額{money:8ドル}だ。", "money/price Kestrel Go = 8ドル"},
             ToldRow{"{company:Nord} signed a contract of {money:$8 billion}.",
                     "money/contract_value Nord = $8 billion"},
             ToldRow{"{product:Kestrel} could cost {money:$380}.", "money/price Kestrel = $380 hypothetical"},
             ToldRow{"{company:Nord} sells a {money:$20,000} AI accelerator.", "money/price Nord = $20,000"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("what stands with the number says what it is of") {
    for (const ToldRow row : {
             ToldRow{"an {B:80GB} {chip:Borealis 9} GPU", "spec/memory_capacity Borealis 9 = 80GB"},
             ToldRow{"{company:ノルド}は{unit:5,000基}の計算機をリージョンに置いた。", "count/units ノルド = 5,000基"},
             ToldRow{"{company:ノルド}の基盤は{unit:5,000校}が使う。", "count/other_count ノルド = 5,000校"},
             ToldRow{"{company:ノルド}の{unit:44社}が実用的なロボットを作る。", "count/other_count ノルド = 44社"},
             ToldRow{"{company:Nord} closed {percent:-4.05%}.", "ratio/price/down Nord = -4.05%"},
             ToldRow{"{company:Nord} trades at {ratio:4.5x} price-to-sales.", "ratio/other_ratio/up Nord = 4.5x"},
             ToldRow{"{company:ノルド}の粗利率は{percent:41%}に引き上げられた。", "share/other_share ノルド = 41%"},
             ToldRow{"{company:Nord} shares skyrocketed by {percent:43%}.", "ratio/price/up Nord = 43%"},
             ToldRow{"{company:Nord}'s net sales decreased by {percent:3%}.", "ratio/revenue/down Nord = 3%"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}
