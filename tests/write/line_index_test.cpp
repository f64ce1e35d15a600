#include "write/line_index.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "model/utf8.h"

using namespace hardfacts;

TEST_CASE("the line of every character is what counting line feeds before it gives") {
    for (const std::string source : {"", "a", "\n", "一行。\n二行目\n\nここ", "a\r\nb\r\n", "😀\n😀\n"}) {
        const LineIndex lines(source);
        std::size_t character = 0;
        for (std::size_t at = 0; at < source.size(); at += decode_at(source, at).size, ++character) {
            const auto breaks = std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            CHECK(lines.line_of(character) == static_cast<std::size_t>(breaks) + 1);
        }
        CHECK(lines.line_of(character) == 0);
        CHECK(lines.line_of(character + 100) == 0);
    }
}
