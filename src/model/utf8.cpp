#include "model/utf8.h"

#include <array>
#include <bit>
#include <cstring>

namespace hardfacts {

namespace {

constexpr std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

/// Size of the valid sequence at `at`, or 0.
std::size_t valid_sequence(std::string_view text, std::size_t at) {
    const std::uint32_t lead = byte_at(text, at);
    const std::size_t left = text.size() - at;
    const auto tail = [&](std::size_t k) { return (byte_at(text, at + k) & 0xC0U) == 0x80U; };
    if (lead < 0x80U) return 1;
    if (lead < 0xC2U || lead > 0xF4U) return 0;
    if (lead < 0xE0U) return left >= 2 && tail(1) ? 2 : 0;
    if (lead < 0xF0U) {
        if (left < 3 || !tail(1) || !tail(2)) return 0;
        const std::uint32_t second = byte_at(text, at + 1);
        if (lead == 0xE0U && second < 0xA0U) return 0;
        if (lead == 0xEDU && second > 0x9FU) return 0;
        return 3;
    }
    if (left < 4 || !tail(1) || !tail(2) || !tail(3)) return 0;
    const std::uint32_t second = byte_at(text, at + 1);
    if (lead == 0xF0U && second < 0x90U) return 0;
    if (lead == 0xF4U && second > 0x8FU) return 0;
    return 4;
}

/// What begins a valid sequence of three bytes whatever its second is: E1..EC, EF, with which neither an overlong form
/// nor a surrogate begins. Kana, kanji, CJK punctuation, full-width forms.
constexpr auto begins_common_three = [] {
    std::array<bool, 256> table{};
    for (std::size_t lead = 0xE1; lead <= 0xEF; ++lead) table[lead] = lead != 0xED && lead != 0xEE;
    return table;
}();

constexpr std::uint64_t little_endian(std::uint64_t word) {
    if constexpr (std::endian::native == std::endian::little) return word;
    return __builtin_bswap64(word);
}

/// Passes pairs of such sequences, two at a time: tried first, since it makes Japanese five times as fast to check.
std::size_t pass_common_threes(std::string_view text, std::size_t at) {
    constexpr std::uint64_t marks = 0xC0C0F0C0C0F0ULL;
    constexpr std::uint64_t common = 0x8080E08080E0ULL;
    while (at + 8 <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        word = little_endian(word);
        if ((word & marks) != common || !begins_common_three[word & 0xFFU] ||
            !begins_common_three[word >> 24U & 0xFFU]) {
            break;
        }
        at += 6;
    }
    return at;
}

}  // namespace

CodePoint decode_at(std::string_view text, std::size_t at) {
    const std::uint32_t lead = byte_at(text, at);
    if (lead < 0x80U) return {lead, 1};
    const auto tail = [&](std::size_t k) { return byte_at(text, at + k) & 0x3FU; };
    if (lead < 0xE0U) return {((lead & 0x1FU) << 6U) | tail(1), 2};
    if (lead < 0xF0U) return {((lead & 0x0FU) << 12U) | (tail(1) << 6U) | tail(2), 3};
    return {((lead & 0x07U) << 18U) | (tail(1) << 12U) | (tail(2) << 6U) | tail(3), 4};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
    std::size_t start = at - 1;
    while (start > 0 && !is_lead(text[start])) --start;
    return {decode_at(text, start).value, at - start};
}

void append_utf8(std::string& out, char32_t c) {
    const auto push = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        push(c);
    } else if (c < 0x800) {
        push(0xC0U | (c >> 6U));
        push(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        push(0xE0U | (c >> 12U));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    } else {
        push(0xF0U | (c >> 18U));
        push(0x80U | ((c >> 12U) & 0x3FU));
        push(0x80U | ((c >> 6U) & 0x3FU));
        push(0x80U | (c & 0x3FU));
    }
}

std::size_t find_invalid_utf8(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at + 16 <= text.size()) {  // ASCII sixteen bytes at a time
            std::array<std::uint64_t, 2> words{};
            std::memcpy(words.data(), text.data() + at, 16);
            if (((words[0] | words[1]) & high_bits) != 0) {
                if ((words[0] & high_bits) == 0) at += 8;
                break;
            }
            at += 16;
        }
        while (at < text.size() && byte_at(text, at) < 0x80U) ++at;
        while (at < text.size() && byte_at(text, at) >= 0x80U) {
            const std::size_t behind = pass_common_threes(text, at);
            const std::size_t size = behind != at ? behind - at : valid_sequence(text, at);
            if (size == 0) return at;
            at += size;
        }
    }
    return std::string_view::npos;
}

}  // namespace hardfacts
