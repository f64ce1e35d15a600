#include "resolve/language.h"

#include <array>
#include <cstdint>

#include "model/utf8.h"

namespace hardfacts {

namespace {

/// The share of English reading matter, in percent, from which a text with some Japanese is "mixed", then "en".
constexpr std::size_t mixed_from = 25;
constexpr std::size_t english_from = 90;
/// Letters of Latin script that carry about as much as one kana or kanji.
constexpr std::size_t letters_per_character = 3;

/// What a byte that begins a character says of it. Under E3 stand kana and, from 90 on, kanji.
enum class Script : std::uint8_t { none, latin, han, see_second };

constexpr auto script_of_lead = [] {
    std::array<Script, 256> table{};
    for (std::size_t c = 0; c < 0x80; ++c) {
        if (is_ascii_alpha(static_cast<char32_t>(c))) table[c] = Script::latin;
    }
    for (std::size_t c = 0xE4; c <= 0xE9; ++c) table[c] = Script::han;
    table[0xE3] = Script::see_second;
    return table;
}();

}  // namespace

const char* language_of(std::string_view text) {
    std::size_t kana = 0;
    std::size_t han = 0;
    std::size_t latin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (script_of_lead[static_cast<unsigned char>(text[at])]) {
            case Script::none: break;
            case Script::latin: ++latin; break;
            case Script::han:
                ++han;
                at += 2;
                break;
            case Script::see_second: {
                const auto second = static_cast<unsigned char>(text[at + 1]);
                kana += second >= 0x81 && second <= 0x83 ? 1U : 0U;
                han += second >= 0x90 ? 1U : 0U;
                at += 2;
                break;
            }
        }
    }
    const std::size_t japanese = kana + han;
    const std::size_t english = latin / letters_per_character;
    if (japanese + english == 0) return "other";
    const std::size_t share = 100 * english / (japanese + english);
    if (share >= english_from) return "en";
    if (kana * 20 < japanese) return "other";  // Chinese: Japanese prose is never without kana
    return share >= mixed_from ? "mixed" : "ja";
}

}  // namespace hardfacts
