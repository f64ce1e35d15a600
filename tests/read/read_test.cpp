#include "read/read.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("inputs that cannot be read are told") {
    struct Row {
        const char* path;
        const char* format;
        std::string bytes;
        const char* code;
        std::size_t line, column;
    };
    for (const Row& row : {
             Row{"a.xyz", "", "text", "read.format", 0, 0},
             {"a.md", "docx", "text", "read.format", 0, 0},
             {"page", "", "<?xml version='1.0'?><a>x", "read.format", 0, 0},
             {"a.md", "", "", "read.empty", 0, 0},
             {"a.txt", "", " \n\t\r\n", "read.empty", 0, 0},
             {"a.txt", "", "\xEF\xBB\xBF", "read.empty", 0, 0},
             {"a.jsonl", "", "\n\n", "read.empty", 0, 0},
             {"a.md", "", "ab\r\nあ\xFF", "read.utf8", 2, 2},
             {"a.md", "", "\xED\xA0\x80", "read.charset", 1, 1},
             {"a.md", "", "x\xC0\xAF", "read.charset", 1, 2},
             {"a.md", "", "x\xF4\x90\x80\x80", "read.charset", 1, 2},
             {"a.md", "", "あ\xE3\x81", "read.utf8", 1, 2},
         }) {
        InputOptions options;
        options.path = row.path;
        options.format = row.format;
        const Reading reading = read(row.bytes, options);
        CAPTURE(row.bytes);
        CHECK(reading.documents.empty());
        REQUIRE(reading.faults.size() == 1);
        CHECK(reading.faults[0].severity == Severity::error);
        CHECK(reading.faults[0].code == row.code);
        CHECK(reading.faults[0].file == row.path);
        CHECK(reading.faults[0].line == row.line);
        CHECK(reading.faults[0].column == row.column);
    }
}

TEST_CASE("a file's document is named as the caller says") {
    InputOptions options;
    options.path = "folder/a.md";
    options.id = "a.md";
    options.id_prefix = "x:";
    const Reading reading = read("text", options);
    REQUIRE(reading.documents.size() == 1);
    CHECK(reading.documents[0].info.id == "x:a.md");
    CHECK(reading.documents[0].info.path == "folder/a.md");
    CHECK(reading.documents[0].info.encoding == "UTF-8");
    CHECK(!reading.documents[0].info.record);
    CHECK(reading.documents[0].source == "text");
}
