#include "compose/outline.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/marked.h"

using namespace hardfacts;

TEST_CASE("the title is the first heading of the highest level") {
    const test::Marked input = test::marked("A word before.\n# {company:Nord} grows\nText.");
    const Outline outline(input.document, input.text, input.findings);
    CHECK(slice(input.text.folded, outline.title()) == "Nord grows");
    REQUIRE(outline.entity(0) != Outline::no_entity);
    CHECK(outline.named(outline.entity(0)).in_title);
    CHECK(outline.named(outline.entity(0)).times == 1);
    CHECK(outline.named(Outline::no_entity).times == 0);
}

TEST_CASE("mentions of a stretch are those that begin in it, as by looking at each") {
    for (std::size_t count = 0; count < 12; ++count) {
        Findings findings;
        for (std::size_t k = 0; k < count; ++k) findings.mentions.emplace_back().span = {k / 2 * 6, k / 2 * 6 + 3};
        const MentionPlaces places(findings);
        for (std::size_t begin = 0; begin < 40; ++begin) {
            for (std::size_t end = begin; end < 40; ++end) {
                MentionRange naive;
                for (const Mention& mention : findings.mentions) {
                    naive.begin += mention.span.begin < begin ? 1 : 0;
                    naive.end += mention.span.begin < end ? 1 : 0;
                }
                const MentionRange found = places.in({begin, end});
                REQUIRE(found.begin == naive.begin);
                REQUIRE(found.end == naive.end);
            }
        }
    }
}

TEST_CASE("topics are what is named most; one that leads by far is dominant") {
    const test::Marked input = test::marked(
        "{company:Nord} said. {company:Nord} said. {company:Nord} said. {company:Nord} said.\n{company:Sud} left. "
        "{company:Sud} left.");
    const Outline outline(input.document, input.text, input.findings);
    REQUIRE(outline.topics().size() == 2);
    CHECK(input.findings.mentions[outline.topics()[0].mention].name == "Nord");
    CHECK(outline.topics()[0].most);
    CHECK(outline.topics()[0].dominant);
    CHECK_FALSE(outline.topics()[1].most);
}

TEST_CASE("mentions of the same entity have its number, values none") {
    const test::Marked input = test::marked("{company:Nord} paid {money:5 USD} to {company:Sud}, {company:Nord} said.");
    const Outline outline(input.document, input.text, input.findings);
    CHECK(outline.entity(0) == outline.entity(3));
    CHECK(outline.entity(1) == Outline::no_entity);
    CHECK(outline.entity(2) != outline.entity(0));
    CHECK(outline.named(outline.entity(2)).first == 2);
}

TEST_CASE("what a company makes counts for it") {
    test::Marked input = test::marked(
        "# News\n{company:Sud} left. {company:Sud} left.\n{company:Nord} made {chip:K1} and {chip:K2} and {chip:K3}.");
    for (Mention& mention : input.findings.mentions) {
        if (mention.type == MentionType::chip) mention.maker = "Nord";
    }
    const Outline outline(input.document, input.text, input.findings);
    REQUIRE_FALSE(outline.topics().empty());
    CHECK(input.findings.mentions[outline.topics()[0].mention].name == "Nord");
}
