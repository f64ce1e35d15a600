#include "read/markdown_blocks.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "read/markdown_difference.h"

using namespace hardfacts;
using hardfacts::test::markdown_difference;

TEST_CASE("the quick way and md4c read the same") {
    for (const std::string_view source : {
             "# A\ntext\n## B ##\n\n#no heading\n\n# 1. One `code`\n",
             "one\ntwo  \nthree\n- a\n- b\n\n  - c\n\n- d\n\nend\n",
             "1. a\n2. b\n   - c\n3. d\n\n4. e\n\n5) f\n",
             "a\n2. no item\n\na\n1. an item\n",
             "- a\n\n-\tb\n\n- c\n",
             "- a\n\n* b\n* c\n",
             "- a\n    - b\n  - c\n - d\n",
             "- a\nlazy\n\n- b\n\n      code\n\nend\n",
             "- [ ] open\n- [x] done\n- [no] box\n",
             "- a\n\n---\n\n- b\n",
             "a\n---\n\n***\nb\n===\n",
             "a | b\n- | -\nc | d\n\n| a |\n|---|\n| b |\n\nc\n",
             "**a** b *c*\n\n日本**「語」**です**と**いう。\n\n**a *b* c**\n\n* * *\n\n**not closed\n\n5 * 3 ** 2\n",
             "[a](https://x.example/a_b_c) [b](<c>) [d](e \"f\") [g](h(i)) [j][k] [l]\n",
             "**[a](b)** [**c**](d) **e [f** g](h) [![i](j)](k) ![l **m**](n)\n",
             "![a](b)\n\n![a](b)\n![c](d)\n\nsee ![[e.png]] [[f|g]] ![h\n",
             "a http://b.example/c. d (http://e.example) mailto:f ftp://g.example 詳細はhttp://h.example/i\n",
             "see [[A & B]] [[c|d]] [[e *f*]] [[g]](h) [[i]]] ![[j.png]] [[]]\n",
             "- 2.2 no mark\n  - 3.\n\n1.5 times\n",
             "AT&T &amp; &copy &#65; a\\*b\\ c\\\nd `e*f` <b>g</b> <!-- h --> < 5 <= 6\n",
             "a_b_c _d_ __e__ f_ _ g\n",
             "text\n\n```\ncode\n\n# no heading\n```\n\nend\n",
             "> quoted\nlazy\n\n> - a\n\nplain\n",
             "<div>\na\n\n# b\n</div>\n\nc\n\n<pre>\n\n# d\n\n</pre>\n\n# e\n",
             "[a]: b\n\nsee [a]\n",
             "> [c]: d\n\nsee [c]\n",
             "note [1]: no definition\n\nsee [1]\n",
             "tail\t\n\n# tail\t\n\n \n\t\n  indented\n\n    code\n\n    more\n\nend",
             "~~a~~ b~c !\n\n~~~\nd\n\ne\n~~~\n",
         }) {
        CAPTURE(source);
        CHECK(markdown_difference(source) == "");
    }
}

TEST_CASE("the quick way and md4c read the same of any mixture of what has a meaning to either") {
    const std::string_view pieces[] = {"\n",
                                       "\n",
                                       "\n\n",
                                       "\n\n",
                                       "a",
                                       "b c",
                                       " ",
                                       "  ",
                                       "- ",
                                       "* ",
                                       "+ ",
                                       "1. ",
                                       "2. ",
                                       "1) ",
                                       "# ",
                                       "## ",
                                       "> ",
                                       "**",
                                       "*",
                                       "_",
                                       "日本",
                                       "「",
                                       "」",
                                       "。",
                                       "、",
                                       "[x](y)",
                                       "[a](b c)",
                                       "![p](q)",
                                       "[",
                                       "](z)",
                                       "]",
                                       "[[",
                                       "]]",
                                       "\\",
                                       "`",
                                       "```\n",
                                       "~~",
                                       "~",
                                       "!",
                                       "&amp;",
                                       "&",
                                       ";",
                                       "<b>",
                                       "<",
                                       "<!--",
                                       "-->",
                                       "http://a.example/b",
                                       "://",
                                       ":",
                                       "|",
                                       "|-|\n",
                                       "---\n",
                                       "===\n",
                                       "\t",
                                       "    ",
                                       "\nx",
                                       "\n- y",
                                       "\n  - z",
                                       "\n\n- w",
                                       "[q]:",
                                       "é",
                                       "　",
                                       "5",
                                       ".",
                                       "(",
                                       ")",
                                       "\n**k**: ",
                                       "  \n",
                                       "\r\n",
                                       "#"};
    std::uint32_t random = 7;
    const auto roll = [&random](std::size_t sides) {
        random = random * 1664525U + 1013904223U;
        return (random >> 8U) % sides;
    };
    for (int round = 0; round < 60000; ++round) {
        std::string source;
        const std::size_t size = 1 + roll(24);
        for (std::size_t k = 0; k < size; ++k) source += pieces[roll(std::size(pieces))];
        if (test::list_ends_by_chance(source)) continue;
        const std::string difference = markdown_difference(source);
        CAPTURE(source);
        REQUIRE(difference == "");
    }
}

TEST_CASE("two blank lines end no item, wherever they stand") {
    for (std::size_t before = 1; before < 300; ++before) {
        const std::string source = std::string(before, 'x') + "\n\n- a\n\n\n  - b\n";
        const std::string read = test::read_whole(source, read_markdown);
        CHECK(read.find(" - 1 2 0") != std::string::npos);  // led in by a block, of level 2
    }
}

TEST_CASE("what links by reference or ends its lines otherwise is not divided") {
    CHECK(divides_at_blank_lines("a [b]: c\n"));
    CHECK(divides_at_blank_lines("a]: c\n"));
    CHECK_FALSE(divides_at_blank_lines("[b]: c\n"));
    CHECK_FALSE(divides_at_blank_lines("> - [b\nc]: d\n"));
    CHECK_FALSE(divides_at_blank_lines("a\r\nb\n"));
}
