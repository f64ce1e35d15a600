#include "write/json_text.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// What stands for an ASCII character inside a JSON string: itself (0), \ and a letter, or \u00XX ('u').
constexpr std::array<char, 128> escapes = [] {
    std::array<char, 128> table{};
    for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

constexpr std::uint64_t every(std::uint64_t byte) { return byte * 0x0101010101010101ULL; }

/// True if all eight bytes are ASCII characters that stand for themselves: no high bit, none below 0x20, no " and no \.
bool eight_plain(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    const auto zero_byte = [](std::uint64_t w) { return (w - every(0x01)) & ~w; };
    const std::uint64_t control = (word - every(0x20)) & ~word;
    return ((word | control | zero_byte(word ^ every('"')) | zero_byte(word ^ every('\\'))) & every(0x80)) == 0;
}

/// The size of the valid UTF-8 sequence at `at`, a byte above 0x7F; 0 if there is none.
std::size_t sequence_size(std::string_view text, std::size_t at) {
    const unsigned lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC2U ? 0 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : lead < 0xF5U ? 4 : 0;
    if (size == 0 || at + size > text.size()) return 0;
    return find_invalid_utf8(text.substr(at, size)) == std::string_view::npos ? size : 0;
}

/// The end of the run of three-byte sequences (kana, Han, most symbols) at `at`. What begins with E1 to EC is neither
/// overlong nor a surrogate.
std::size_t behind_cjk(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + k])); };
    while (at + 3 <= text.size() && byte(0) - 0xE1U < 0x0CU && (((byte(1) << 8U | byte(2)) & 0xC0C0U) == 0x8080U))
        at += 3;
    return at;
}

void append_escape(std::string& out, unsigned char c) {
    constexpr char hex[] = "0123456789abcdef";
    out += '\\';
    out += escapes[c];
    if (escapes[c] != 'u') return;
    out += "00";
    out += hex[c >> 4U];
    out += hex[c & 0xFU];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t copied = 0;
    std::size_t at = 0;
    const auto copy = [&] { out.append(text, copied, at - copied); };
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80U && at + 8 <= text.size() && eight_plain(text.data() + at)) {
            at += 8;
            continue;
        }
        if (c > 0xE0U && c < 0xEDU) {
            const std::size_t from = at;
            at = behind_cjk(text, at);
            if (at != from) continue;
        }
        const std::size_t size = c >= 0x80U ? sequence_size(text, at) : escapes[c] == 0 ? 1 : 0;
        at += size;
        if (size != 0) continue;
        copy();
        if (c < 0x80U)
            append_escape(out, c);
        else
            out += replacement_character;
        copied = ++at;
    }
    copy();
    out += '"';
}

void append_json_number(std::string& out, std::string_view decimal) {
    const std::size_t point = decimal.find('.');
    const auto all_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const std::string_view whole = decimal.substr(0, point);
    const bool well_formed = all_digits(whole) && (whole == "0" || whole[0] != '0') &&
                             (point == std::string_view::npos || all_digits(decimal.substr(point + 1)));
    out += well_formed ? decimal : std::string_view("0");
}

void append_digits(std::string& out, std::size_t number) {
    std::array<char, 20> digits;
    out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

}  // namespace hardfacts
