#include "resolve/positions.h"

#include <doctest/doctest.h>

#include <string>

#include "model/utf8.h"

using namespace hardfacts;

namespace {

/// The obvious way: count from the start.
SourceSpan counted(std::string_view source, Span byte) {
    const auto count = [&](std::size_t offset) {
        std::pair<std::size_t, std::size_t> n{0, 0};
        for (std::size_t at = 0; at < offset;) {
            const auto [c, size] = decode_at(source, at);
            n.first += 1;
            n.second += c > 0xFFFF ? 2 : 1;
            at += size;
        }
        return n;
    };
    const auto begin = count(byte.begin);
    const auto end = count(byte.end);
    return {byte, {begin.first, end.first}, {begin.second, end.second}};
}

}  // namespace

TEST_CASE("positions agree with counting from the start, at every code point of every kind of text") {
    std::string mixed;
    for (int k = 0; k < 200; ++k) mixed += k % 7 == 0 ? "😀" : (k % 3 == 0 ? "基" : (k % 5 == 0 ? "é" : "a"));
    for (const std::string& source : {std::string(), std::string("plain ASCII"), std::string(600, 'x'), mixed}) {
        const SourcePositions positions(source);
        for (std::size_t begin = 0; begin <= source.size(); ++begin) {
            if (begin < source.size() && !is_lead(source[begin])) continue;
            const Span span{begin, source.size()};
            const SourceSpan got = positions.locate(span);
            const SourceSpan want = counted(source, span);
            REQUIRE(got.byte == want.byte);
            REQUIRE(got.character == want.character);
            REQUIRE(got.utf16 == want.utf16);
        }
    }
}
