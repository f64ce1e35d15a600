#include "model/bytes16.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace hardfacts {

TEST_CASE("the first byte set is the one a loop finds") {
    for (std::size_t first = 0; first <= 16; ++first) {
        for (std::size_t second = first; second <= 16; ++second) {
            CAPTURE(first);
            CAPTURE(second);
            std::string bytes(17, 'a');
            if (first < 16) bytes[first] = '\xE3';
            if (second < 16) bytes[second] = '\xE3';
            CHECK(first_set(load16(bytes.data()) == 0xE3) == first);
            CHECK(first_set(load16(bytes.data()) >= 0x80) == first);
        }
    }
}

TEST_CASE("behind the end of a text stand zeros") {
    const std::string text = "abcdefghijklmnopqrst";
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const Bytes16 bytes = load16(text, at);
        for (std::size_t k = 0; k < 16; ++k) {
            CHECK(bytes[k] == (at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0));
        }
    }
}

TEST_CASE("the bits are those of the bytes that are set") {
    for (std::uint32_t wanted : {0U, 1U, 0x8000U, 0xFFFFU, 0x5A3CU}) {
        CAPTURE(wanted);
        std::string bytes(16, 'a');
        for (std::size_t k = 0; k < 16; ++k) {
            if ((wanted >> k & 1U) != 0) bytes[k] = 'b';
        }
        CHECK(set_bits(load16(bytes.data()) == 'b') == wanted);
    }
}

}  // namespace hardfacts
