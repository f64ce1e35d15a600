#include "read/builder.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

namespace {

Block of(BlockKind kind, int level = 0) {
    Block block;
    block.kind = kind;
    block.level = static_cast<std::uint8_t>(level);
    return block;
}

}  // namespace

TEST_CASE("white space at a block's ends is left out, empty blocks vanish") {
    Document document;
    document.source = "  ab  \n \n c&amp; ";
    DocumentBuilder out(document);
    out.begin_block(of(BlockKind::paragraph));
    out.verbatim({0, 6});
    out.space({6, 7});
    CHECK(out.end_block() == 0);
    out.begin_block(of(BlockKind::paragraph));
    out.verbatim({7, 8});
    CHECK(out.end_block() == no_block);
    out.begin_block(of(BlockKind::paragraph));
    out.text({9, 11});
    out.replaced({11, 16}, "&");
    out.verbatim({16, 17});
    CHECK(out.end_block() == 1);
    CHECK(out.end_block() == no_block);
    CHECK(document.text == "ab\nc&\n");
    CHECK(broken_promise(document).empty());
    CHECK(source_of(document, "c&") == "c&amp;");
}

TEST_CASE("one space stands for many, none at the front") {
    Document document;
    document.source = "a \n b";
    DocumentBuilder out(document);
    out.begin_block(of(BlockKind::paragraph));
    out.space({0, 0});
    out.verbatim({0, 2});
    out.space({2, 3});
    out.verbatim({4, 5});
    out.end_block();
    CHECK(document.text == "a b\n");
}

TEST_CASE("code ranges end with their block and lose its trailing space") {
    Document document;
    document.source = "a b  ";
    DocumentBuilder out(document);
    out.begin_block(of(BlockKind::paragraph));
    out.verbatim({0, 2});
    out.begin_code();
    out.verbatim({2, 5});
    out.end_block();
    REQUIRE(document.code.size() == 1);
    CHECK(document.code[0] == Span{2, 3});
    CHECK(broken_promise(document).empty());
}

TEST_CASE("an open block is closed by the next, and headings govern what follows") {
    Document document;
    document.source = "abcd";
    DocumentBuilder out(document);
    out.begin_block(of(BlockKind::heading, 2));
    out.verbatim({0, 1});
    out.begin_block(of(BlockKind::heading, 4));
    out.verbatim({1, 2});
    out.begin_block(of(BlockKind::heading, 3));
    out.verbatim({2, 3});
    out.begin_block(of(BlockKind::paragraph));
    out.verbatim({3, 4});
    out.end_block();
    CHECK(shown(document) == "h2: a\nh4: b [under a]\nh3: c [under a]\np: d [under c]\n");
    CHECK(out.heading() == 2);
}
