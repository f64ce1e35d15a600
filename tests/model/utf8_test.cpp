#include "model/utf8.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("every code point is written and read back") {
    for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 251) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text = "x";
        append_utf8(text, c);
        REQUIRE(find_invalid_utf8(text) == std::string_view::npos);
        const CodePoint forward = decode_at(text, 1);
        REQUIRE(forward.value == c);
        REQUIRE(forward.size == text.size() - 1);
        const CodePoint back = decode_before(text, text.size());
        REQUIRE(back.value == c);
        REQUIRE(back.size == forward.size);
    }
}

namespace {

/// The four-line version: decode by the book, and see whether writing gives the same bytes.
std::size_t naive_find_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + size > text.size() || (lead >= 0x80 && lead < 0xC0)) return at;
        const char32_t c = decode_at(text, at).value;
        std::string again;
        if (c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF)) append_utf8(again, c);
        if (again != text.substr(at, size)) return at;
        at += size;
    }
    return std::string_view::npos;
}

}  // namespace

TEST_CASE("the first invalid byte is found") {
    struct Row {
        std::string bytes;
        std::size_t at;
    };
    constexpr std::size_t fine = std::string_view::npos;
    for (const Row& row : {Row{"", fine},
                           {"plain ascii, more than eight bytes", fine},
                           {"日本語とASCIIと😀", fine},
                           {"\xEF\xBF\xBD", fine},
                           {"\xC0\x80", 0},
                           {"\xC1\xBF", 0},
                           {"\xE0\x80\x80", 0},
                           {"\xE0\xA0\x80", fine},
                           {"\xED\x9F\xBF", fine},
                           {"\xED\xA0\x80", 0},
                           {"\xF0\x80\x80\x80", 0},
                           {"\xF4\x8F\xBF\xBF", fine},
                           {"\xF4\x90\x80\x80", 0},
                           {"\xF5\x80\x80\x80", 0},
                           {"abc\x80", 3},
                           {"あ\xE3\x81", 3},
                           {"あ\xE3\x81あ", 3},
                           {"ああああ\xFFあ", 12},
                           {"12345678\xE3\x81", 8},
                           {"あ\xF0\x9F\x98", 3},
                           {"é\xC3", 2}}) {
        CHECK_MESSAGE(find_invalid_utf8(row.bytes) == row.at, row.bytes);
    }
}

TEST_CASE("the fast check agrees with the naive one") {
    const std::string sample = "ab日本語éß😀。\xE0\xA0\x80\xED\x9F\xBF\xEF\xBF\xBDzyxwvutsrq";
    for (std::size_t at = 0; at < sample.size(); ++at) {
        for (const int byte :
             {0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE3, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF}) {
            std::string broken = sample;
            broken[at] = static_cast<char>(byte);
            CHECK(find_invalid_utf8(broken) == naive_find_invalid(broken));
            broken.resize(at + 1);
            CHECK(find_invalid_utf8(broken) == naive_find_invalid(broken));
        }
    }
}

TEST_CASE("classes of characters") {
    CHECK(is_hiragana(U'あ'));
    CHECK(!is_hiragana(U'ア'));
    CHECK(is_katakana(U'ア'));
    CHECK(is_katakana(U'ー'));
    CHECK(!is_katakana(U'・'));
    CHECK(is_han(U'漢'));
    CHECK(is_han(U'々'));
    CHECK(!is_han(U'あ'));
    CHECK(is_latin(U'é'));
    CHECK(!is_latin(U'×'));
    CHECK(!is_latin(U'÷'));
    CHECK(!is_ascii_alpha(U'Ａ'));
}
