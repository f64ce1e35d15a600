#include "read/markdown.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("Markdown becomes blocks that know their place") {
    struct Row {
        const char* what;
        const char* source;
        const char* blocks;
    };
    for (const Row& row : {
             Row{"headings hang under one another", "# A\n\nx\n\n## B\n\ny\n\n### C\n\n## D\n\nz\n",
                 "h1: A\np: x [under A]\nh2: B [under A]\np: y [under B]\nh3: C [under B]\nh2: D [under A]\n"
                 "p: z [under D]\n"},
             {"an underlined heading", "Alpha chips\n====\nShort text\n----\n",
              "h1: Alpha chips\nh2: Short text [under Alpha chips]\n"},
             {"a list hangs on the paragraph before it", "Specs:\n\n- one\n- two\n  - inner\n\nafter\n",
              "p: Specs:\nli1: one [after Specs:]\nli1: two [after Specs:]\nli2: inner [after two]\np: after\n"},
             {"a heading opens no list", "## Specs\n\n- one\n", "h2: Specs\nli1: one [under Specs]\n"},
             {"a bold line is a paragraph and opens a list", "**主な仕様:**\n- 一\n",
              "p: 主な仕様:\nli1: 一 [after 主な仕様:]\n"},
             {"a second paragraph of an item", "1. one\n\n   more\n", "li1: one\nli1: more [after one]\n"},
             {"a line at the margin ends the item", "最初\n- 一\n次の話題\n- 二\n",
              "p: 最初\nli1: 一 [after 最初]\np: 次の話題\nli1: 二 [after 次の話題]\n"},
             {"quotations", "> said\n>\n> - point\n\nplain\n",
              "p: said [quoted]\nli1: point [after said] [quoted]\np: plain\n"},
             {"a table", "| Chip | TDP |\n|---|---:|\n| A1 | 700W |\n| B2 | |\n",
              "cell1/0/0: Chip\ncell1/0/1: TDP [row Chip]\ncell1/1/0: A1 [column Chip]\n"
              "cell1/1/1: 700W [row A1] [column TDP]\ncell1/2/0: B2 [column Chip]\n"},
             {"code", "text\n\n```cpp\nint a = 1;\n\nint b;\n```\nend\n",
              "p: text\ncode: int a = 1;\n\nint b;\np: end\n"},
             {"indented code", "text\n\n    int a = 1;\n    f();\n", "p: text\ncode: int a = 1;\nf();\n"},
             {"indented prose is prose", "text\n\n    The company did not say when.\n",
              "p: text\np: The company did not say when.\n"},
             {"a picture is a caption", "![A rack of chips](a.png)\n\ntext ![x](y)\n",
              "caption: A rack of chips\np: text x\n"},
             {"an embedded file is nothing", "see ![[chart.png]]and [[Alpha|the maker]], [[Beta]]\n",
              "p: see and the maker, Beta\n"},
             {"task lists", "- [x] done\n- [ ] open\n", "li1: done\nli1: open\n"},
             {"a rule between paragraph and list", "a\n\n---\n\n- b\n", "p: a\nli1: b\n"},
         }) {
        CAPTURE(row.what);
        CHECK(shown(read_one(row.source)) == row.blocks);
    }
}

TEST_CASE("markup is not in the text, and every reading leads back to its source") {
    struct Row {
        const char* source;
        const char* text;
        const char* reading;  ///< a stretch of the text
        const char* written;  ///< and what it stands for
    };
    for (const Row& row : {
             Row{"**3,000** 基\n", "3,000 基", "3,000 基", "3,000** 基"},
             {"AT&amp;T の\n", "AT&T の", "AT&T", "AT&amp;T"},
             {"1&#x301C;2&nbsp;&hellip;&unknown;\n", "1〜2\xC2\xA0…&unknown;", "〜", "&#x301C;"},
             {"see [Alpha](https://a.example/x \"t\") now\n", "see Alpha now", "Alpha now",
              "Alpha](https://a.example/x \"t\") now"},
             {"a https://a.example/b_c_d. b\n", "a . b", "a . b", "a https://a.example/b_c_d. b"},
             {"a <!-- 5 --> b<br>c\n", "a  b", "b", "b"},
             {"x <b>10</b><sup>15</sup> y\n", "x 10^15 y", "10^15", "10</b><sup>15"},
             {"一行目、\n二行目\n", "一行目、二行目", "、二", "、\n二"},
             {"an order of\r\nchips\r\n", "an order of chips", "of chips", "of\r\nchips"},
             {"の**「Alpha」**を、**10（約）**は\n", "の「Alpha」を、10（約）は", "）は", "）**は"},
             {"x\\**y 2**10 z\n", "x**y 2**10 z", "2**10", "2**10"},
             {"~~old~~ ~$5 ~10\n", "old ~$5 ~10", "old ~", "old~~ ~"},
             {"use `int x = 5;` here\n", "use int x = 5; here", "int x = 5;", "int x = 5;"},
         }) {
        const Document document = read_one(row.source);
        CAPTURE(row.source);
        REQUIRE(!document.blocks.empty());
        CHECK(reading_of(document, 0) == row.text);
        CHECK(source_of(document, row.reading) == row.written);
    }
}

