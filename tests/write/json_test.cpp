#include "write/json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "support/json_schema.h"
#include "support/root.h"
#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

std::string json_of(const Record& record) {
    std::string out;
    append_json(out, record);
    return out;
}

void check_schema(const Record& record) {
    static const auto schema = nlohmann::json::parse(std::ifstream(HARDFACTS_ROOT "/docs/record.schema.json"));
    for (const std::string& fault : schema_faults(schema, nlohmann::json::parse(json_of(record)))) FAIL_CHECK(fault);
}

/// The JSON of a mention's value, from a record that holds that mention alone.
std::string value_json(const Value& value) {
    Record record;
    record.lang = "en";
    record.mentions.push_back(value_mention("m1", MentionType::money, "1", value));
    check_schema(record);
    const std::string json = json_of(record);
    const std::string_view key = R"("value":)";
    const std::size_t begin = json.find(key) + key.size();
    return json.substr(begin, json.find("}],\"facts\"") - begin);
}

}  // namespace

TEST_CASE("a full record, to the byte") {
    const std::string expected =
        R"({"schema":"hardfacts/1","doc":{"id":"vultr.md","title":"Vultr、24,000基を導入","published":"2025-12-06",)"
        R"("lang":"ja","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",)"
        R"("meta":{"tags":["GPU","AMD"]},)"
        R"("source":{"path":"news/vultr.md","encoding":"UTF-8","record":null,"field":null}},)"
        R"("mentions":[{"id":"m1","type":"company","text":"Vultr","entity":"company:vultr","name":"Vultr",)"
        R"("known":true,"span":{"byte":[0,15],"char":[0,5],"utf16":[1,6]},"by":"gazetteers/companies.csv#vultr"},)"
        R"({"id":"m2","type":"quantity","text":"24,000基","span":{"byte":[30,51],"char":[10,17],"utf16":[11,18]},)"
        R"("by":"value.count.ja","value":{"number":"24000","unit":"unit","relation":"eq",)"
        R"("base":{"number":"24000","unit":"unit"}}}],)"
        R"("facts":[{"id":"f_1","anchor":"a_1","kind":"count","attribute":"units",)"
        R"("subject":{"entity":"chip:amd-instinct-mi355x","name":"AMD Instinct MI355X","mention":null},)"
        R"("value":{"mention":"m2","number":"24000","unit":"unit","relation":"eq","text":"24,000基",)"
        R"("base":{"number":"24000","unit":"unit"}},)"
        R"("roles":{"holder":[{"entity":"company:vultr","name":"Vultr","mention":"m1"},)"
        R"({"entity":"company:amd","name":"AMD","mention":null}],)"
        R"("location":[{"entity":"place:ohio","name":"Ohio","mention":"m9"}]},)"
        R"("qualifiers":{"condition":"電力が足りれば",)"
        R"("period":{"text":"2026年度","start":"2026-04-01","end":null},"segment":"data centre"},)"
        R"("restates":"f_2","modality":"planned","attribution":{"text":"会社側","entity":"company:vultr",)"
        R"("span":{"byte":[90,99],"char":[30,33],"utf16":[31,34]}},)"
        R"("cue":{"byte":[54,60],"char":[18,20],"utf16":[19,21]},)"
        R"("evidence":{"quote":"**24,000**基を入れる","plain":"24,000基を入れる","prefix":"新しい拠点に",)"
        R"("suffix":"。","span":{"byte":[24,66],"char":[8,22],"utf16":[9,23]}},)"
        R"("occurrences":[{"byte":[30,51],"char":[10,17],"utf16":[11,18]},)"
        R"({"byte":[120,141],"char":[40,47],"utf16":[41,48]}],)"
        R"("rule":"count.units.deploy.ja","confidence":0.95}],)"
        R"("relations":[{"id":"r_1","type":"partners_with",)"
        R"("args":[{"entity":"company:vultr","name":"Vultr","mention":"m1"},)"
        R"({"entity":"company:amd","name":"AMD","mention":null}],)"
        R"("evidence":{"quote":"VultrがAMDと組む","prefix":"","suffix":"",)"
        R"("span":{"byte":[0,36],"char":[0,12],"utf16":[1,13]}},)"
        R"("occurrences":[{"byte":[0,36],"char":[0,12],"utf16":[1,13]}],"modality":"asserted",)"
        R"("attribution":{"text":"sources","entity":null},"rule":"relation.partners.ja","confidence":0.9}],)"
        R"("warnings":[{"code":"currency.assumed","message":"ドル read as USD",)"
        R"("span":{"byte":[150,156],"char":[50,52],"utf16":[51,53]}},)"
        R"({"code":"read.note","message":"no span"}]})";
    CHECK(json_of(full_record()) == expected);
    check_schema(full_record());
}

