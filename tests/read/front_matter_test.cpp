#include "read/front_matter.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

namespace {

std::string front_blocks(const Document& document) {
    std::string out;
    for (std::size_t k = 0; k < document.blocks.size(); ++k) {
        if (document.blocks[k].kind == BlockKind::front_matter) out += '[' + std::string(reading_of(document, k)) + ']';
    }
    return out;
}

}  // namespace

TEST_CASE("front matter: who the document is, and which of its strings are text") {
    const Document document = read_one(
        "---\n"
        "layout: post\n"
        "title: \"Alpha buys \\\"Beta\\\"\"\n"
        "date: 2026-03-04 09:05:00 +0900\n"
        "tags: [AI, 'Bob''s chips', 3]\n"
        "categories: news, ベータ\n"
        "url: https://alpha.example/news\n"
        "image:\n  path: /img/a.png\n  alt: 新しい工場\n"
        "draft: false\nreading_time: 8\n"
        "---\nBody.\n");
    CHECK(document.info.title == "Alpha buys \"Beta\"");
    CHECK(document.info.published == "2026-03-04T09:05:00+09:00");
    CHECK(document.info.tags == std::vector<std::string>{"AI", "Bob's chips", "3", "news", "ベータ"});
    CHECK(front_blocks(document) == "[post][Alpha buys \"Beta\"][AI][Bob's chips][news, ベータ][新しい工場]");
    CHECK(source_of(document, "Alpha buys \"Beta") == "Alpha buys \\\"Beta");
    CHECK(source_of(document, "Bob's") == "Bob''s");
    CHECK(source_of(document, "ベータ") == "ベータ");
    CHECK(shown(document).find("p: Body.") != std::string::npos);
}

TEST_CASE("front matter scalars over several lines") {
    const Document document = read_one(
        "---\r\ntitle: >-\r\n  Alpha raises\r\n  $5 million\r\nnote: |\r\n  first\r\n  second\r\nplain: one\r\n  "
        "two\r\n"
        "quoted: \"a \\\r\n  b \\u3042\"\r\n---\r\n本文\r\n");
    CHECK(front_blocks(document) == "[Alpha raises $5 million][first second][one two][a b あ]");
    CHECK(source_of(document, "raises $5") == "raises\r\n  $5");
    CHECK(source_of(document, "あ") == "\\u3042");
    CHECK(document.info.title == "Alpha raises $5 million");
}

TEST_CASE("what begins like front matter and is none") {
    CHECK(front_blocks(read_one("---\nA ruled line, then prose: here.\n---\nmore\n")).empty());
    CHECK(front_blocks(read_one("---\ntitle: never closed\n")).empty());
    CHECK(front_blocks(read_one("---\n---\n\ntext\n")).empty());
    CHECK(front_blocks(read_one("text\n---\ntitle: x\n---\n")).empty());
    CHECK(front_blocks(read_one("---\n  title: 字下げ\n  tags: [a]\n---\n")) == "[字下げ][a]");
    CHECK(front_blocks(read_one("\xEF\xBB\xBF---\ntitle: あと\n...\ntext\n")) == "[あと]");
}

TEST_CASE("broken front matter is told, left out, and the body read") {
    const Reading reading = read("---\ntitle: a: b: c\n---\n本文です。\n", {});
    REQUIRE(reading.documents.size() == 1);
    CHECK(shown(reading.documents[0]) == "p: 本文です。\n");
    CHECK(!reading.documents[0].info.title);
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults[0].severity == Severity::warning);
    CHECK(reading.faults[0].code == "read.front_matter");
    CHECK(reading.faults[0].file == "news.md");
    CHECK(reading.faults[0].line == 2);
    CHECK(reading.faults[0].column == 9);
}

TEST_CASE("front matter nested without end is told and left out") {
    const Reading reading = read("---\na: " + std::string(100000, '[') + "\n---\n本文です。\n", {});
    REQUIRE(reading.documents.size() == 1);
    CHECK(shown(reading.documents[0]) == "p: 本文です。\n");
    REQUIRE(reading.faults.size() == 1);
    CHECK(reading.faults[0].message == "front matter is nested too deeply and is left out");
}
