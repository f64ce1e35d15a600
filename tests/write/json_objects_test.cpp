#include "write/json_objects.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

using namespace hardfacts;

namespace {

/// "line:text" of each object.
std::vector<std::string> objects_of(const std::string& text) {
    std::istringstream in(text);
    JsonObjects objects(in);
    std::vector<std::string> out;
    while (const auto object = objects.next()) out.push_back(std::to_string(object->line) + ':' + object->text);
    return out;
}

}  // namespace

TEST_CASE("objects of lines, lists and layouts") {
    struct Row {
        std::string text;
        std::vector<std::string> objects;
    };
    const Row rows[] = {
        {"", {}},
        {"\n \r\n", {}},
        {"{\"a\":1}\n{\"b\":2}\n", {"1:{\"a\":1}", "2:{\"b\":2}"}},
        {"{\"a\":1}\r\n\r\n{\"b\":2}", {"1:{\"a\":1}", "3:{\"b\":2}"}},
        {"[\n{\"a\":1},\n{\"b\":[{}]}\n]\n", {"2:{\"a\":1}", "3:{\"b\":[{}]}"}},
        {"[]", {}},
        {"\xEF\xBB\xBF{\"a\":1}", {"1:{\"a\":1}"}},
        {"{\n\"a\": {\n\"b\": \"}\\\"{\"\n}\n}\n{}", {"1:{\n\"a\": {\n\"b\": \"}\\\"{\"\n}\n}", "6:{}"}},
        {"{\"a\":1}{\"b\":2}", {"1:{\"a\":1}", "1:{\"b\":2}"}},
        // What is none is handed over, to be refused.
        {"oops\n{\"a\":1}", {"1:oops", "2:{\"a\":1}"}},
        {"{\"a\":\"cut\n{\"schema\":1}\n", {"1:{\"a\":\"cut", "2:{\"schema\":1}"}},
        {"{\"a\":[1,\n{\"schema\":1}\n", {"1:{\"a\":[1,", "2:{\"schema\":1}"}},
        {"{\"a\":\"x\\", {"1:{\"a\":\"x\\"}},
        {"{\"a\":", {"1:{\"a\":"}},
        {"{\"a\":\n", {"1:{\"a\":"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(objects_of(row.text) == row.objects);
    }
}
