#include "read/charset.h"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "model/utf8.h"

using namespace hardfacts;

namespace {

std::string encode(std::string_view utf8, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(charset, &status);
    REQUIRE(U_SUCCESS(status));
    const auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
    std::string out(utf8.size() * 4 + 16, '\0');
    const int size =
        ucnv_fromUChars(converter, out.data(), static_cast<int>(out.size()), wide.getBuffer(), wide.length(), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

DecodedText decoded(std::string_view bytes, std::string_view forced = "", std::string_view declared = "") {
    auto result = decode_charset(bytes, forced, declared);
    REQUIRE(std::holds_alternative<DecodedText>(result));
    return std::get<DecodedText>(std::move(result));
}

constexpr std::string_view japanese =
    "北辰重工は新型の演算装置を発表した。価格は３億円、出荷は来春の予定。㈱北辰、AI対応。\n";
constexpr std::string_view french = "La société Nordique a annoncé « un accélérateur » à 3 000 € pièce.\n";

}  // namespace

TEST_CASE("each charset is told from its bytes alone, and every character keeps its place") {
    struct Row {
        std::string_view text;
        const char* charset;
        const char* encoding;
    };
    for (const Row row : {Row{japanese, "UTF-8", "UTF-8"},
                          {japanese, "ibm-943_P15A-2003", "Shift_JIS"},
                          {japanese, "EUC-JP", "EUC-JP"},
                          {"北辰重工は新型の演算装置を発表した。\n", "ISO-2022-JP", "ISO-2022-JP"},
                          {japanese, "UTF-16LE", "UTF-16LE"},
                          {japanese, "UTF-16BE", "UTF-16BE"},
                          {french, "windows-1252", "windows-1252"}}) {
        const std::string bytes = encode(row.text, row.charset);
        const DecodedText text = decoded(bytes);
        CHECK(text.encoding == row.encoding);
        CHECK_MESSAGE(text.text == row.text, row.charset);
        if (text.encoding == "UTF-8" || text.encoding == "ISO-2022-JP")
            continue;  // stateful: pieces do not stand alone
        std::size_t character = 0;
        for (std::size_t at = 0; at < text.text.size(); ++character) {
            const std::size_t size = decode_at(text.text, at).size;
            const std::string piece =
                bytes.substr(text.offsets[character], text.offsets[character + 1] - text.offsets[character]);
            CHECK(piece == encode(text.text.substr(at, size), row.charset));
            at += size;
        }
        CHECK(text.offsets.size() == character + 1);
        CHECK(text.offsets.back() == bytes.size());
    }
}

TEST_CASE("a byte order mark decides, and stays in the text") {
    const DecodedText wide = decoded(std::string("\xFF\xFE") + encode("AI半導体", "UTF-16LE"));
    CHECK(wide.encoding == "UTF-16LE");
    CHECK(wide.text == "\uFEFFAI半導体");
    CHECK(decoded("\xEF\xBB\xBFok").text == "\uFEFFok");
}

TEST_CASE("what the user says goes first; what the file says of itself counts where it fits") {
    const std::string bytes = encode("ｱｲｳ", "ibm-943_P15A-2003");
    CHECK(decoded(bytes, "", "Shift_JIS").text == "ｱｲｳ");
    CHECK(decoded(encode(japanese, "EUC-JP"), "", "Shift_JIS").encoding == "EUC-JP");
    CHECK(decoded(bytes, "cp932").encoding == "Shift_JIS");
    CHECK(std::get<CharsetFault>(decode_charset("x", "no-such-charset", "")).unknown_name);
    CHECK(std::get<CharsetFault>(decode_charset("ab\xFF", "UTF-8", "")).offset == 2);
}

TEST_CASE("damaged UTF-8 is told, not guessed at") {
    std::string bytes(japanese);
    bytes[4] = 'x';
    const auto result = decode_charset(bytes, "", "");
    REQUIRE(std::holds_alternative<CharsetFault>(result));
    CHECK(std::get<CharsetFault>(result).encoding == "UTF-8");
    CHECK(std::get<CharsetFault>(result).offset == 3);
}

TEST_CASE("binary data is no text in any charset") {
    std::string noise;
    unsigned state = 12345;
    for (int k = 0; k < 4096; ++k) {
        state = state * 1103515245U + 12345U;
        noise.push_back(static_cast<char>(state >> 16U));
    }
    CHECK(std::holds_alternative<CharsetFault>(decode_charset(noise, "", "")));
}

TEST_CASE("a few bytes are not enough to guess by") {
    struct Row {
        const char* bytes;
        const char* encoding;  ///< empty: none
    };
    for (const Row& row : {Row{"Soci\xE9t\xE9 G\xE9n\xE9rale buys chips\n", "windows-1252"},
                           {"caf\xE9\n", "windows-1252"},
                           {"{\"text\":\"\xE3\x81\"}", ""},
                           {"plain text with one bad byte \x81 in it", ""},
                           {"\x89\xBF\x8Ai", ""},
                           {"\x89\xBF\x8Ai\x82\xCD", "Shift_JIS"}}) {
        const auto result = decode_charset(row.bytes, "", "");
        const auto* text = std::get_if<DecodedText>(&result);
        CHECK_MESSAGE((text == nullptr ? "" : text->encoding) == row.encoding, row.bytes);
    }
}
