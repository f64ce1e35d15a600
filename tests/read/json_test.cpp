#include "read/json.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace hardfacts;

namespace {

/// "id=text" of every document, then "line:column code" of every fault.
std::string told(const std::string& json, InputOptions options = {}) {
    std::istringstream in(json);
    ByteSource bytes(in);
    std::string out;
    options.path = "a.json";
    options.id = "a.json";
    read_json(
        bytes, options,
        [&](Document&& document) {
            out += document.info.id + '=' + document.source + ';';
            return true;
        },
        [&](Diagnostic&& fault) {
            out += std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + fault.code + ';';
        });
    return out;
}

}  // namespace

TEST_CASE("a list, one object, and objects one behind the other are read alike") {
    for (const char* json : {R"([{"id":"p","text":"one"},{"id":"q","text":"two"}])",
                             "[\n  {\"id\": \"p\",\n   \"text\": \"one\"},\n  {\"id\": \"q\", \"text\": \"two\"}\n]\n",
                             "\xEF\xBB\xBF{\"id\":\"p\",\"text\":\"one\"}\n{\"id\":\"q\",\"text\":\"two\"}",
                             "{\"id\":\"p\",\"text\":\"one\"}{\"id\":\"q\",\"text\":\"two\"}"}) {
        CHECK_MESSAGE(told(json) == "a.json#p=one;a.json#q=two;", json);
    }
    CHECK(told("{\"text\":\"a } ] \\\" { b\"}") == "a.json#L1=a } ] \" { b;");
    CHECK(told(R"([{"text":"[1]","more":[{"text":"no"}]}])") == "a.json#L1=[1];");
}

TEST_CASE("nested fields, and several fields joined as blocks") {
    InputOptions options;
    options.text_field = "article.lead, article.body";
    options.id_field = "meta.key";
    const char* json = R"([{"meta":{"key":7},"article":{"lead":"First.","body":"Second."}},
                           {"meta":{"key":8},"article":{"body":"Alone."}},
                           {"meta":{"key":9},"article":{}}])";
    CHECK(told(json, options) == "a.json#7=First.\n\nSecond.;a.json#8=Alone.;3:1 read.field;");
}

TEST_CASE("a record that is no object, has no text, or is broken does not stop the others") {
    CHECK(told("[1, \"x\", {\"text\":\"ok\"}, {\"text\":3}, {\"body\":\"b\"}]") ==
          "1:2 read.json;1:5 read.json;a.json#L1=ok;1:1 read.field;1:1 read.field;");
    CHECK(told("[{\"text\":\"ok\"},\n {\"text\" \"broken\"},\n {\"text\":\"good\"}]") ==
          "a.json#L1=ok;2:17 read.json;a.json#L3=good;");
    CHECK(told("[{\"text\":\"cut off") == "1:18 read.json;");
    CHECK(told("") == "0:0 read.empty;");
    CHECK(told("[]") == "0:0 read.empty;");
}
