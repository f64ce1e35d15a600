#include "write/json_text.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "model/utf8.h"
#include "write/json_sink.h"

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
constexpr bool is_plain(std::uint64_t word) {
    const auto zero_byte = [](std::uint64_t w) { return (w - every(0x01)) & ~w; };
    const std::uint64_t control = (word - every(0x20)) & ~word;
    return ((word | control | zero_byte(word ^ every('"')) | zero_byte(word ^ every('\\'))) & every(0x80)) == 0;
}

/// True if the first bytes of a word are a sequence of three (kana, Han, most symbols) that is neither overlong nor a
/// surrogate whatever its second byte is: it begins with E1 to EC.
constexpr bool begins_with_common_three(std::uint64_t word) {
    if constexpr (std::endian::native != std::endian::little) return false;
    const std::uint64_t lead = word & 0xFFU;
    return lead - 0xE1U < 0x0CU && (word & 0xC0C000U) == 0x808000U;
}

/// The size of the valid UTF-8 sequence at `at`, a byte above 0x7F; 0 if there is none.
std::size_t sequence_size(std::string_view text, std::size_t at) {
    const unsigned lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0xC2U ? 0 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : lead < 0xF5U ? 4 : 0;
    if (size == 0 || at + size > text.size()) return 0;
    return find_invalid_utf8(text.substr(at, size)) == std::string_view::npos ? size : 0;
}

char* write_escape(char* at, unsigned char c) {
    constexpr char hex[] = "0123456789abcdef";
    *at++ = '\\';
    *at++ = escapes[c];
    if (escapes[c] != 'u') return at;
    *at++ = '0';
    *at++ = '0';
    *at++ = hex[c >> 4U];
    *at++ = hex[c & 0xFU];
    return at;
}

/// Writes the character at `from`, or what stands for it, and passes it. One byte becomes six at most.
char* write_character(char* at, const char*& from, const char* end) {
    const auto c = static_cast<unsigned char>(*from);
    const std::string_view text(from, static_cast<std::size_t>(end - from));
    const std::size_t size = c >= 0x80U ? sequence_size(text, 0) : escapes[c] == 0 ? 1 : 0;
    if (size != 0) {
        for (std::size_t k = 0; k < size; ++k) *at++ = from[k];
    } else if (c < 0x80U) {
        at = write_escape(at, c);
    } else {
        at = std::copy(replacement_character.begin(), replacement_character.end(), at);
    }
    from += size == 0 ? 1 : size;
    return at;
}

constexpr std::size_t longest_escape = 6;

std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

#ifdef __SSE2__
/// A bit for each of sixteen bytes that is not plain.
unsigned special_bytes(__m128i bytes) {
    const __m128i below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));  // and those above 7F: they are negative
    const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
    const __m128i special = _mm_or_si128(_mm_or_si128(below, quote), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
    return static_cast<unsigned>(_mm_movemask_epi8(special));
}

bool is_plain(std::uint64_t first, std::uint64_t last) {
    return special_bytes(_mm_set_epi64x(static_cast<long long>(last), static_cast<long long>(first))) == 0;
}

/// The number of plain characters among the sixteen at `from` before the first that is not; all are written at `at`.
std::size_t move_sixteen(char* at, const char* from) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(at), bytes);
    return static_cast<std::size_t>(std::countr_zero(special_bytes(bytes) | 0x10000U));
}
#else
bool is_plain(std::uint64_t first, std::uint64_t last) { return is_plain(first) && is_plain(last); }

std::size_t move_sixteen(char* at, const char* from) {
    std::memcpy(at, from, 16);
    if (!is_plain(word_at(from))) return 0;
    return is_plain(word_at(from + 8)) ? 16 : 8;
}
#endif

/// Moves what is left of a text, less than sixteen bytes, where all of it is plain; else gives nullptr. By words that
/// overlap, since most strings of a record are no longer.
char* move_rest(char* at, const char* from, std::size_t size) {
    if (size >= 8) {
        const std::uint64_t first = word_at(from);
        const std::uint64_t last = word_at(from + size - 8);
        if (!is_plain(first, last)) return nullptr;
        std::memcpy(at, &first, 8);
        std::memcpy(at + size - 8, &last, 8);
    } else if (size >= 4) {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::memcpy(&first, from, 4);
        std::memcpy(&last, from + size - 4, 4);
        if (!is_plain(first | std::uint64_t{last} << 32U)) return nullptr;
        std::memcpy(at, &first, 4);
        std::memcpy(at + size - 4, &last, 4);
    } else {
        for (std::size_t k = 0; k < size; ++k) {
            const auto c = static_cast<unsigned char>(from[k]);
            if (c >= 0x80U || escapes[c] != 0) return nullptr;
            at[k] = from[k];
        }
    }
    return at + size;
}

