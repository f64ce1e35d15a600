#include "write/search_words.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "model/utf8.h"
#include "write/valid_text.h"

namespace hardfacts {

namespace {

constexpr bool is_hangul(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF); }

constexpr bool stands_alone(char32_t c) { return is_han(c) || is_hiragana(c) || is_katakana(c) || is_hangul(c); }

std::string compatible_form(std::string_view text) {
    std::string valid = valid_text(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return valid;
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    normalizer->normalizeUTF8(0, icu::StringPiece(valid.data(), static_cast<int32_t>(valid.size())), sink, nullptr,
                              status);
    return U_FAILURE(status) ? valid : out;
}

}  // namespace

void append_search_words(std::string& out, std::string_view text) {
    const std::string folded = compatible_form(text);
    bool after_word = false;  // what stands last belongs to a word of several characters
    for (std::size_t at = 0; at < folded.size();) {
        const CodePoint c = decode_at(folded, at);
        const bool alone = stands_alone(c.value);
        if (alone || !after_word) out += ' ';
        out += std::string_view(folded).substr(at, c.size);
        after_word = !alone;
        at += c.size;
    }
}

}  // namespace hardfacts
