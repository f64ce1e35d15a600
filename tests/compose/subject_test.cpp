#include "compose/subject.h"

#include <doctest/doctest.h>

#include "compose/told.h"

using namespace hardfacts;
using test::told;
using test::ToldRow;

TEST_CASE("the subject is found where the sentence, its list or its heading names it") {
    for (const ToldRow row : {
             ToldRow{"{company:Nord} reported revenue of {money:$4 billion}, while {company:Sud} reported {money:$3 "
                     "billion}.",
                     "money/revenue Nord = $4 billion | money/revenue Sud = $3 billion"},
             ToldRow{"{chip:ボレアリス9}は{chip:ボレアリス8}と比較して{x:4倍}高速だ。",
                     "spec/other_spec ボレアリス9 = 4倍"},
             ToldRow{"# {chip:Borealis 9}\n- メモリ: {B:96GB}\n- 消費電力: {W:700W}",
                     "spec/memory_capacity Borealis 9 = 96GB | spec/power Borealis 9 = 700W"},
             ToldRow{"{company:ノルド}は決算を発表した。\n同社の売上高は{money:3兆円}だった。",
                     "money/revenue ノルド = 3兆円"},
             ToldRow{"{unit:1,200基}の{chip:Borealis 9}を{company:ノルド}が導入した。",
                     "count/units Borealis 9 = 1,200基 holder=ノルド"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("what a device nobody knows is built with is not what it costs or holds") {
    CHECK(told("The CHUWI2 MiniBook with a {chip:Borealis 9} costs {money:$599}.") == "money/price - = $599");
}

TEST_CASE("shares have a price for their company") {
    CHECK(told("{company:Nord} makes the {chip:Borealis 9}.\nNord's stock rose {percent:5%}.")
              .starts_with("ratio/price/up Nord"));
}

TEST_CASE("what is bought has the price of an acquisition, not who buys, nor the owner of a part") {
    CHECK(told("{company:Nord} acquired {company:Sud} for {money:$2 billion}.")
              .starts_with("money/acquisition_price Sud"));
    CHECK(told("{company:Nord} acquired {company:Sud}'s sensor business for {money:$2 billion}.")
              .starts_with("money/acquisition_price - ="));
    CHECK(told("{company:ノルド}が{company:スド}を{money:20億ドル}で買収した。")
              .starts_with("money/acquisition_price スド"));
}

TEST_CASE("the first name of a headline is its topic") {
    CHECK(told("{company:ノルド}、初の黒字で営業利益{money:559億円}") == "money/profit ノルド = 559億円");
}

TEST_CASE("where two could be meant the subject stays open") {
    CHECK(told("{company:Alpha} and {company:Beta} signed a {money:$2 billion} contract.") ==
          "money/contract_value - = $2 billion counterparty=Alpha counterparty=Beta");
}

TEST_CASE("who tells a figure, or sets the mark, is not whom it describes") {
    const std::string claims =
        told("{company:Nord} posted revenue of {money:$4 billion}, according to {company:Beta}.");
    CHECK(claims.starts_with("money/revenue Nord = $4 billion reported"));
}
