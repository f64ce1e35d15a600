#include "resolve/relations.h"

#include <doctest/doctest.h>

using namespace hardfacts;

namespace {

Findings three_names() {
    Findings findings;
    for (const char* id : {"company:alpha", "company:beta", "company:alpha"}) {
        Mention mention;
        mention.entity = mention.name = id;
        findings.mentions.push_back(mention);
    }
    return findings;
}

RelationClaim claim_of(std::string_view type, std::size_t a, std::size_t b, Span evidence) {
    RelationClaim claim;
    claim.type = type;
    claim.args = {a, b};
    claim.evidence = evidence;
    claim.rule = "relation.test";
    claim.confidence = "0.9";
    return claim;
}

std::vector<RecordRelation> merged(const std::vector<RelationClaim>& claims) {
    return merge_relations("doc", three_names(), claims, [](Span span) {
        Evidence evidence;
        evidence.span.byte = span;
        return evidence;
    });
}

}  // namespace

TEST_CASE("what is said twice is one relation with two occurrences") {
    const auto relations = merged({claim_of("supplies", 0, 1, {0, 5}), claim_of("supplies", 2, 1, {9, 15})});
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].args[0].entity == "company:alpha");
    CHECK(relations[0].args[1].mention == "m2");
    REQUIRE(relations[0].occurrences.size() == 2);
    CHECK(relations[0].occurrences[1].byte == Span{9, 15});
    CHECK(relations[0].evidence.span.byte == Span{0, 5});
}

TEST_CASE("the same words do not say it twice") {
    const auto relations = merged({claim_of("uses", 0, 1, {0, 5}), claim_of("uses", 0, 1, {0, 5})});
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].occurrences.size() == 1);
}

TEST_CASE("a partnership has no direction, a supply has") {
    CHECK(merged({claim_of("partners_with", 0, 1, {0, 5}), claim_of("partners_with", 1, 0, {6, 9})}).size() == 1);
    const auto supplies = merged({claim_of("supplies", 0, 1, {0, 5}), claim_of("supplies", 1, 0, {6, 9})});
    REQUIRE(supplies.size() == 2);
    CHECK(supplies[0].id != supplies[1].id);
    CHECK(supplies[0].id.starts_with("r_"));
    CHECK(supplies[0].id.size() == 14);
}
