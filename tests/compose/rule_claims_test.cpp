#include "compose/rule_claims.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compose/rule_examples.h"

using namespace hardfacts;

namespace {

/// A rule whose sentence names buyer, bought and value, in this order, and what the binder made of it.
struct Deal {
    MarkedText text = read_marks("«company:Beta» bought «company:Alpha» for «money:$2», told «company:Gamma»");
    ClaimRule rule;
    std::vector<RuleHit> hits;

    Deal() {
        rule.id = "claim.test";
        rule.captures = {"buyer", "bought", "value"};
        rule.claim = {"money", "acquisition_price", "", 1, 2, {{"buyer", 0}}, {}};
        hits.push_back({&rule, 0, {0, 10}, {{0}, {1}, {2}}});
    }
};

}  // namespace

TEST_CASE("a rule's claim is found by its value") {
    const Deal deal;
    const RuleClaims claims(deal.hits);
    CHECK(claims.of(2) == deal.hits.data());
    CHECK(claims.of(1) == nullptr);
    CHECK(subject_of(deal.hits[0]) == 1);
}

TEST_CASE("what the binder knows of the words stays where both agree") {
    const Deal deal;
    AttributeChoice same{"money", "acquisition_price", {}, nullptr, {3, 5}, false};
    CHECK(attribute_of(deal.hits[0], &same).cue_span == Span{3, 5});
    AttributeChoice other{"money", "price", {}, nullptr, {3, 5}, true};
    CHECK(attribute_of(deal.hits[0], &other).attribute == "acquisition_price");
    CHECK(attribute_of(deal.hits[0], nullptr).cue_span.empty());
}

TEST_CASE("the rule's roles come first; whoever plays a part in it plays no other") {
    const Deal deal;
    const Findings& findings = deal.text.findings;
    CHECK(roles_of(deal.hits[0], {{"buyer", 3}}, findings) == Roles{{"buyer", 0}});
    CHECK(roles_of(deal.hits[0], {{"location", 3}}, findings) == Roles{{"buyer", 0}, {"location", 3}});
    CHECK(roles_of(deal.hits[0], {{"investor", 1}}, findings) == Roles{{"buyer", 0}});
}
