#include "compose/roles.h"

#include <doctest/doctest.h>

#include "compose/told.h"

using namespace hardfacts;
using test::told;
using test::ToldRow;

TEST_CASE("the other parties of a claim are named by their part in the sentence") {
    for (const ToldRow row : {
             ToldRow{"{company:ノルド}は{company:スド}に{money:3億ドル}を出資した。",
                     "money/investment ノルド = 3億ドル target=スド"},
             ToldRow{"{company:ノルド}は{company:オスト}、{company:ヴェスト}から{money:3億ドル}を調達した。",
                     "money/funding ノルド = 3億ドル investor=オスト investor=ヴェスト"},
             ToldRow{"{company:ノルド}が{company:スド}を{money:3億ドル}で買収した。",
                     "money/acquisition_price スド = 3億ドル buyer=ノルド"},
             ToldRow{"{chip:K2}の性能は{chip:K1}比で{percent:30%}向上した。",
                     "ratio/performance/up K2 = 30% baseline=K1"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("an investor goes on about the same target") {
    CHECK(told("{company:ノルド}は{company:スド}に{money:3億ドル}を出資した。\n{company:ノルド}は過去に{money:1億ドル}"
               "を出資した。") ==
          "money/investment ノルド = 3億ドル target=スド | money/investment ノルド = 1億ドル target=スド");
}

TEST_CASE("a place in another clause behind the value is not the value's") {
    for (const ToldRow row : {
             ToldRow{"{company:ノルド}は{money:80億ドル}を投資し、{place:東州}でも{money:30億ドル}を投資する。",
                     "money/investment ノルド = 80億ドル | money/investment ノルド = 30億ドル location=東州"},
             ToldRow{"{company:ノルド}は{money:80億ドル}を{place:東州}に投資する。",
                     "money/investment ノルド = 80億ドル location=東州"},
         }) {
        CHECK_MESSAGE(told(row.text) == row.claims, row.text);
    }
}
