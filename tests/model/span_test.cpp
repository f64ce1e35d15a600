#include "model/span.h"

#include <doctest/doctest.h>

using hardfacts::slice;
using hardfacts::Span;

TEST_CASE("spans are half-open") {
    struct Row {
        Span a, b;
        bool contains, overlaps;
    };
    for (const Row& row : {
             Row{{2, 6}, {3, 5}, true, true},
             {{2, 6}, {2, 6}, true, true},
             {{2, 6}, {5, 8}, false, true},
             {{2, 6}, {6, 8}, false, false},
             {{2, 6}, {0, 2}, false, false},
             {{2, 6}, {6, 6}, true, false},
         }) {
        CAPTURE(row.b.begin);
        CHECK(row.a.contains(row.b) == row.contains);
        CHECK(row.a.overlaps(row.b) == row.overlaps);
        CHECK(row.b.overlaps(row.a) == row.overlaps);
    }
    CHECK(Span{2, 6}.size() == 4);
    CHECK(Span{2, 2}.empty());
    CHECK(slice("0123456789", {2, 6}) == "2345");
    CHECK(slice("0123", {4, 4}).empty());
}
