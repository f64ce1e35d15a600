// Enters: a stretch of text. Leaves: the places where a word or a character begins. Tested in
// tests/knowledge/text_finder_test.cpp against a look at every byte.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "model/bytes16.h"
#include "model/span.h"

namespace hardfacts {

/// Calls each(place) for every place in `range` of `text` at which a character begins and no Latin word (ASCII letters
/// and digits) goes on; `inside_word`: the byte before the range is one of a word. Sixteen bytes at a time: byte by
/// byte, this took as long as all that was done at the places found.
template <typename Each>
void each_start(std::string_view text, Span range, bool inside_word, Each each) {
    constexpr std::size_t block = sizeof(Bytes16);
    std::uint32_t before = inside_word ? 1 : 0;
    for (std::size_t at = range.begin; at < range.end; at += block) {
        const Bytes16 bytes = load16(text, at);
        const Bytes16 letters = (bytes | 0x20) - 'a', digits = bytes - '0';
        const std::uint32_t words = set_bits((letters < 26) | (digits < 10));
        const std::uint32_t insides = set_bits((bytes & 0xC0) == 0x80);
        std::uint32_t starts = ~(insides | (words & (words << 1U | before))) & 0xFFFFU;
        before = words >> (block - 1);
        if (range.end - at < block) starts &= (1U << (range.end - at)) - 1;
        for (; starts != 0; starts &= starts - 1) each(at + static_cast<std::size_t>(std::countr_zero(starts)));
    }
}

}  // namespace hardfacts
