#include "read/tags.h"

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("tags vanish, wherever the stretches are cut") {
    struct Row {
        const char* html;
        const char* blocks;
    };
    for (const Row& row : {
             Row{"<p>One <b>two</b></p><p>three", "p: One two\np: three\n"},
             {"<a title='a > b' href=\"<x>\">text</a>", "p: text\n"},
             {"a<!-- <p>5</p> -- > x -->b", "p: ab\n"},
             {"<style>p { x: 5 }</style >a<SCRIPT>1 < 2; </p></script>b", "p: ab\n"},
             {"5 < 6 & 7 &lt; 8 &nosuch; &#x41;", "p: 5 < 6 & 7 < 8 &nosuch; A\n"},
             {"10<sup>9</sup> CO<sub>2</sub>", "p: 10^9 CO2\n"},
             {"one<br>two<br/>three", "p: one\np: two\np: three\n"},
             {"<!DOCTYPE html><?php 5 ?>x", "p: x\n"},
             {"<li>a\n  b\n</li>", "p: a b\n"},
             {"<p", ""},
         }) {
        Document document;
        document.source = row.html;
        for (std::size_t cut = 0; cut <= document.source.size(); ++cut) {
            // A reference, a comment's opening and a lone < are told by what follows: a line is never cut there.
            if (cut > 0 && cut < document.source.size() && document.source[cut - 1] != '>' &&
                document.source[cut - 1] != ' ')
                continue;
            document.text.clear();
            document.blocks.clear();
            document.map = {};
            DocumentBuilder out(document);
            EntityDecoder entities;
            const Block paragraph;
            TagStripper stripper(out, entities, paragraph, true);
            stripper.feed({0, cut});
            stripper.feed({cut, document.source.size()});
            out.end_block();
            CHECK(broken_promise(document).empty());
            CHECK_MESSAGE(shown(document) == row.blocks, row.html, " cut at ", cut);
        }
    }
}
