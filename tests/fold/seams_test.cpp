#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fold/fold.h"

namespace hardfacts {

TEST_CASE("seams stand where the source has a link's or an element's edge") {
    Document document;
    document.source = "Ａ **b** [c d](u) e";
    document.text = "Ａ b c d e";
    document.map.add_verbatim(0, 4);
    document.map.add_verbatim(6, 1);
    document.map.add_verbatim(9, 1);
    document.map.add_verbatim(11, 3);
    document.map.add_verbatim(18, 2);
    const Text text = fold(document);
    CHECK(text.folded == "A b c d e");
    CHECK(text.seams == std::vector<std::size_t>{4, 7});
}

TEST_CASE("what changes looks alone is no seam") {
    struct Row {
        std::string between;
        bool seam;
    };
    for (const Row& row : {
             Row{"<b>", false},
             {"</b>", false},
             {"<B class='x'>", false},
             {"</em></u>  <strong>", false},
             {"<span style=\"color: rgb(1,2,3)\" title='a > b'>", false},
             {"<FONT COLOR=red>", false},
             {"<wbr>", false},
             {"<wbr/>", false},
             {"<!-- [a](b) <td> -->", false},
             {"**", false},
             {"<a href='x'>", true},
             {"</a>", true},
             {"</b></a>", true},
             {"<sup>", true},
             {"</td><td>", true},
             {"<br>", false},
             {"<rp>(</rp><rt>reading</rt><rp>)</rp>", false},
             {"<rp>(<rt>reading [1]<rp>)", false},
             {"</rt></ruby><a href='x'>", true},
             {"<!-- never closed", true},
             {"<b never closed", true},
             {"<b title='never closed>", true},
             {"<bdo>", true},
             {"<", true},
             {"](u)", true},
         }) {
        Document document;
        document.source = "a" + row.between + "b";
        document.text = "ab";
        document.map.add_verbatim(0, 1);
        document.map.add_verbatim(1 + row.between.size(), 1);
        CHECK_MESSAGE(fold(document).seams == (row.seam ? std::vector<std::size_t>{1} : std::vector<std::size_t>{}),
                      row.between);
    }
}

}  // namespace hardfacts
