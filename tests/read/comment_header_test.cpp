#include "read/comment_header.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("a header of Markdown comments is front matter") {
    const Document document = read_one(
        "[#]: subject: (Alpha (the maker) buys Beta)\n"
        "[#]: via: (https://alpha.example/a)\n"
        "[#]: author: \"Carol Doe https://alpha.example/carol\"\n"
        "[#]: reviewer: ( )\n"
        "[#]: date: (2025-01-02)\n"
        "\n"
        "Alpha buys Beta\n======\n\nIt did. [1][1]\n\n[1]: https://alpha.example\n");
    CHECK(document.info.title == "Alpha (the maker) buys Beta");
    CHECK(shown(document) ==
          "front: Alpha (the maker) buys Beta\nfront: Carol Doe\nh1: Alpha buys Beta\np: It did. 1 [under Alpha buys "
          "Beta]\n");
    CHECK(source_of(document, "Carol Doe") == "Carol Doe");
    CHECK(shown(read_one("[#]: subject: (Alpha)\n\ntext\n", "a.txt")) == "front: Alpha\np: text\n");
}

TEST_CASE("other definitions are none") {
    CHECK(shown(read_one("[1]: https://alpha.example\n\ntext\n")) == "p: text\n");
    CHECK(shown(read_one("[#]: subject\n\ntext\n")) == "p: text\n");
    CHECK(shown(read_one("[#]: a b: (x)\n")) == "p: [#]: a b: (x)\n");
}
