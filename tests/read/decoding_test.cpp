#include "read/decoding.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace hardfacts;

namespace {

/// What is read of `bytes` as UTF-8, or the fault.
std::string utf8_of(const std::string& bytes, const std::string& encoding = "", std::string_view declared = "",
                    std::size_t most = 1000) {
    std::istringstream in(bytes);
    ByteSource source(in, most);
    InputOptions options;
    options.encoding = encoding;
    std::string out = "(nothing)";
    read_as_utf8(
        source, options, declared, [&](Diagnostic&& fault) { out = fault.code; },
        [&](ByteSource& utf8) { out = utf8.rest(); });
    return out;
}

}  // namespace

TEST_CASE("a stream in any charset becomes one of UTF-8") {
    using namespace std::string_literals;
    CHECK(utf8_of("plain") == "plain");
    CHECK(utf8_of("トラ") == "トラ");
    CHECK(utf8_of("\x83\x67\x83\x89", "Shift_JIS") == "トラ");
    CHECK(utf8_of("\x83\x67\x83\x89", "", "Shift_JIS") == "トラ");
    CHECK(utf8_of("\xFF\xFE\x68\x30"s) == "\uFEFFと");
    CHECK(utf8_of("\x83\x67", "no-such") == "read.charset");
    CHECK(utf8_of("\xFF", "EUC-JP") == "read.charset");
    CHECK(utf8_of(std::string(2000, '\xE9'), "latin1") == "read.too_large");
}

TEST_CASE("damaged UTF-8 goes on as it is: its records are told one by one") {
    CHECK(utf8_of("トラ\xFF") == "トラ\xFF");
    CHECK(utf8_of("トラ\xE3\x81") == "トラ\xE3\x81");
    const std::string cut = std::string(64 * 1024 - 1, 'x') + "トラ";  // a character stands across the end of the look
    CHECK(utf8_of(cut, "", "", 1 << 20) == cut);
}
