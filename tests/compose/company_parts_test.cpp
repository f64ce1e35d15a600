#include "compose/company_parts.h"

#include <doctest/doctest.h>

#include "compose/told.h"

using namespace hardfacts;

TEST_CASE("what a part of a company is said to be is its revenue") {
    for (const test::ToldRow row : {
             test::ToldRow{"{company:Nord}: Gaming {money:$2 billion}.", "money/revenue Nord = $2 billion"},
             test::ToldRow{"{company:Nord}: Gaming {money:$2 billion} (-18%).", "money/revenue Nord = $2 billion"},
         }) {
        CHECK_MESSAGE(test::told(row.text) == row.claims, row.text);
    }
}

TEST_CASE("tables break down revenue and profit by part") {
    AttributeChoice choice;
    for (const char* attribute : {"revenue", "profit"}) {
        choice.attribute = attribute;
        CHECK(is_broken_down_by_part(choice));
    }
    for (const char* attribute : {"cost", "other_money", "price"}) {
        choice.attribute = attribute;
        CHECK_FALSE(is_broken_down_by_part(choice));
    }
}
