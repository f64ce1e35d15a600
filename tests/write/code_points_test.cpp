#include "write/code_points.h"

#include <doctest/doctest.h>

#include <string>

#include "model/utf8.h"

using namespace hardfacts;

TEST_CASE("parts by code points are those that counting from the beginning finds") {
    std::string text;
    for (int k = 0; k < 60; ++k) text += "a富é😀\r\n";
    const CodePoints points(text);
    CHECK(points.size() == 360);
    const auto byte_of = [&](std::size_t character) {
        std::size_t at = 0;
        for (; character != 0; --character) at += decode_at(text, at).size;
        return at;
    };
    for (std::size_t begin = 0; begin <= 360; begin += 7) {
        for (std::size_t end = begin; end <= 360; end += 11) {
            CHECK(points.slice({begin, end}) == text.substr(byte_of(begin), byte_of(end) - byte_of(begin)));
        }
    }
}

TEST_CASE("what lies behind the end is left out") {
    const CodePoints points("富岳");
    CHECK(points.slice({1, 9}) == "岳");
    CHECK(points.slice({2, 3}) == "");
    CHECK(points.slice({5, 9}) == "");
    CHECK(points.slice({2, 1}) == "");
    CHECK(CodePoints("").slice({0, 1}) == "");
}
