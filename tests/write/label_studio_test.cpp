#include "write/label_studio.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;
using nlohmann::json;

namespace {

std::string task_text(const Record& record, std::string_view source) {
    std::string out;
    View view;
    view.source = source;
    append_label_studio(out, record, view);
    return out;
}

/// The full record, with mentions where "Vultr 😀\r\n24,000基 AMD" has them, and a byte order mark in front.
Record record_of_text() {
    Record record = full_record();
    record.mentions[0].span.character = {1, 6};
    record.mentions[1].span.character = {10, 17};
    record.mentions.push_back(entity_mention("m9", MentionType::company, "AMD", "company:amd"));
    record.mentions[2].span.character = {18, 21};
    record.facts[0].subject->mention = "m1";
    record.relations[0].args[1].mention = "m9";
    return record;
}

constexpr std::string_view text = "\uFEFFVultr 😀\r\n24,000基 AMD";

}  // namespace

TEST_CASE("regions count code points of the text that Label Studio is given") {
    const json task = json::parse(task_text(record_of_text(), text));
    CHECK(task["data"]["text"] == "Vultr 😀\n24,000基 AMD");
    CHECK(task["data"]["document"] == "vultr.md");
    const json result = task["predictions"][0]["result"];
    CHECK(result[0] == json::parse(R"({"id":"m1","from_name":"mention","to_name":"text","type":"labels","value":
        {"start":0,"end":5,"text":"Vultr","labels":["company"]},"meta":{"text":["company:vultr"]}})"));
    CHECK(result[1]["value"] == json::parse(R"({"start":8,"end":15,"text":"24,000基","labels":["quantity"]})"));
}

TEST_CASE("facts are choices at their values and relations to the entities that have a mention") {
    Record record = record_of_text();
    record.facts.push_back(record.facts[0]);  // says the same again, and is planned no more
    record.facts[1].modality = "asserted";
    const json task = json::parse(task_text(record, text));
    std::vector<json> choices;
    std::vector<std::string> relations;
    for (const json& one : task["predictions"][0]["result"]) {
        if (one["type"] == "choices") choices.push_back(one["value"]["choices"]);
        if (one["type"] != "relation") continue;
        const auto word = [&](const char* key) { return one[key].get<std::string>(); };
        relations.push_back(word("from_id") + ' ' + one["labels"][0].get<std::string>() + ' ' + word("to_id"));
    }
    CHECK(choices == std::vector<json>{{"units"}, {"planned", "asserted"}});
    CHECK(relations ==
          std::vector<std::string>{"m2 subject m1", "m2 holder m1", "m2 location m9", "m1 partners_with m9"});
    CHECK(task["data"]["facts"].size() == 2);
    CHECK(task["data"]["relations"][0]["type"] == "partners_with");
}

TEST_CASE("without the source there is no task") { CHECK(task_text(full_record(), "").empty()); }
