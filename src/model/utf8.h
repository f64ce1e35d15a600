// Enters: UTF-8 bytes. Leaves: code points and character classes that readers, fold and scan share.
// Tested in tests/model/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hardfacts {

/// One decoded code point and how many bytes it took.
struct CodePoint {
    char32_t value;
    std::size_t size;
};

/// True at a byte that begins a code point.
constexpr bool is_lead(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

/// Decodes at `at`. REQUIRES: valid UTF-8 and at < text.size() at a lead byte.
CodePoint decode_at(std::string_view text, std::size_t at);
/// The code point that ends at `at`. REQUIRES: valid UTF-8 and 0 < at.
CodePoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& out, char32_t code_point);

/// The offset of the first byte that is not part of valid UTF-8 (no surrogates, nothing above U+10FFFF, no overlong
/// forms), or npos.
std::size_t find_invalid_utf8(std::string_view text);

constexpr bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
constexpr bool is_ascii_alpha(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
constexpr bool is_ascii_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
constexpr bool is_ascii_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
/// Latin letters with marks: U+00C0..U+024F save × and ÷.
constexpr bool is_latin(char32_t c) { return is_ascii_alpha(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7); }
constexpr bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
/// Katakana letters and the prolonged sound mark; not the middle dot.
constexpr bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF); }
constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 ||
           (c >= 0x20000 && c <= 0x3134F);
}

}  // namespace hardfacts
