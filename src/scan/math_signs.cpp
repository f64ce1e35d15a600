#include "scan/math_signs.h"

#include <algorithm>

#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::is_digit;
using numeral::is_letter;

namespace {

constexpr std::size_t reach = 120;

/// `-100`, `25%`, `1.75`, or something with a command, an index, a power or a relation.
bool looks_math(std::string_view inside) {
    if (inside.find_first_of("\\^_{}=<>") != std::string_view::npos) return true;
    const bool number = std::all_of(inside.begin(), inside.end(), [](char c) {
        return is_digit(c) || c == '.' || c == ',' || c == '%' || c == '-' || c == '+';
    });
    return number && std::any_of(inside.begin(), inside.end(), is_digit) && inside.back() != '-' &&
           inside.back() != '+' && inside.back() != ',';
}

/// The end of the formula that the `$` at `at` begins; 0 where it begins none.
std::size_t math_end(std::string_view text, std::size_t at) {
    const char next = byte_at(text, at + 1);
    if (next == ' ' || next == '$' || next == '\0') return 0;
    const std::size_t close = text.find('$', at + 1);
    if (close == std::string_view::npos || close - at > reach) return 0;
    if (text[close - 1] == ' ' || is_digit(byte_at(text, close + 1))) return 0;
    const std::string_view inside = text.substr(at + 1, close - at - 1);
    return inside.find('\n') == std::string_view::npos && looks_math(inside) ? close : 0;
}

}  // namespace

bool delimits_math(std::string_view text, std::size_t begin, std::size_t at) {
    if (math_end(text, at) != 0) return true;
    if (at == begin) return false;
    std::size_t open = at > begin + reach ? at - reach : begin;
    // The first sign within reach may end a formula: pairs are counted from the sign before `at` that begins one.
    for (open = text.find('$', open); open < at; open = text.find('$', open + 1)) {
        const std::size_t close = math_end(text, open);
        if (close == at) return true;
        if (close != 0) open = close;
    }
    return false;
}

}  // namespace hardfacts
