// Enters: bytes of a text. Leaves: sixteen of them compared at once. Tested in tests/model/bytes16_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace hardfacts {

/// Sixteen bytes, compared and joined by ==, <, &, | one by one (an extension that GCC and Clang share); a comparison
/// gives 0xFF where it holds. To pass over what is of no interest: 1 instruction a byte where a table takes 4.
using Bytes16 = std::uint8_t __attribute__((vector_size(16)));

/// REQUIRES: sixteen bytes at `at`.
inline Bytes16 load16(const char* at) {
    Bytes16 bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// The place of the first byte that is set; 16 where none is.
template <typename Mask>
std::size_t first_set(Mask mask) {
    static_assert(sizeof mask == 16);
    std::uint64_t half[2];
    std::memcpy(half, &mask, sizeof half);
    const auto place = [](std::uint64_t bytes) {
        return static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(bytes)
                                                                                   : std::countl_zero(bytes)) /
               8;
    };
    return half[0] != 0 ? place(half[0]) : 8 + place(half[1]);
}

}  // namespace hardfacts
