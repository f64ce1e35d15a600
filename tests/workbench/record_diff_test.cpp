#include "workbench/record_diff.h"

#include <doctest/doctest.h>

using namespace hardfacts;

namespace {

RecordFact fact(const std::string& mention, const std::string& attribute, const std::string& rule = "r") {
    RecordFact out;
    out.kind = "money";
    out.attribute = attribute;
    out.value_mention = mention;
    out.value_text = "$3";
    out.value = std::make_shared<const Value>();
    out.rule = rule;
    out.evidence.quote = "It cost $3";
    return out;
}

/// Two values, at code points 5 and 10.
Record record(std::vector<RecordFact> facts) {
    Record out;
    out.doc.id = "d";
    for (std::size_t k = 0; k < 2; ++k) {
        RecordMention value;
        value.id = "m" + std::to_string(k + 1);
        value.type = MentionType::money;
        value.span.character = {5 + 5 * k, 7 + 5 * k};
        out.mentions.push_back(value);
    }
    out.facts = std::move(facts);
    return out;
}

std::string told(const RecordDiff& diff) {
    std::string out;
    const ChangeCounts& counts = diff.totals().at("fact").changes;
    for (std::size_t k = 0; k < counts.size(); ++k) out += std::to_string(counts[k]) + ' ';
    return out + std::to_string(diff.totals().at("fact").same);
}

}  // namespace

TEST_CASE("facts are added, removed, altered, retold or the same") {
    struct Row {
        std::vector<RecordFact> before, after;
        const char* counts;  // added removed altered retold same
    };
    const Row rows[] = {
        {{}, {fact("m1", "price")}, "1 0 0 0 0"},
        {{fact("m1", "price")}, {}, "0 1 0 0 0"},
        {{fact("m1", "price")}, {fact("m1", "cost")}, "0 0 1 0 0"},
        {{fact("m1", "price")}, {fact("m2", "price")}, "1 1 0 0 0"},
        {{fact("m1", "price")}, {fact("m1", "price", "q")}, "0 0 0 1 0"},
        {{fact("m1", "price"), fact("m1", "cost")}, {fact("m1", "cost"), fact("m1", "price")}, "0 0 0 0 2"},
        {{fact("m1", "price"), fact("m1", "cost")}, {fact("m1", "cost")}, "0 1 0 0 1"},
    };
    for (const Row& row : rows) {
        RecordDiff diff;
        diff.add(record(row.before), record(row.after), "line\nanother line");
        CHECK(told(diff) == row.counts);
        CHECK(diff.any() == (std::string(row.counts).substr(0, 7) != "0 0 0 0"));
    }
}

TEST_CASE("what is altered says what differs, and samples are bounded over a merge") {
    RecordDiff whole(1), part(1);
    for (RecordDiff* diff : {&whole, &part}) {
        diff->add(record({fact("m1", "price")}), record({fact("m1", "cost")}), "line\nanother line");
    }
    whole.merge(std::move(part));
    CHECK(whole.documents() == 2);
    CHECK(whole.changed_documents() == 2);
    CHECK(told(whole) == "0 0 2 0 0");
    REQUIRE(whole.samples().size() == 1);
    CHECK(whole.samples()[0].line == 2);
    CHECK(whole.samples()[0].differs == std::vector<std::string>{"attribute"});
    CHECK(whole.totals().at("fact").by_group.at("money/cost")[2] == 2);
}

TEST_CASE("a name that is read as another entity is altered") {
    Record before = record({}), after = record({});
    RecordMention name;
    name.type = MentionType::company;
    name.text = "Zed";
    name.entity = "company:a";
    before.mentions.push_back(name);
    name.entity = "company:b";
    after.mentions.push_back(name);
    RecordDiff diff;
    diff.add(before, after, "Zed");
    CHECK(diff.totals().at("name").changes == ChangeCounts{0, 0, 1, 0});
    CHECK(diff.samples().at(0).differs == std::vector<std::string>{"entity"});
}
