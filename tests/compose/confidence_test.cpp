#include "compose/confidence.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("a rule's name says what told the attribute and where the subject stood") {
    AttributeChoice by_cue{"money", "revenue", {}, nullptr, {1, 4}, false};
    const AttributeCue cue;
    by_cue.cue = &cue;
    SubjectChoice there;
    there.mention = 0;
    CHECK(rule_name(by_cue, there) == "binder.cue.in_sentence");
    there.scope = Sign::row_heading;
    CHECK(rule_name(by_cue, there) == "binder.cue.row_heading");
    AttributeChoice inherited = by_cue;
    inherited.inherited = true;
    CHECK(rule_name(inherited, {}) == "binder.before.open");
}

TEST_CASE("only hardware that is counted is as sure as counted hardware") {
    SubjectChoice there;
    there.mention = 0;
    const AttributeChoice units{"count", "units", {}, nullptr, {}, false};
    const AttributeChoice price{"money", "price", {}, nullptr, {}, false};
    CHECK(rule_name(units, there) == "binder.counted.in_sentence");
    CHECK(rule_name(price, there) == "binder.form.in_sentence");
    CHECK(std::string(confidence_of(units, there)) > std::string(confidence_of(price, there)));
}

TEST_CASE("confidence falls with the lead") {
    const AttributeCue cue;
    const AttributeChoice by_cue{"money", "revenue", {}, &cue, {1, 4}, false};
    SubjectChoice wide, narrow;
    wide.mention = narrow.mention = 0;
    wide.lead = 400;
    narrow.lead = 61;
    CHECK(std::string(confidence_of(by_cue, wide)) > std::string(confidence_of(by_cue, narrow)));
}
