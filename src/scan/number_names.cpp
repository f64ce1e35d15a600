#include "scan/number_names.h"

#include <array>
#include <cstdint>

#include "model/utf8.h"
#include "scan/numeral_parts.h"

namespace hardfacts {

using numeral::byte_at;
using numeral::has;
using numeral::is_digit;
using numeral::is_letter;

namespace {

/// What a character is to a URL, an address or a file name: 0 outside of one. All have a point or a colon, and
/// letters, a slash or @.
constexpr unsigned url_part = 1, url_point = 2, url_word = 4, url_escape = 8;
constexpr auto url_chars = [] {
    std::array<std::uint8_t, 256> table{};
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 0x20] = url_part | url_word;
    for (const char c : std::string_view("0123456789?#!&*+=-")) table[static_cast<unsigned char>(c)] = url_part;
    for (const char c : std::string_view("_~@/")) table[static_cast<unsigned char>(c)] = url_part | url_word;
    for (const char c : std::string_view(".:")) table[static_cast<unsigned char>(c)] = url_part | url_point;
    table['%'] = url_escape;
    return table;
}();
unsigned url_char(char c) { return url_chars[static_cast<unsigned char>(c)]; }

/// True where the run of URL characters around `at` is a URL, an address or a file name.
bool inside_address(std::string_view text, std::size_t begin, std::size_t at) {
    std::size_t start = at;
    unsigned parts = 0;
    for (; start > begin && at - start < 200 && url_char(text[start - 1]) != 0; --start)
        parts |= url_char(text[start - 1]);
    std::size_t end = at;
    for (; end < text.size() && end - at < 200 && (url_char(text[end]) & url_part) != 0; ++end)
        parts |= url_char(text[end]);
    if ((parts & url_point) == 0 || (parts & url_word) == 0) return false;
    const std::string_view run = text.substr(start, end - start);
    if (run.find("://") != std::string_view::npos || run.starts_with("www.")) return true;
    if (run.size() < 5) return false;
    const std::size_t mail = run.find('@');
    if (mail != std::string_view::npos && mail > 0 && run.find('.', mail) != std::string_view::npos) return true;
    static constexpr std::string_view tails[] = {".png",  ".jpg", ".md",   ".html", ".pdf", ".txt", ".py",
                                                 ".json", ".csv", ".webp", ".zip",  ".gif", ".svg", ".yaml",
                                                 ".yml",  ".com", ".jp",   ".org",  ".net", ".exe"};
    for (const std::string_view tail : tails) {
        if (run.ends_with(tail)) return true;
    }
    static constexpr std::string_view hosts[] = {".com/", ".org/", ".jp/", ".net/", ".io/", ".gov/", ".cn/", ".ai/"};
    for (const std::string_view host : hosts) {
        if (run.find(host) != std::string_view::npos) return true;
    }
    return false;
}

/// 複数, 総数, 人数, 半数: 数 ends a word for a number of things and begins none.
bool ends_in_number_word(std::string_view text, std::size_t at) {
    const char32_t left = decode_before(text, at).value;
    constexpr std::u32string_view words =
        U"複多人件台個枚回少総半関級点手指変整倍実自函有無分係口画段層戸票部種者字語量計算奇偶定係";
    return words.find(left) != std::u32string_view::npos;
}

}  // namespace

bool is_part_of_name(const ValueContext& context, const Amount& amount) {
    const std::string_view text = context.text;
    const std::size_t at = amount.span.begin;
    const std::size_t number = amount.numeral.span.begin;
    const std::size_t end = amount.numeral.span.end;
    if (amount.numeral.form == NumeralForm::vague && has(text, number, "数") && number > context.begin) {
        return ends_in_number_word(text, number);
    }
    if (amount.numeral.form != NumeralForm::digits) return false;
    if (byte_at(text, end) == '.' && is_digit(byte_at(text, end + 1))) return true;
    if (text[number] == '0' && amount.numeral.integers > 1) return true;
    if (at > context.begin) {
        const char left = text[at - 1];
        const bool own_unit = amount.row != nullptr && !amount.row->counts;
        if (left == '-' && at - 1 > context.begin && is_digit(text[at - 2])) return true;
        if (is_digit(left) || left == '_' || left == '#' || left == '^' || left == '@' || left == '\\') return true;
        if (left == '.' && at - 1 > context.begin && (is_digit(text[at - 2]) || is_letter(text[at - 2]))) return true;
        if (left == ',' && at - 1 > context.begin && is_digit(text[at - 2]) && at == number) return true;
        if (is_letter(left) && at == number) {
            const bool scaled = amount.numeral.scale > 0 && amount.numeral.integers > 1;
            if (!scaled || static_cast<unsigned char>(byte_at(text, amount.span.end - 1)) < 0x80) return true;
        }
        if (left == '-' && at - 1 > context.begin && is_letter(text[at - 2]) && at == number) return true;
        if (left == '/' && at - 1 > context.begin && is_letter(text[at - 2]) && !own_unit && at == number) return true;
    }
    return inside_address(text, context.begin, number);
}

}  // namespace hardfacts
