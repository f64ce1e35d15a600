#include "support/json_schema.h"

#include <doctest/doctest.h>

using hardfacts::testing::schema_faults;
using nlohmann::json;

TEST_CASE("each word of a schema accepts what is valid and names what is not") {
    struct Row {
        const char* schema;
        const char* valid;
        const char* invalid;
    };
    for (const Row row : {
             Row{R"({"type":"string"})", R"("a")", "1"},
             {R"({"type":["string","null"]})", "null", "true"},
             {R"({"type":"integer"})", "3", "3.5"},
             {R"({"type":"number","minimum":0,"maximum":1})", "0.5", "1.5"},
             {R"({"type":"number","minimum":0})", "0", "-1"},
             {R"({"const":"hardfacts/1"})", R"("hardfacts/1")", R"("hardfacts/2")"},
             {R"({"enum":["eq","about"]})", R"("eq")", R"("is")"},
             {R"({"pattern":"^f_"})", R"("f_1")", R"("af_")"},
             {R"({"minItems":2,"maxItems":2})", "[1,2]", "[1]"},
             {R"({"maxItems":2})", "[1,2]", "[1,2,3]"},
             {R"({"items":{"type":"integer"}})", "[1,2]", "[1,\"2\"]"},
             {R"({"required":["id"]})", R"({"id":1})", R"({"key":1})"},
             {R"({"properties":{"a":{"type":"null"}}})", R"({"a":null,"b":1})", R"({"a":1})"},
             {R"({"properties":{"a":{}},"additionalProperties":false})", R"({"a":1})", R"({"a":1,"b":1})"},
             {R"({"additionalProperties":{"type":"string"}})", R"({"a":"b"})", R"({"a":1})"},
             {R"({"propertyNames":{"enum":["holder"]}})", R"({"holder":1})", R"({"owner":1})"},
             {R"({"anyOf":[{"type":"null"},{"type":"string"}]})", "null", "1"},
             {R"({"definitions":{"d":{"type":"null"}},"items":{"$ref":"#/definitions/d"}})", "[null]", "[1]"},
         }) {
        CAPTURE(row.schema);
        CHECK(schema_faults(json::parse(row.schema), json::parse(row.valid)).empty());
        CHECK(schema_faults(json::parse(row.schema), json::parse(row.invalid)).size() == 1);
    }
    CHECK(schema_faults(json::parse(R"({"items":{"type":"null"}})"), json::parse("[null,1]")) ==
          std::vector<std::string>{"/1: is a number, not \"null\""});
    CHECK(schema_faults(json::parse(R"({"oneOf":[]})"), json(1)).size() == 1);
}
