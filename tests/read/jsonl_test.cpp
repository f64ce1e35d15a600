#include "read/jsonl.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

namespace {

InputOptions stream(const std::string& path) {
    InputOptions options;
    options.path = path;
    options.format = "jsonl";
    return options;
}

}  // namespace

TEST_CASE("each line is a document named by its record") {
    InputOptions options = stream("news.jsonl");
    options.id_prefix = "run1/";
    options.title_field = "meta.title";
    const Reading reading = read(
        "\xEF\xBB\xBF{\"id\":\"a1\",\"text\":\"一\\n\\n\\u4e8c \\ud83d\\ude00\",\"meta\":{\"title\":\"題\"}}\r\n"
        "\n"
        "{\"id\":7,\"text\":\"# T\\n\\n**x**\"}\n"
        "{\"text\":\"no id\",\"extra\":[{\"text\":1}]}",
        options);
    CHECK(reading.faults.empty());
    REQUIRE(reading.documents.size() == 3);
    const Document& first = reading.documents[0];
    CHECK(first.info.id == "run1/news.jsonl#a1");
    CHECK(first.info.path == "news.jsonl");
    CHECK(first.info.record == "a1");
    CHECK(first.info.field == "text");
    CHECK(first.info.title == "題");
    CHECK(first.source == "一\n\n二 😀");
    CHECK(shown(first) == "p: 一\np: 二 😀\n");
    CHECK(reading.documents[1].info.id == "run1/news.jsonl#7");
    CHECK(reading.documents[1].info.title == "T");
    CHECK(shown(reading.documents[1]) == "h1: T\np: x [under T]\n");
    CHECK(reading.documents[2].info.id == "run1/news.jsonl#L4");
}

TEST_CASE("on standard input the record's id stands alone") {
    const Reading reading = read("{\"id\":\"a\",\"text\":\"x\"}\n{\"text\":\"y\"}\n", stream("<stdin>"));
    REQUIRE(reading.documents.size() == 2);
    CHECK(reading.documents[0].info.id == "a");
    CHECK(reading.documents[1].info.id == "L2");
}

TEST_CASE("fields by dotted path") {
    InputOptions options = stream("n.jsonl");
    options.text_field = "article.parts.1";
    options.id_field = "article.key";
    const Reading reading = read("{\"article\":{\"parts\":[\"a\",\"b\",[\"c\"]],\"key\":\"k\"}}\n", options);
    REQUIRE(reading.documents.size() == 1);
    CHECK(reading.documents[0].source == "b");
    CHECK(reading.documents[0].info.id == "n.jsonl#k");
    CHECK(reading.documents[0].info.field == "article.parts.1");
}

TEST_CASE("a faulty line is told with its place, the others go on") {
    struct Row {
        std::string line;
        const char* code;
        std::size_t column;
        const char* says;
    };
    for (const Row& row : {
             Row{"not json", "read.json", 2, "JSON object"},
             {"[1]", "read.json", 1, "list"},
             {"\"text\"", "read.json", 1, "string"},
             {"{\"text\":\"a\"", "read.json", 12, "JSON object"},
             {"{\"text\":\"a\"} x", "read.json", 14, "JSON object"},
             {"{\"あ\":\"\\ud800\"}", "read.json", 13, "surrogate"},
             {std::string("{\"text\":\"a\0\"}", 13), "read.json", 11, "JSON object"},
             {std::string("{\"text\":\"a\"}\0{\"text\":\"b\"}", 25), "read.json", 13, "NUL"},
             {"{\"body\":\"a\"}", "read.field", 1, "no field \"text\""},
             {"{\"text\":5}", "read.field", 1, "number"},
             {"{\"text\":{\"a\":1}}", "read.field", 1, "object"},
             {"{\"text\":null}", "read.field", 1, "null"},
             {"{\"text\":\"  \"}", "read.empty", 1, "empty"},
             {"{\"text\":\"\xE3\x81\"}", "read.utf8", 10, "UTF-8"},
         }) {
        const Reading reading = read("{\"text\":\"ok\"}\n" + row.line + "\n{\"text\":\"ok\"}\n", stream("n.jsonl"));
        CAPTURE(row.line);
        CHECK(reading.documents.size() == 2);
        REQUIRE(reading.faults.size() == 1);
        const Diagnostic& fault = reading.faults[0];
        CHECK(fault.severity == Severity::error);
        CHECK(fault.file == "n.jsonl");
        CHECK(fault.line == 2);
        CHECK(fault.column == row.column);
        CHECK(fault.code == row.code);
        CHECK_MESSAGE(fault.message.find(row.says) != std::string::npos, fault.message);
    }
}

TEST_CASE("the stream stops when the sink says so") {
    std::istringstream in("{\"text\":\"a\"}\n{\"text\":\"b\"}\n");
    int seen = 0;
    read_documents(
        in, stream("n.jsonl"), [&](Document&&) { return ++seen < 1; }, [](Diagnostic&&) {});
    CHECK(seen == 1);
}
