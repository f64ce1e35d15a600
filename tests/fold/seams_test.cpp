#include <doctest/doctest.h>

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

}  // namespace hardfacts
