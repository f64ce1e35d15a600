#include "resolve/language.h"

#include "model/utf8.h"

namespace hardfacts {

namespace {

/// The share of English reading matter, in percent, from which a text with some Japanese is "mixed", then "en".
constexpr std::size_t mixed_from = 25;
constexpr std::size_t english_from = 90;
/// Letters of Latin script that carry about as much as one kana or kanji.
constexpr std::size_t letters_per_character = 3;

}  // namespace

const char* language_of(std::string_view text) {
    std::size_t kana = 0;
    std::size_t han = 0;
    std::size_t latin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            latin += is_ascii_alpha(byte) ? 1U : 0U;
            ++at;
            continue;
        }
        const auto [c, size] = decode_at(text, at);
        if (is_hiragana(c) || is_katakana(c)) {
            ++kana;
        } else if (is_han(c)) {
            ++han;
        }
        at += size;
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