TEST_CASE("an empty record still has every key") {
    Record record;
    record.lang = "other";
    CHECK(json_of(record) ==
          R"({"schema":"hardfacts/1","doc":{"id":"","title":null,"published":null,"lang":"other","sha256":"",)"
          R"("source":{"path":null,"encoding":"UTF-8","record":null,"field":null}},)"
          R"("mentions":[],"facts":[],"relations":[],"warnings":[]})");
    check_schema(record);
}

TEST_CASE("a fact with everything optional left out") {
    Record record = full_record();
    RecordFact& fact = record.facts[0];
    fact.subject.reset();
    fact.roles.clear();
    fact.qualifiers.clear();
    fact.period_text.clear();
    fact.restates.clear();
    fact.attribution.reset();
    fact.cue.reset();
    fact.evidence.plain.reset();
    const auto json = nlohmann::json::parse(json_of(record)).at("facts").at(0);
    CHECK(json.at("subject").is_null());
    CHECK(json.at("attribution").is_null());
    CHECK(json.at("roles") == nlohmann::json::object());
    CHECK(json.at("qualifiers") == nlohmann::json::object());
    for (const char* key : {"restates", "cue", "direction"}) CHECK_FALSE(json.contains(key));
    CHECK_FALSE(json.at("evidence").contains("plain"));
    check_schema(record);
}

TEST_CASE("direction stands behind the attribute, the period in its place among the qualifiers") {
    Record record = full_record();
    record.facts[0].kind = "ratio";
    record.facts[0].attribute = "performance";
    record.facts[0].direction = "up";
    record.facts[0].qualifiers = {{"metric", "training"}};
    const std::string json = json_of(record);
    CHECK(json.find(R"("attribute":"performance","direction":"up","subject")") != std::string::npos);
    CHECK(json.find(R"("qualifiers":{"metric":"training","period":{)") != std::string::npos);
    check_schema(record);
}

TEST_CASE("values") {
    struct Row {
        const char* why;
        Value value;
        const char* json;
    };
    Value exact;
    exact.magnitude = exact.base = number("4.40");
    exact.unit = exact.base_unit = "USD";
    Value range;
    range.magnitude = range.base = between("80", "90");
    range.unit = range.base_unit = "%";
    range.relation = Relation::range;
    range.points = true;
    Value rate;
    rate.magnitude = number("2");
    rate.unit = "GB/s";
    rate.per = "GPU";
    rate.base = number("2000000000");
    rate.base_unit = "B/s";
    Value day;
    day.date_start = "2025-07-01";
    day.date_end = "2025-09-30";
    Value open_end;
    open_end.date_start = "2026";
    const Row rows[] = {
        {"numbers are strings", exact,
         R"({"number":"4.4","unit":"USD","relation":"eq","base":{"number":"4.4","unit":"USD"}})"},
        {"a range of percentage points", range,
         R"({"min":"80","max":"90","unit":"%","relation":"range","points":true,)"
         R"("base":{"min":"80","max":"90","unit":"%"}})"},
        {"per, and another base unit", rate,
         R"({"number":"2","unit":"GB/s","relation":"eq","per":"GPU","base":{"number":"2000000000","unit":"B/s"}})"},
        {"a date has no base", day, R"({"unit":"","relation":"eq","date":{"start":"2025-07-01","end":"2025-09-30"}})"},
        {"a date without an end", open_end, R"({"unit":"","relation":"eq","date":{"start":"2026"}})"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why);
        CHECK(value_json(row.value) == row.json);
    }
}

TEST_CASE("names that are not UTF-8 cannot break a record") {
    Record record = full_record();
    record.doc.id = "caf\xE9.md";
    const auto json = nlohmann::json::parse(json_of(record));
    CHECK(json.at("doc").at("id") == "caf\ufffd.md");
}
