// Any bytes, decoded by every charset: no crash; what comes out is UTF-8 with an ascending place for each character,
// and the bytes at a character's place are that character.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "model/utf8.h"
#include "read/charset.h"

namespace {

using namespace hardfacts;

[[noreturn]] void broken(const char* what, const std::string& encoding) {
    std::fprintf(stderr, "%s: %s\n", encoding.c_str(), what);
    std::abort();
}

/// The characters that stand alone in their charset: no escapes decide what they are.
void check_characters(std::string_view bytes, const DecodedText& text) {
    if (text.encoding.starts_with("ISO-2022")) return;
    constexpr std::size_t looked_at = 64;
    std::size_t at = 0;
    for (std::size_t k = 0; k < looked_at && at < text.text.size(); ++k) {
        const std::size_t size = decode_at(text.text, at).size;
        const std::size_t from = text.offsets[k];
        const auto again = decode_charset(bytes.substr(from, text.offsets[k + 1] - from), text.encoding, "");
        const auto* one = std::get_if<DecodedText>(&again);
        if (one == nullptr || one->text != text.text.substr(at, size)) {
            broken("a character is not at its place", text.encoding);
        }
        at += size;
    }
}

void check(std::string_view bytes, const DecodedText& text) {
    if (find_invalid_utf8(text.text) != std::string_view::npos) broken("not UTF-8", text.encoding);
    if (text.offsets.empty()) {
        if (text.text != bytes) broken("UTF-8 was changed", text.encoding);
        return;
    }
    std::size_t characters = 0;
    for (const char c : text.text) characters += is_lead(c) ? 1U : 0U;
    if (text.offsets.size() != characters + 1) broken("places are not one a character", text.encoding);
    if (text.offsets.back() != bytes.size()) broken("the last place is not the end", text.encoding);
    for (std::size_t k = 1; k < text.offsets.size(); ++k) {
        if (text.offsets[k] <= text.offsets[k - 1] && k + 1 < text.offsets.size()) {
            broken("places do not ascend", text.encoding);
        }
    }
    check_characters(bytes, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const char* forced : {"", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE", "windows-1252"}) {
        const auto decoded = decode_charset(bytes, forced, size % 2 == 0 ? "EUC-JP" : "");
        if (const auto* text = std::get_if<DecodedText>(&decoded)) check(bytes, *text);
    }
    return 0;
}
