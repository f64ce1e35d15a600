#include "read/json_fields.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("fields are found by their dotted path") {
    struct Row {
        const char* record;
        const char* path;
        const char* type;
        const char* text;
    };
    for (const Row& row : {
             Row{R"({"a":"x"})", "a", "string", "x"},
             {R"({"a":{"b":"x"},"b":"y"})", "a.b", "string", "x"},
             {R"({"a":{"b":"x"},"b":"y"})", "b", "string", "y"},
             {R"({"a.b":"x"})", "a.b", "string", "x"},
             {R"({"a":[1,{"b":"x"}]})", "a.1.b", "string", "x"},
             {R"({"a":[[],["x"]]})", "a.1.0", "string", "x"},
             {R"({"a":12})", "a", "number", "12"},
             {R"({"a":-1})", "a", "number", "-1"},
             {R"({"a":1.50})", "a", "number", "1.50"},
             {R"({"a":true})", "a", "boolean", ""},
             {R"({"a":null})", "a", "null", ""},
             {R"({"a":{}})", "a", "object", ""},
             {R"({"a":[]})", "a", "list", ""},
             {R"({"a":1,"a":"last"})", "a", "string", "last"},
             {R"({"a":"\u0041\u3042\ud83d\ude00\n"})", "a", "string", "Aあ😀\n"},
             {R"({"b":{"a":"x"}})", "a", "", ""},
             {R"({})", "a", "", ""},
         }) {
        std::vector<JsonField> fields{{row.path, {}, {}}};
        CHECK(!read_fields(row.record, fields));
        CHECK(fields[0].type == row.type);
        CHECK_MESSAGE(fields[0].text.value_or("") == row.text, row.record);
    }
}

TEST_CASE("what is no object is told") {
    for (const char* wrong : {"", "1", "\"a\"", "[]", "null", "{", "{\"a\":}", "{\"a\":1}}", "{\"a\":1,}", "{a:1}",
                              "{'a':1}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}"}) {
        std::vector<JsonField> fields{{"a", {}, {}}};
        const auto fault = read_fields(wrong, fields);
        CHECK_MESSAGE(fault.has_value(), wrong);
        if (fault) CHECK(!fault->message.empty());
    }
    std::vector<JsonField> none;
    const auto cut = read_fields(std::string_view("{\"a\":1}\0{\"a\":2}", 15), none);
    REQUIRE(cut.has_value());
    CHECK(cut->at == 7);
    CHECK(!read_fields(std::string("{\"a\":") + std::string(20000, '[') + std::string(20000, ']') + '}', none));
}
