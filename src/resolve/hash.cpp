#include "resolve/hash.h"

#include <openssl/evp.h>

#include <array>
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

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestInit_ex2(context.get(), sha256(), nullptr);
    EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    std::string hex;
    hex.reserve(2 * std::size_t{size});
    for (unsigned k = 0; k < size; ++k) {
        hex.push_back("0123456789abcdef"[digest[k] >> 4U]);
        hex.push_back("0123456789abcdef"[digest[k] & 0x0FU]);
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