TEST_CASE("a break that was meant divides, one that only fits a width does not") {
    struct Row {
        const char* source;
        const char* blocks;
    };
    for (const Row& row : {
             Row{"**Language**: ja\n**Type**: news\n", "p: Language: ja\np: Type: news\n"},
             {"売上は伸びた。\n利益は減った。\n", "p: 売上は伸びた。\np: 利益は減った。\n"},
             {"more than 30  \nentries\n", "p: more than 30 entries\n"},
             {"The answer is yes.  \nWe think so.\n", "p: The answer is yes.\np: We think so.\n"},
             {"| a | b |\n|---|---|\n| 80GB<br>94GB | y |\n",
              "cell1/0/0: a\ncell1/0/1: b [row a]\ncell1/1/0: 80GB 94GB [column a]\ncell1/1/1: y [row 80GB 94GB] "
              "[column b]\n"},
             {"- label  \n  Detail here\n", "li1: label\nli1: Detail here [after label]\n"},
             {"![A rack](a.png)\n*Source: Alpha*\n", "caption: A rack\np: Source: Alpha\n"},
             {"The first plant of the company will open in the north of the\ncountry next spring and employ "
              "about nine hundred workers there.\nAnalysts had expected that plant to open in the same spring as "
              "others.\n",
              "p: The first plant of the company will open in the north of the country next spring and employ about "
              "nine hundred workers there.\np: Analysts had expected that plant to open in the same spring as "
              "others.\n"},
         }) {
        CHECK(shown(read_one(row.source)) == row.blocks);
    }
}

TEST_CASE("inline code is marked") {
    const Document document = read_one("the `H100 80` and `b`\n");
    REQUIRE(document.code.size() == 2);
    CHECK(slice(document.text, document.code[0]) == "H100 80");
    CHECK(slice(document.text, document.code[1]) == "b");
}

TEST_CASE("HTML blocks give the text between their tags") {
    CHECK(shown(read_one(
              "<div class=\"a>b\">\n<p>First &amp; last</p>\n<script>var x = 5;</script>\n<ul><li>one<li>two</ul>"
              "\n<!-- 7\n8 --> three\n</div>\n\nafter\n")) == "p: First & last\np: one\np: two\np: three\np: after\n");
    // md4c hands the indentation of a line over apart from it, as it does the line breaks.
    const Document indented = read_one("<div>\n  one\n  two\n  <b>three</b>\n</div>\n");
    CHECK(shown(indented) == "p: one two three\n");
    CHECK(source_of(indented, "e two t") == "e\n  two\n  <b>t");
    CHECK(indented.map.to_original({7, 8}) == Span{17, 18});
}

TEST_CASE("bytes that are no text of their own") {
    const Document marked = read_one("\xEF\xBB\xBF# Title\n\nbody\n");
    CHECK(shown(marked) == "h1: Title\np: body [under Title]\n");
    CHECK(marked.map.to_original({0, 5}) == Span{5, 10});
    CHECK(marked.info.title == "Title");
    const Document nul = read_one(std::string("a\0b\n", 4));
    CHECK(reading_of(nul, 0) ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(source_of(nul, "\xEF\xBF\xBD") == std::string(1, '\0'));
    // md4c hands each of these over twice.
    CHECK(shown(read_one(std::string("```\nx\0\0\0 y\n```\n", 15))) ==
          "code: x\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD y\n");
    CHECK(reading_of(read_one("a \xEF\xBF\xBD b\n"), 0) == "a \xEF\xBF\xBD b");
}
