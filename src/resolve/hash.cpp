#include "resolve/hash.h"

#include <openssl/sha.h>

namespace hardfacts {

std::string sha256_hex(std::string_view bytes) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
    std::string hex;
    hex.reserve(2 * SHA256_DIGEST_LENGTH);
    for (const unsigned char byte : digest) {
        hex.push_back("0123456789abcdef"[byte >> 4U]);
        hex.push_back("0123456789abcdef"[byte & 0x0FU]);
    }
    return hex;
}

std::string hash_parts(std::initializer_list<std::string_view> parts, std::size_t digits) {
    std::string joined;
    for (const std::string_view part : parts) {
        joined += std::to_string(part.size());
        joined += ':';
        joined += part;
    }
    return sha256_hex(joined).substr(0, digits);
}

}  // namespace hardfacts
