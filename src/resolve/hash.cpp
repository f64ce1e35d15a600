#include "resolve/hash.h"

#include <nettle/sha2.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <limits>

namespace hardfacts {

namespace {

/// The first `digits` hexadecimal digits of the SHA-256.
std::string digest_hex(std::string_view bytes, std::size_t digits) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string hex(digits, '0');
    for (std::size_t k = 0; k < digits; ++k) {
        const unsigned byte = digest[k / 2];
        hex[k] = "0123456789abcdef"[k % 2 == 0 ? byte >> 4U : byte & 0x0FU];
    }
    return hex;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return digest_hex(bytes, 64); }

std::string hash_parts(std::initializer_list<std::string_view> parts, std::size_t digits) {
    std::size_t size = 0;
    for (const std::string_view part : parts) size += part.size() + std::numeric_limits<std::size_t>::digits10 + 2;
    std::string joined;
    joined.reserve(size);
    for (const std::string_view part : parts) {
        std::array<char, std::numeric_limits<std::size_t>::digits10 + 1> length{};
        const auto written = std::to_chars(length.data(), length.data() + length.size(), part.size());
        joined.append(length.data(), written.ptr);
        joined += ':';
        joined += part;
    }
    return digest_hex(joined, digits);
}

}  // namespace hardfacts
