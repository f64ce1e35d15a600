#include "compose/restatement.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "compose/told.h"

using namespace hardfacts;

namespace {

Mention money(Span span, long long number, const char* currency) {
    Mention mention;
    mention.type = MentionType::money;
    mention.span = span;
    Value value;
    value.magnitude.number = Decimal(number);
    value.unit = value.base_unit = currency;
    value.base = value.magnitude;
    mention.value = std::make_shared<const Value>(std::move(value));
    return mention;
}

std::optional<Restatement> restated(const std::string& text, long long dollars, long long yen) {
    const std::size_t second = text.find("500億円");
    return restatement_of(money({0, text.find("ドル") + std::string("ドル").size()}, dollars, "USD"),
                          money({second, second + std::string("500億円").size()}, yen, "JPY"), text);
}

}  // namespace

TEST_CASE("an amount in brackets behind another says it again, at a rate") {
    const auto plain = restated("3億3,300万ドル（約500億円）", 333000000, 50000000000);
    REQUIRE(plain);
    CHECK(plain->rate == "150.1 JPY/USD");
    CHECK(plain->plausible);
    const auto wrong = restated("3億3,300万ドル（約500億円）", 333000000, 5000000000);
    REQUIRE(wrong);
    CHECK_FALSE(wrong->plausible);
    CHECK_FALSE(restated("3億3,300万ドル、500億円", 333000000, 50000000000));
}

TEST_CASE("quotients are rounded down to their digits") {
    struct Row {
        const char* a;
        const char* b;
        const char* quotient;
    };
    for (const Row row :
         {Row{"500", "3", "166.6"}, Row{"1", "3", "0.3333"}, Row{"100", "100", "1"}, Row{"2", "1000", "0.002"}}) {
        CHECK(quotient(*Decimal::parse(row.a), *Decimal::parse(row.b), 4) == row.quotient);
    }
}
