#include "compose/modality.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/told.h"

using namespace hardfacts;

namespace {

/// The modalities of the claims of a text, a word each.
std::string modalities(std::string_view written) {
    const test::Marked input = test::marked(written);
    std::string out;
    for (const Claim& claim : compose(input.document, input.text, input.findings, test::binder_knowledge()).claims) {
        out += std::string(claim.modality) + ' ';
        if (claim.modality != "asserted") CHECK_FALSE(claim.cue.empty());
    }
    return out;
}

}  // namespace

TEST_CASE("the strongest cue in reach decides") {
    struct Row {
        const char* text;
        const char* modalities;
    };
    for (const Row row : {
             Row{"{company:Nord} will invest {money:$4 billion}.", "planned "},
             Row{"{company:Nord} could invest {money:$4 billion}.", "hypothetical "},
             Row{"{company:ノルド}は{money:40億ドル}を投資する計画だ。", "planned "},
             Row{"{company:ノルド}は{money:40億ドル}を投資する可能性がある。", "hypothetical "},
             Row{"{company:ノルド}は{money:40億ドル}の投資を否定した。", "negated "},
             Row{"{company:Nord} reportedly invested {money:$4 billion}.", "reported "},
             Row{"{company:Nord} invested {money:$4 billion}.", "asserted "},
             Row{"Will {company:Nord} invest {money:$4 billion}?", "hypothetical "},
             Row{"If {company:Nord} invests {money:$4 billion}, others follow.", "hypothetical "},
             Row{"Why did {company:Nord} invest {money:$4 billion}?", "asserted "},
             Row{"{company:ノルド}は{money:40億ドル}を投資するのか？", "hypothetical "},
             Row{"{company:ノルド}はなぜ{money:40億ドル}を投資したのか？", "asserted "},
             Row{"{company:Nord} earned {money:$1.90} a share, beating the consensus of {money:$1.72}.",
                 "asserted reported "},
             Row{"{company:Nord} posted revenue of {money:$4 billion}, but will invest {money:$1 billion}.",
                 "asserted planned "},
             Row{"{company:Nord} posted revenue of {money:$4 billion}, and affirmed its guidance.", "asserted "},
             Row{"{company:Nord} expects revenue of {money:$4 billion}, above the {money:$3 billion} consensus.",
                 "planned reported "},
             Row{"{company:ノルド}の売上高見通しは{money:40億ドル}で、市場予想の{money:37億ドル}を上回る。",
                 "planned reported "},
             Row{"{company:ノルド}の売上高は市場予想を上回る{money:40億ドル}だった。", "asserted "},
             Row{"{company:Nord} reportedly fell out with {company:Beta} following a {money:$4 billion} investment.",
                 "asserted "},
             Row{"{company:Nord} will open a fab after it raised {money:$4 billion}.", "asserted "},
             Row{"According to {company:Beta}, {company:Nord} tripled after it raised {money:$4 billion}.",
                 "reported "},
             Row{"{company:Nord} has a revenue of {money:$4 billion}, {person:Vale} said.", "reported "},
             Row{"She said {company:Nord} has a revenue of {money:$4 billion}.", "reported "},
             Row{"{company:Nord} has a revenue of {money:$4 billion}, {person:Vale}, the chief executive, said.",
                 "reported "},
             Row{"{company:Nord} will invest {money:$4 billion}, up from {money:$3 billion} last year.",
                 "planned asserted "},
             Row{"{company:Nord} will invest {money:$4 billion}, compared with {money:$3 billion} a year ago.",
                 "planned asserted "},
             Row{"{company:Nord} had revenue of {money:$4 billion} (targeting {money:$5 billion}), and an EPS of "
                 "{money:$1.29}.",
                 "asserted planned asserted "},
             Row{"A round, with planned participation of others, brought {company:Nord} {money:$4 billion}.",
                 "asserted "},
             Row{"{company:Nord} invested {money:$4 billion} after it raised its guidance.", "asserted "},
             Row{"{company:ノルド}の売上高は2026年に{money:40億ドル}に成長し、その後{money:50億ドル}"
                 "に達すると予測されている。",
                 "reported reported "},
             Row{"{company:ノルド}の売上高は2026年に{money:40億ドル}、2027年に{money:50億ドル}に達する見込みだ。",
                 "planned planned "},
             Row{"{company:Nord} has a revenue of {money:$4 billion}, {person:Vale} said in a statement.", "asserted "},
             Row{"{company:Nord} said it has a revenue of {money:$4 billion}.", "asserted "},
             Row{"If it sold them to others, {company:Nord} would have a revenue of {money:$4 billion}.",
                 "hypothetical "},
             Row{"{company:ノルド}は{money:40億ドル}を投資すると発表した。", "planned "},
             Row{"{company:ノルド}は{money:40億ドル}を投資したと発表した。", "asserted "},
             Row{"{company:ノルド}、{money:40億ドル}の投資へ", "planned "},
             Row{"{company:ノルド}は{money:40億ドル}の投資への意欲を示した。", "asserted "},
             Row{"AI市場は{money:40億ドル}に達する見込みだ。", "reported "},
             Row{"Revenue of {company:Nord}: {money:$4 billion} vs. {money:$3} billion expected", "asserted reported "},
             Row{"{company:ノルド}の売上高は初の{money:40億ドル}超へ", "planned "},
             Row{"{company:Nord} announced May 18 an investment of {money:$4 billion}.", "asserted "},
             Row{"{company:Nord} may announce an investment of {money:$4 billion}.", "hypothetical "},
             Row{"The {product:Kestrel} will set you back {money:$300}.", "asserted "},
         }) {
        CHECK_MESSAGE(modalities(row.text) == row.modalities, row.text);
    }
}

TEST_CASE("who says so is told beside any modality") {
    const test::Marked input = test::marked("According to {company:Beta}, {company:Nord} raised {money:$4 billion}.");
    const auto claims = compose(input.document, input.text, input.findings, test::binder_knowledge()).claims;
    REQUIRE(claims.size() == 1);
    CHECK(slice(input.text.folded, claims[0].source.text) == "Beta");
    CHECK(claims[0].modality == "reported");
}

TEST_CASE("a relation is as sure as the words in it and straight behind it say") {
    struct Row {
        const char* text;
        const char* type;
        const char* modality;
    };
    for (const Row row : {
             Row{"{company:Nord} plans to acquire {company:Beta}.", "acquires", "planned"},
             Row{"{company:Nord} acquired {company:Beta}, which plans to grow.", "acquires", "asserted"},
             Row{"{company:Nord} reportedly acquired {company:Beta}.", "acquires", "reported"},
             Row{"{company:ノルド}が{company:ベータ}を買収する可能性がある。", "acquires", "hypothetical"},
             Row{"{company:ノルド}が{company:ベータ}を買収した。", "acquires", "asserted"},
             Row{"{company:Nord} will show {product:Kestrel}.", "develops", "asserted"},
         }) {
        const test::Marked input = test::marked(row.text);
        std::vector<RelationClaim> relations(1);
        relations[0].type = row.type;
        const auto& mentions = input.findings.mentions;
        relations[0].evidence = {mentions.front().span.begin, mentions.back().span.end};
        tell_modality(relations, input.text, input.findings, *test::binder_knowledge().attributes);
        CHECK_MESSAGE(relations[0].modality == row.modality, row.text);
    }
}
