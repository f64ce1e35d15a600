#include "model/decimal.h"

#include <doctest/doctest.h>

using hardfacts::Decimal;

TEST_CASE("decimals are read and written exactly") {
    struct Row {
        const char* text;
        const char* written;
    };
    for (const Row row : {Row{"333000000", "333000000"},
                          {"4.40", "4.4"},
                          {"0.5", "0.5"},
                          {"1e15", "1000000000000000"},
                          {"2.54e-2", "0.0254"},
                          {"-0", "0"},
                          {"-1.50", "-1.5"},
                          {"007", "7"},
                          {"0.000", "0"},
                          {"123456789012345678901234567890.1", "123456789012345678901234567890.1"}}) {
        const auto number = Decimal::parse(row.text);
        REQUIRE(number);
        CHECK(number->to_string() == row.written);
    }
    for (const char* wrong : {"", "-", ".5", "5.", "1,000", "1e", "1e99999", "x", "1.2.3", "+1"}) {
        CHECK_MESSAGE(!Decimal::parse(wrong), wrong);
    }
}

TEST_CASE("decimal arithmetic is exact") {
    const auto d = [](const char* text) { return *Decimal::parse(text); };
    CHECK((d("0.1") + d("0.2")).to_string() == "0.3");
    CHECK((d("300000000") + d("33000000")).to_string() == "333000000");
    CHECK((d("1") - d("0.999")).to_string() == "0.001");
    CHECK((d("1") - d("3")).to_string() == "-2");
    CHECK((d("12") * d("0.0254")).to_string() == "0.3048");
    CHECK((d("-3") * d("99999999999999999999")).to_string() == "-299999999999999999997");
    CHECK(d("4.4").scaled(9).to_string() == "4400000000");
    CHECK(d("2") < d("10"));
    CHECK(d("-2") > d("-10"));
    CHECK(d("1.0") == d("1"));
}
