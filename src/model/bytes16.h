// Enters: bytes of a text. Leaves: sixteen of them compared at once. Tested in tests/model/bytes16_test.cpp.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/// The sixteen bytes at `at`, zeros where the text ends. REQUIRES: at <= text.size().
inline Bytes16 load16(std::string_view text, std::size_t at) {
    if (text.size() - at >= sizeof(Bytes16)) return load16(text.data() + at);
    Bytes16 bytes{};
    std::memcpy(&bytes, text.data() + at, text.size() - at);
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

/// A bit for each byte that is set, that of the first the lowest. REQUIRES: every byte is 0 or 0xFF.
template <typename Mask>
std::uint32_t set_bits(Mask mask) {
    static_assert(sizeof mask == 16);
#ifdef __SSE2__
    return static_cast<std::uint32_t>(_mm_movemask_epi8(std::bit_cast<__m128i>(mask)));
#else
    std::uint8_t bytes[16];
    std::memcpy(bytes, &mask, sizeof bytes);
    std::uint32_t bits = 0;
    for (std::uint32_t k = 0; k < sizeof bytes; ++k) bits |= std::uint32_t{bytes[k] & 1U} << k;
    return bits;
#endif
}

}  // namespace hardfacts
