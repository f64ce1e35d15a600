#include "model/offset_map.h"

#include <doctest/doctest.h>

#include <string>

#include "model/utf8.h"

using namespace hardfacts;

namespace {

/// AT&amp;T read as AT&T, with <b> and </b> around what follows left out.
//   original  A T & a m p ; T <b> x y </b> z
//             0 1 2         7 8   11    13   17
OffsetMap sample() {
    OffsetMap map;
    map.add_verbatim(0, 2);
    map.add_replaced({2, 7}, 1);
    map.add_verbatim(7, 1);
    map.add_verbatim(11, 2);
    map.add_verbatim(17, 1);
    return map;
}

}  // namespace

TEST_CASE("ranges go back to where they came from") {
    struct Row {
        Span derived;
        Span original;
    };
    const OffsetMap map = sample();
    CHECK(map.derived_size() == 7);
    for (const Row& row : {Row{{0, 1}, {0, 1}},
                           {{0, 2}, {0, 2}},
                           {{0, 3}, {0, 7}},
                           {{2, 3}, {2, 7}},
                           {{1, 4}, {1, 8}},
                           {{3, 4}, {7, 8}},
                           {{3, 5}, {7, 12}},
                           {{4, 6}, {11, 13}},
                           {{5, 7}, {12, 18}},
                           {{0, 7}, {0, 18}},
                           {{0, 0}, {0, 0}},
                           {{2, 2}, {2, 2}},
                           {{4, 4}, {11, 11}},
                           {{7, 7}, {18, 18}}}) {
        CHECK(map.to_original(row.derived) == row.original);
    }
    CHECK(OffsetMap{}.to_original({0, 0}) == Span{});
}

TEST_CASE("where one looks first makes no difference") {
    OffsetMap map;
    for (std::size_t k = 0; k < 40; ++k) {
        map.add_verbatim(10 * k, k % 4);
        map.add_replaced({10 * k + 4, 10 * k + 6}, k % 3);
    }
    for (std::size_t begin = 0; begin <= map.derived_size(); ++begin) {
        for (std::size_t end = begin; end <= map.derived_size(); ++end) {
            for (std::size_t hint = 0; hint <= map.pieces().size(); hint += 7) {
                std::size_t piece = hint;
                REQUIRE(map.to_original({begin, end}, piece) == map.to_original({begin, end}));
            }
        }
    }
}

TEST_CASE("verbatim pieces that meet are one") {
    OffsetMap map;
    map.add_verbatim(5, 2);
    map.add_verbatim(7, 3);
    map.add_verbatim(10, 0);
    CHECK(map.pieces().size() == 1);
    map.add_verbatim(11, 1);
    CHECK(map.pieces().size() == 2);
    map.add_replaced({12, 14}, 0);
    CHECK(map.pieces().size() == 2);
    CHECK(OffsetMap::identity(4).is_identity());
    CHECK(OffsetMap::identity(0).is_identity());
    CHECK(!map.is_identity());
}

TEST_CASE("the tail can be taken away again") {
    OffsetMap map = sample();
    map.drop_tail(1);
    CHECK(map.derived_size() == 6);
    CHECK(map.to_original({4, 6}) == Span{11, 13});
    map.drop_tail(1);
    map.add_replaced({12, 17}, 3);
    CHECK(map.to_original({5, 6}) == Span{12, 17});
    map.drop_tail(1);
    CHECK(map.to_original({5, 7}) == Span{12, 17});
}

TEST_CASE("original ranges are found again in ascending order") {
    struct Row {
        Span original;
        Span derived;
    };
    const OffsetMap map = sample();
    OffsetMap::Follower follower(map);
    for (const Row& row : {Row{{0, 1}, {0, 1}},
                           {{1, 8}, {1, 4}},

                           {{7, 12}, {3, 5}},
                           {{8, 11}, {4, 4}},
                           {{11, 13}, {4, 6}},
                           {{13, 17}, {6, 6}},
                           {{17, 18}, {6, 7}},
                           {{18, 18}, {7, 7}}}) {
        const Span derived = follower.to_derived(row.original);
        CAPTURE(row.original.begin);
        CHECK(derived.begin == row.derived.begin);
        CHECK(derived.end == row.derived.end);
    }
    CHECK(OffsetMap::Follower(map).to_derived({3, 5}) == Span{2, 3});
}

TEST_CASE("maps compose") {
    // derived: "AT&T x" over the middle text "AT&Txyz", itself sample() of the original.
    OffsetMap outer;
    outer.add_verbatim(0, 4);
    outer.add_replaced({4, 6}, 2);
    outer.add_verbatim(6, 1);
    const OffsetMap whole = OffsetMap::compose(outer, sample());
    const OffsetMap inner = sample();
    CHECK(whole.derived_size() == outer.derived_size());
    for (std::size_t begin = 0; begin < whole.derived_size(); ++begin) {
        for (std::size_t end = begin + 1; end <= whole.derived_size(); ++end) {
            CHECK(whole.to_original({begin, end}) == inner.to_original(outer.to_original({begin, end})));
        }
    }
    CHECK(OffsetMap::compose(OffsetMap::identity(7), sample()).to_original({1, 5}) == sample().to_original({1, 5}));
}
