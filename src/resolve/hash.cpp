#include "resolve/hash.h"

#include <openssl/evp.h>

#include <array>
#include <charconv>
#include <limits>
#include <memory>

namespace hardfacts {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// The algorithm, looked up once: OpenSSL 3 takes longer to find it by name than to hash a fact's id.
const EVP_MD* sha256() {
    static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

/// The first `digits` hexadecimal digits of the SHA-256.
std::string digest_hex(std::string_view bytes, std::size_t digits) {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    EVP_DigestInit_ex2(context.get(), sha256(), nullptr);
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), nullptr);
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
