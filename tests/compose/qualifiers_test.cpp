#include "compose/qualifiers.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/told.h"

using namespace hardfacts;

namespace {

/// "name=words" of the first claim's qualifiers, then "@period".
std::string qualifiers(std::string_view written) {
    const test::Marked input = test::marked(written);
    const auto claims = compose(input.document, input.text, input.findings, test::binder_knowledge()).claims;
    REQUIRE_FALSE(claims.empty());
    std::string out;
    for (const auto& [name, words] : claims[0].qualifiers) out += std::string(name) + '=' + words + ' ';
    if (claims[0].period != no_mention) {
        out += '@' + std::string(slice(input.text.folded, input.findings.mentions[claims[0].period].span));
    }
    return out;
}

}  // namespace

TEST_CASE("the words tell which profit, of what, and when") {
    CHECK(qualifiers("{company:ノルド}の営業利益は{money:3億円}だった。") == "metric=営業利益 ");
    CHECK(qualifiers("{company:ノルド}の調整後EPSは{money:3ドル}だった。") == "metric=調整後EPS ");
    CHECK(qualifiers("{company:Nord} reported non-GAAP EPS of {money:$3}.") == "metric=non-GAAP EPS ");
    CHECK(qualifiers("{company:ノルド}のSGA比率は{percent:6.9%}だった。") == "metric=SGA比率 ");
    CHECK(qualifiers("{company:ノルド}の出資比率は各{percent:24%}だ。").empty());
    CHECK(qualifiers("The category accounts for {percent:24%}.").empty());
    CHECK(qualifiers("{company:ノルド}は総額{money:3億円}を調達した。") == "scope=total ");
    CHECK(qualifiers("{company:Nord} reported revenue of {money:$4 billion} in {date:Q3 2025}.") == "@Q3 2025");
    CHECK(qualifiers("{company:Nord} raised {money:$4 billion}.").empty());
    CHECK(qualifiers("{product:Nord 5} costs {money:$3} per million input tokens.").find("metric=input") !=
          std::string::npos);
    CHECK(qualifiers("{product:ノルド5}のトークン料金は出力{money:3ドル}だ。").find("metric=出力") !=
          std::string::npos);
}
