#include "resolve/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace hardfacts {

namespace {

/// The share of English reading matter, in percent, from which a text with some Japanese is "mixed", then "en".
constexpr std::size_t mixed_from = 25;
constexpr std::size_t english_from = 90;
/// Letters of Latin script that carry about as much as one kana or kanji.
constexpr std::size_t letters_per_character = 3;

struct Counts {
    std::size_t kana = 0;
    std::size_t han = 0;
    std::size_t latin = 0;
};

constexpr std::size_t piece = 240;

/// Counts the bytes at `at`, `piece` of them, with a look at one more. In sums of a byte each, so that the compiler
/// works on as many bytes at once as the machine can: a table of scripts, byte by byte, took four times as long.
void count_piece(const unsigned char* at, Counts& counts) {
    std::uint8_t kana = 0;
    std::uint8_t han = 0;
    std::uint8_t latin = 0;
    for (std::size_t k = 0; k < piece; ++k) {
        const std::uint8_t c = at[k];
        const std::uint8_t second = at[k + 1];
        const auto letter = static_cast<std::uint8_t>((c | 0x20U) - 'a');
        const auto lead = static_cast<std::uint8_t>(c - 0xE4U);
        const auto row = static_cast<std::uint8_t>(second - 0x81U);
        const std::uint8_t is_latin = letter < 26 ? 1 : 0;
        const std::uint8_t is_han = lead < 6 ? 1 : 0;
        const std::uint8_t is_mixed = c == 0xE3 ? 1 : 0;  // under E3 stand kana and, from 90 on, kanji
        const std::uint8_t in_han = second >= 0x90 ? 1 : 0;
        const std::uint8_t in_kana = row < 3 ? 1 : 0;
        latin = static_cast<std::uint8_t>(latin + is_latin);
        han = static_cast<std::uint8_t>(han + is_han);
        han = static_cast<std::uint8_t>(han + (is_mixed & in_han));
        kana = static_cast<std::uint8_t>(kana + (is_mixed & in_kana));
    }
    counts.kana += kana;
    counts.han += han;
    counts.latin += latin;
}

/// By what the byte that begins a character says of it; those within one are none of these.
Counts count_scripts(std::string_view text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    Counts counts;
    std::size_t at = 0;
    for (; at + piece < text.size(); at += piece) count_piece(bytes + at, counts);
    std::array<unsigned char, piece + 1> last{};
    std::copy(bytes + at, bytes + text.size(), last.begin());
    count_piece(last.data(), counts);
    return counts;
}

}  // namespace

const char* language_of(std::string_view text) {
    const auto [kana, han, latin] = count_scripts(text);
    const std::size_t japanese = kana + han;
    const std::size_t english = latin / letters_per_character;
    if (japanese + english == 0) return "other";
    const std::size_t share = 100 * english / (japanese + english);
    if (share >= english_from) return "en";
    if (kana * 20 < japanese) return "other";  // Chinese: Japanese prose is never without kana
    return share >= mixed_from ? "mixed" : "ja";
}

}  // namespace hardfacts
