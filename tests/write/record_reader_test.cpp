#include "write/record_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

#include "write/json.h"
#include "write/sample_record.h"

using namespace hardfacts;
using hardfacts::testing::full_record;

namespace {

std::string json_of(const Record& record) {
    std::string out;
    append_json(out, record);
    return out;
}

std::string fault_of(std::string_view json) {
    const auto read = read_record(json);
    const auto* fault = std::get_if<std::string>(&read);
    return fault == nullptr ? "" : *fault;
}

/// The full record with one place of its text changed.
std::string changed(std::string_view from, std::string_view to) {
    std::string json = json_of(full_record());
    const std::size_t at = json.find(from);
    REQUIRE(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a record that is read and written again is the same to the byte") {
    const std::string json = json_of(full_record());
    const auto read = read_record(json);
    REQUIRE(std::holds_alternative<Record>(read));
    CHECK(json_of(std::get<Record>(read)) == json);
}

TEST_CASE("a fault names its place in the record") {
    struct Row {
        std::string_view from, to, fault;
    };
    const Row rows[] = {
        {R"("schema":"hardfacts/1")", R"("schema":"hardfacts/9")",
         "schema is hardfacts/9; this program reads hardfacts/1"},
        {R"("id":"vultr.md",)", "", "doc: id is missing"},
        {R"("type":"company")", R"("type":"firm")", "mentions[0]: type firm is not known"},
        {R"("byte":[30,51])", R"("byte":[30])", "mentions[1].span.byte: is no pair of offsets"},
        {R"("byte":[30,51])", R"("byte":[51,30])", "mentions[1].span.byte: is no pair of offsets"},
        {R"("byte":[30,51])", R"("byte":[-1,30])", "mentions[1].span.byte: is no pair of offsets"},
        {R"("number":"24000")", R"("number":24000)", "mentions[1].value.number: is no string"},
        {R"("number":"24000")", R"("number":"many")", "mentions[1].value: number is no decimal number"},
        {R"("relation":"eq")", R"("relation":"near")", "mentions[1].value: relation near is not known"},
        {R"("kind":"count",)", "", "facts[0]: kind is missing"},
        {R"("roles":{)", R"("roles":7,"x":{)", "facts[0].roles: is no JSON object"},
        {R"("confidence":0.95)", R"("confidence":"much")", "facts[0].confidence: is no number"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.to);
        CHECK(fault_of(changed(row.from, row.to)) == row.fault);
    }
}

TEST_CASE("what is no record is told and never thrown") {
    for (const std::string_view json : {"", "{", "[]", "7", "null", "{}", "\xFF", R"({"schema":1})",
                                        R"({"schema":"hardfacts/1"})", R"({"schema":"hardfacts/1","doc":[]})"}) {
        CAPTURE(json);
        CHECK_FALSE(fault_of(json).empty());
    }
    CHECK(fault_of("{\"a\":}").starts_with("is no JSON: parse error at line 1"));
}

TEST_CASE("members that are not known are passed over") {
    CHECK(fault_of(changed(R"("warnings":[)", R"("later":{"a":[1]},"warnings":[)")) == "");
}
