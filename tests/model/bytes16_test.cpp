#include "model/bytes16.h"

#include <doctest/doctest.h>

#include <cstddef>
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

}  // namespace hardfacts
