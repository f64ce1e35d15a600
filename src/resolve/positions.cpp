#include "resolve/positions.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace hardfacts {

namespace {

constexpr std::size_t stride = 64;
/// Counts of some bytes: those within a code point, and those that begin one of four bytes (a UTF-16 pair).
struct Bytes {
    std::size_t inner = 0;
    std::size_t pairs = 0;
};

/// In sums of a byte each, so that the compiler takes as many bytes at once as the machine can.
/// REQUIRES: bytes.size() <= 255.
Bytes count_bytes(const char* at, std::size_t size) {
    std::uint8_t inner = 0;
    std::uint8_t pairs = 0;
    for (std::size_t k = 0; k < size; ++k) {
        const auto byte = static_cast<unsigned char>(at[k]);
        inner = static_cast<std::uint8_t>(inner + ((byte & 0xC0U) == 0x80U ? 1U : 0U));
        pairs = static_cast<std::uint8_t>(pairs + (byte >= 0xF0U ? 1U : 0U));
    }
    return {inner, pairs};
}

constexpr std::uint64_t every_byte = 0x0101010101010101ULL;

/// The number of bytes of `bits` that are 1. REQUIRES: each is 0 or 1.
constexpr std::size_t sum_bytes(std::uint64_t bits) { return static_cast<std::size_t>(bits * every_byte >> 56U); }

void count_word(std::uint64_t word, Bytes& bytes) {
    bytes.inner += sum_bytes(word >> 7U & ~word >> 6U & every_byte);
    bytes.pairs += sum_bytes(word >> 7U & word >> 6U & word >> 5U & word >> 4U & every_byte);
}

/// The same for a short stretch of any size, a word at a time; `readable` bytes may be looked at.
Bytes count_few(const char* at, std::size_t size, std::size_t readable) {
    Bytes bytes;
    std::uint64_t word = 0;
    for (; size >= sizeof word; at += sizeof word, size -= sizeof word, readable -= sizeof word) {
        std::memcpy(&word, at, sizeof word);
        count_word(word, bytes);
    }
    if (size == 0) return bytes;
    if (std::endian::native == std::endian::little && readable >= sizeof word) {
        std::memcpy(&word, at, sizeof word);
        word &= (std::uint64_t{1} << 8U * size) - 1;
    } else {
        word = 0;
        for (std::size_t k = 0; k < size; ++k) word |= std::uint64_t{static_cast<unsigned char>(at[k])} << 8U * k;
    }
    // The bytes that are not there count as ASCII.
    count_word(word, bytes);
    return bytes;
}

bool is_ascii(std::string_view text) {
    unsigned high = 0;
    for (const char c : text) high |= static_cast<unsigned char>(c);
    return high < 0x80U;
}

}  // namespace

SourcePositions::SourcePositions(std::string_view source, std::span<const std::uint32_t> byte_offsets)
    : source_(source), byte_offsets_(byte_offsets) {
    if (byte_offsets.empty() && is_ascii(source)) return;
    checkpoints_.reserve(source.size() / stride + 1);
    Count count{0, 0};
    std::size_t at = 0;
    for (; at + stride <= source.size(); at += stride) {
        checkpoints_.push_back(count);
        const Bytes bytes = count_bytes(source.data() + at, stride);
        count.characters += stride - bytes.inner;
        count.units += stride - bytes.inner + bytes.pairs;
    }
    if (at < source.size()) checkpoints_.push_back(count);
}

SourcePositions::Count SourcePositions::count_from(Count before, std::size_t from, std::size_t to) const {
    const Bytes bytes = count_few(source_.data() + from, to - from, source_.size() - from);
    const std::size_t characters = to - from - bytes.inner;
    return {before.characters + characters, before.units + characters + bytes.pairs};
}

SourcePositions::Count SourcePositions::count_to(std::size_t offset) const {
    if (source_.empty()) return {0, 0};
    const std::size_t block = std::min(offset / stride, checkpoints_.size() - 1);
    return count_from(checkpoints_[block], block * stride, offset);
}

SourceSpan SourcePositions::locate(Span byte) const {
    if (checkpoints_.empty()) return {byte, byte, byte};
    const Count begin = count_to(byte.begin);
    const Count end = byte.size() <= stride ? count_from(begin, byte.begin, byte.end) : count_to(byte.end);
    const Span original =
        byte_offsets_.empty() ? byte : Span{byte_offsets_[begin.characters], byte_offsets_[end.characters]};
    return {original, {begin.characters, end.characters}, {begin.units, end.units}};
}

}  // namespace hardfacts
