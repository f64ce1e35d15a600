#include "model/utf8.h"

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

/// True at a valid sequence of three bytes that needs no second look: kana, kanji, CJK punctuation, full-width forms.
/// Tried first, since it makes Japanese three times as fast to check.
bool is_common_three(std::string_view text, std::size_t at) {
    if (text.size() - at < 3) return false;
    const std::uint32_t lead = byte_at(text, at);
    if (((lead - 0xE1U) > 0x0BU && lead != 0xEFU)) return false;  // E1..EC, EF: no overlong form, no surrogate
    return ((byte_at(text, at + 1) & 0xC0U) == 0x80U) && ((byte_at(text, at + 2) & 0xC0U) == 0x80U);
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
    std::size_t at = 0;
    while (at < text.size()) {
        while (at + 8 <= text.size()) {  // ASCII eight bytes at a time
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            if ((word & 0x8080808080808080ULL) != 0) break;
            at += 8;
        }
        if (at >= text.size()) break;
        while (is_common_three(text, at)) at += 3;
        if (at >= text.size()) break;
        const std::size_t size = valid_sequence(text, at);
        if (size == 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

}  // namespace hardfacts
