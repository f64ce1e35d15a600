// Enters: bytes. Leaves: their SHA-256, whole or cut, in hexadecimal. Tested in tests/resolve/hash_test.cpp.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace hardfacts {

/// SHA-256 (FIPS 180-4) of `bytes`, 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The first `digits` hexadecimal digits of the SHA-256 of the parts, each behind its length, so that no two lists
/// of parts run together. REQUIRES: digits <= 64.
std::string hash_parts(std::initializer_list<std::string_view> parts, std::size_t digits);

}  // namespace hardfacts
