#include "write/xlsx_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

#include "model/utf8.h"
#include "write/clean_text.h"

namespace hardfacts {

namespace {

bool is_hex(char c) {
    return is_ascii_digit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// _xHHHH_
bool is_escape(std::string_view text) {
    constexpr std::size_t size = 7;
    return text.size() >= size && text[0] == '_' && text[1] == 'x' && text[size - 1] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + size - 1, is_hex);
}

/// Rows are one line high.
constexpr std::string_view line_break = " ⏎ ";

/// What stands at `at` as it is written, and how much of `text` that is.
struct Piece {
    std::string_view written;
    std::size_t size;
};

Piece piece_at(std::string_view text, std::size_t at) {
    if (text.substr(at).starts_with("\r\n")) return {line_break, 2};
    if (text[at] == '\r' || text[at] == '\n') return {line_break, 1};
    if (is_escape(text.substr(at))) return {"_x005F_", 1};
    const std::size_t size = decode_at(text, at).size;
    return {text.substr(at, size), size};
}

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) units += is_lead(c) ? 1 + (static_cast<unsigned char>(c) >= 0xF0 ? 1 : 0) : 0;
    return units;
}

/// Room for the mark below with any number.
constexpr std::size_t mark_room = 60;

std::string cut_mark(std::string_view left_out) {
    const auto characters = std::count_if(left_out.begin(), left_out.end(), is_lead);
    return " … [cut: " + std::to_string(characters) + " more characters]";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t significant_digits(std::string_view decimal) {
    std::string digits;
    std::copy_if(decimal.begin(), decimal.end(), std::back_inserter(digits), is_digit);
    const std::size_t begin = digits.find_first_not_of('0');
    return begin == std::string::npos ? 0 : digits.find_last_not_of('0') - begin + 1;
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_digit(c) || is_ascii_alpha(byte) || kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += {'%', hex[byte >> 4U], hex[byte & 15U]};
        }
    }
    return out;
}

/// Programs open a file by its address as it is; only what has a meaning in an address is encoded.
std::string path_in_address(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool special =
            c == '%' || c == '#' || c == '?' || c == '"' || c == ' ' || static_cast<unsigned char>(c) < 0x20;
        out += special ? percent_encoded({&c, 1}, "") : std::string(1, c);
    }
    return out;
}

}  // namespace

XlsxText xlsx_text(std::string_view raw, std::size_t limit) {
    std::string text = clean_text(raw);
    if (text.size() <= limit && text.find_first_of("_\r\n") == std::string::npos) return {std::move(text), false};
    XlsxText out;
    std::size_t units = 0;
    std::size_t fitting = 0, fitting_source = 0;  // what leaves room for the mark
    for (std::size_t at = 0; at < text.size();) {
        const Piece piece = piece_at(text, at);
        units += utf16_units(piece.written);
        if (units > limit) {
            out.text.resize(fitting);
            out.text += cut_mark(std::string_view(text).substr(fitting_source));
            out.cut = true;
            return out;
        }
        out.text += piece.written;
        at += piece.size;
        // Not between the escape and what it escapes.
        if (units + mark_room <= limit && piece.written != "_x005F_") fitting = out.text.size(), fitting_source = at;
    }
    return out;
}

std::optional<double> xlsx_number(std::string_view decimal) {
    if (decimal.empty() || significant_digits(decimal) > 15) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value);
    if (error != std::errc() || end != decimal.data() + decimal.size()) return std::nullopt;
    return value;
}

std::string xlsx_number_format(std::string_view decimal, std::string_view unit) {
    const std::size_t point = decimal.find('.');
    std::size_t decimals = point == std::string_view::npos ? 0 : decimal.size() - point - 1;
    if (unit == "confidence") decimals = std::max<std::size_t>(decimals, 2);
    const std::size_t whole = std::min(point, decimal.size());
    if (decimals > 6 || whole > 16) return "0.0#############E+00_ ";
    std::string out = unit == "rank" ? "0" : "#,##0";
    if (decimals != 0) out += '.' + std::string(decimals, '0');
    if (unit == "%") out += "\"%\"";
    if (unit == "x") out += "\"×\"";
    return out += "_ ";  // room before the next column's text
}

std::string xlsx_report_link(std::string_view report, std::string_view fact) {
    const std::string address = path_in_address(clean_text(report)) + '#' + percent_encoded(fact, "-._~");
    if (utf16_units(address) > 255) return "";
    return "=HYPERLINK(\"" + address + "\",\"open\")";
}

}  // namespace hardfacts