/// Writes a piece of a string, many plain characters or one of three bytes at once. `at` has room for sixteen bytes
/// more than the longest text needs.
char* write_piece(char* at, std::string_view text) {
    const char* from = text.data();
    const char* const end = from + text.size();
    while (end - from >= 16) {
        const std::size_t plain = move_sixteen(at, from);
        at += plain;
        from += plain;
        if (plain == 16) continue;
        const char* const special = from;
        while (end - from >= 8 && begins_with_common_three(word_at(from))) {
            std::memcpy(at, from, 4);
            at += 3;
            from += 3;
        }
        if (from == special) at = write_character(at, from, end);
    }
    while (from != end) {
        if (char* behind = move_rest(at, from, static_cast<std::size_t>(end - from))) return behind;
        if (end - from >= 8 && begins_with_common_three(word_at(from))) {
            std::memcpy(at, from, 4);
            at += 3;
            from += 3;
        } else {
            at = write_character(at, from, end);
        }
    }
    return at;
}

/// How far before `end` the character begins that a cut there would divide.
std::size_t cut_off(std::string_view text, std::size_t end) {
    for (std::size_t back = 0; back < 4; ++back) {
        if (is_lead(text[end - back])) return back;
    }
    return 0;
}

constexpr auto pairs_of_digits = [] {
    std::array<char, 200> table{};
    for (std::size_t k = 0; k < 100; ++k) {
        table[2 * k] = static_cast<char>('0' + k / 10);
        table[2 * k + 1] = static_cast<char>('0' + k % 10);
    }
    return table;
}();

}  // namespace

char* write_digits(char* at, std::size_t number) {
    const auto two = [&](std::size_t below_100) {
        std::memcpy(at, &pairs_of_digits[2 * below_100], 2);
        at += 2;
    };
    const auto two_or_less = [&](std::size_t below_100) {
        if (below_100 >= 10) return two(below_100);
        *at++ = static_cast<char>('0' + below_100);
    };
    if (number >= 100'000'000) return std::to_chars(at, at + 20, number).ptr;
    const auto small = static_cast<std::uint32_t>(number);  // divided much faster
    if (small >= 1'000'000) {
        two_or_less(small / 1'000'000);
        two(small / 10'000 % 100);
        two(small / 100 % 100);
    } else if (small >= 10'000) {
        two_or_less(small / 10'000);
        two(small / 100 % 100);
    } else if (small >= 100) {
        two_or_less(small / 100);
    } else {
        two_or_less(small);
        return at;
    }
    two(small % 100);
    return at;
}

void JsonSink::string(std::string_view text) {
    constexpr std::size_t piece = 256;  // of a long text at once, so that room for the worst case stays small
    static_assert(piece * longest_escape + 18 <= most_room);
    if (text.size() <= piece) {
        char* at = room(text.size() * longest_escape + 18);
        *at++ = '"';
        at = write_piece(at, text);
        *at++ = '"';
        return advance_to(at);
    }
    put('"');
    while (!text.empty()) {
        const std::size_t size = text.size() > piece ? piece - cut_off(text, piece) : text.size();
        at_ = write_piece(room(size * longest_escape + 16), text.substr(0, size));
        text.remove_prefix(size);
    }
    put('"');
}

void append_json_string(std::string& out, std::string_view text) { JsonSink(out).string(text); }

void JsonSink::number(std::string_view decimal) {
    const std::size_t point = decimal.find('.');
    const auto all_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const std::string_view whole = decimal.substr(0, point);
    const bool well_formed = all_digits(whole) && (whole == "0" || whole[0] != '0') &&
                             (point == std::string_view::npos || all_digits(decimal.substr(point + 1)));
    for (const char c : well_formed ? decimal : std::string_view("0")) put(c);
}

void append_json_number(std::string& out, std::string_view decimal) { JsonSink(out).number(decimal); }

}  // namespace hardfacts
