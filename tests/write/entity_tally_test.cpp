#include "write/entity_tally.h"

#include <doctest/doctest.h>

#include <string>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;

TEST_CASE("entities are counted over documents, facts, roles and relations") {
    Record first = full_record();
    first.mentions.push_back(entity_mention("m3", MentionType::company, "VULTR", "company:vultr"));
    first.mentions.push_back(entity_mention("m4", MentionType::company, "Vultr", "company:vultr"));
    Record second = full_record();
    second.doc.id = "second.md";
    second.mentions[0].plain = "Vul tr";
    second.facts[0].roles.push_back({"target", {{"company:vultr", "Vultr", ""}}});
    EntityTally tally;
    tally.add(first);
    tally.add(second);
    const auto rows = tally.rows();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].id == "company:vultr");
    const EntityCounts& vultr = *rows[0].counts;
    CHECK(vultr.name == "Vultr");
    CHECK(vultr.type == "company");
    CHECK(vultr.known);
    CHECK(vultr.mentions == 4);
    CHECK(vultr.documents == 2);
    CHECK(vultr.facts == 0);
    CHECK(vultr.roles == 2);  // holder, and holder and target of one fact
    CHECK(vultr.relations == 2);
    CHECK(vultr.first_document == "vultr.md");
    CHECK(vultr.spellings == std::map<std::string, std::size_t>{{"VULTR", 1}, {"Vul tr", 1}, {"Vultr", 2}});
    CHECK(rows[1].id == "chip:amd-instinct-mi355x");
    CHECK(rows[1].counts->facts == 2);
    CHECK(rows[1].counts->type == "chip");
    CHECK_FALSE(rows[1].counts->known);  // named by no mention
    CHECK(rows[2].id == "company:amd");
    CHECK(rows[3].id == "place:ohio");
}
