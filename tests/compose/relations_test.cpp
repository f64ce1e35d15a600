#include "compose/relations.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "compose/rule_examples.h"

using namespace hardfacts;

namespace {

Findings names(std::initializer_list<const char*> entities, const char* maker = "") {
    Findings findings;
    for (const char* entity : entities) {
        Mention mention;
        mention.entity = mention.name = entity;
        mention.maker = maker;
        findings.mentions.push_back(mention);
    }
    return findings;
}

std::string told(const ClaimRule& rule, const Findings& findings, std::vector<std::vector<std::size_t>> captures) {
    RuleHit hit;
    hit.rule = &rule;
    hit.captures = std::move(captures);
    std::string out;
    for (const RelationClaim& one : relations_of({&hit, 1}, findings, nullptr)) {
        out += (out.empty() ? "" : " ") + std::string(findings.mentions[one.args[0]].name) + '>' +
               std::string(findings.mentions[one.args[1]].name);
    }
    return out;
}

void set_relation(ClaimRule& rule, std::size_t a, std::size_t b, MakerCheck maker = MakerCheck::none) {
    rule.relation.type = "uses";
    rule.relation.args = {a, b};
    rule.relation.maker = maker;
}

}  // namespace

TEST_CASE("the parties of a rule's claim stand in a relation; those of the binder's do not") {
    MarkedText marked = read_marks("«company:Beta» bought «company:Alpha» for «money:$2»");
    Claim claim;
    claim.kind = "money";
    claim.attribute = "acquisition_price";
    claim.subject = 1;
    claim.value = 2;
    claim.roles = {{"buyer", 0}};
    claim.rule = "money.acquisition_price.test";
    claim.confidence = "0.9";
    std::vector<RelationClaim> relations;
    add_relations_of(std::vector<Claim>{claim}, marked.findings, relations);
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].type == "acquires");
    CHECK(relations[0].args == std::array<std::size_t, 2>{0, 1});
    claim.rule = "binder.cue.in_sentence";
    add_relations_of(std::vector<Claim>{claim}, marked.findings, relations);
    claim.rule = "money.acquisition_price.test";
    claim.modality = "hypothetical";
    add_relations_of(std::vector<Claim>{claim}, marked.findings, relations);
    CHECK(relations.size() == 1);
}

TEST_CASE("lists give a relation a pair") {
    ClaimRule rule;
    set_relation(rule, 0, 1);
    const Findings findings = names({"a", "b", "c"});
    CHECK(told(rule, findings, {{0}, {1, 2}}) == "a>b a>c");
    CHECK(told(rule, findings, {{0, 1}, {2}}) == "a>c b>c");
    CHECK(told(rule, findings, {{0}, {}}).empty());
    set_relation(rule, 0, 0);
    CHECK(told(rule, findings, {{0, 1, 2}}) == "a>b a>c b>c");
}

TEST_CASE("nothing is related to itself") {
    ClaimRule rule;
    set_relation(rule, 0, 1);
    CHECK(told(rule, names({"a", "a", "b"}), {{0}, {1, 2}}) == "a>b");
}

TEST_CASE("the maker that the gazetteers know has its say") {
    ClaimRule rule;
    const struct {
        MakerCheck check;
        const char* maker;
        const char* relations;
    } rows[] = {
        {MakerCheck::none, "other", "a>b"},        {MakerCheck::may_not_differ, "other", ""},
        {MakerCheck::may_not_differ, "", "a>b"},   {MakerCheck::may_not_differ, "a", "a>b"},
        {MakerCheck::must_agree, "other", ""},     {MakerCheck::must_agree, "", ""},
        {MakerCheck::must_agree, "a", "a>b"},      {MakerCheck::must_differ, "a", ""},
        {MakerCheck::must_differ, "other", "a>b"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.maker);
        set_relation(rule, 0, 1, row.check);
        CHECK(told(rule, names({"a", "b"}, row.maker), {{0}, {1}}) == row.relations);
    }
}

TEST_CASE("a standard is nobody's product and uses nothing") {
    ClaimRule rule;
    set_relation(rule, 0, 1, MakerCheck::may_not_differ);
    Findings findings = names({"a", "b"});
    findings.mentions[1].kind = "standard";
    CHECK(told(rule, findings, {{0}, {1}}).empty());
    set_relation(rule, 0, 1);
    CHECK(told(rule, findings, {{0}, {1}}) == "a>b");
    CHECK(told(rule, findings, {{1}, {0}}).empty());
}
