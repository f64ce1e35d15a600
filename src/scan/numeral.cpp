#include "scan/numeral.h"

#include <string>

#include "scan/numeral_parts.h"

namespace hardfacts {

namespace numeral {

namespace {

/// The end of the comma groups behind the digits [at, end): all of 3, all of 4, or Indian 2s and a last 3.
std::size_t read_groups(std::string_view text, std::size_t at, std::size_t end) {
    std::size_t width = 0;
    std::size_t last = end;
    std::size_t groups_of_two = 0;
    while (byte_at(text, last) == ',') {
        std::size_t group = last + 1;
        while (is_digit(byte_at(text, group))) ++group;
        const std::size_t size = group - last - 1;
        if (width == 0 && size == 2 && end - at <= 2) {
            ++groups_of_two;
        } else if (groups_of_two > 0) {
            return size == 3 ? group : end;
        } else if (size == 3 || size == 4) {
            if (width != 0 && size != width) return last;
            if (end - at > size) return end;
            width = size;
        } else {
            return groups_of_two > 0 ? end : last;
        }
        last = group;
    }
    return groups_of_two > 0 ? end : last;
}

/// Of digits with commas and a point, as many as there may be.
Decimal long_value(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c != ',') plain.push_back(c);
    }
    return *Decimal::parse(plain);
}

}  // namespace

Digits read_digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (is_digit(byte_at(text, end))) ++end;
    const std::size_t whole = byte_at(text, end) == ',' ? read_groups(text, at, end) : end;
    Digits out{whole, Decimal(), 0, whole != end, false};
    if (byte_at(text, whole) == '.' && is_digit(byte_at(text, whole + 1))) {
        out.pointed = true;
        out.end = whole + 1;
        while (is_digit(byte_at(text, out.end))) ++out.end;
    }
    std::uint64_t coefficient = 0;
    std::size_t digits = 0;
    std::size_t integers = 0;
    for (std::size_t k = at; k < out.end; ++k) {
        if (k == whole) integers = digits;
        if (!is_digit(text[k])) continue;
        coefficient = coefficient * 10 + static_cast<std::uint64_t>(text[k] - '0');
        ++digits;
    }
    if (!out.pointed) integers = digits;
    out.integers = static_cast<std::uint8_t>(integers < 255 ? integers : 255);
    constexpr std::size_t most = 19;  // digits of a 64-bit number
    out.value = digits <= most ? Decimal::of(coefficient, -static_cast<int>(digits - integers))
                               : long_value(text.substr(at, out.end - at));
    return out;
}

Decimal divided(const Decimal& a, long long divisor) {
    constexpr int places = 20;
    if (a.is_integer() && !a.is_negative() && divisor <= 10000 && a < Decimal(100'000'000)) {
        constexpr long long half = 10'000'000'000;  // ten places
        const long long top = std::stoll(a.to_string());
        const long long first = top % divisor * half;
        const long long second = first % divisor * half / divisor;
        const Decimal begin =
            Decimal::of(static_cast<std::uint64_t>(top / divisor * half + first / divisor), -places / 2);
        return second == 0 ? begin : begin + Decimal::of(static_cast<std::uint64_t>(second), -places);
    }
    std::string digits = a.scaled(places).to_string();
    const bool negative = digits.front() == '-';
    if (negative) digits.erase(0, 1);
    digits = digits.substr(0, digits.find('.'));
    std::string quotient;
    long long rest = 0;
    for (const char c : digits) {
        rest = rest * 10 + (c - '0');
        quotient.push_back(static_cast<char>('0' + rest / divisor));
        rest %= divisor;
    }
    const Decimal out = Decimal::parse(quotient)->scaled(-places);
    return negative ? out.negated() : out;
}

std::optional<std::pair<Decimal, std::size_t>> vulgar_fraction(std::string_view text, std::size_t at) {
    struct Row {
        std::string_view form;
        int top, bottom;
    };
    static constexpr Row rows[] = {{"½", 1, 2}, {"¼", 1, 4}, {"¾", 3, 4}, {"⅓", 1, 3},
                                   {"⅔", 2, 3}, {"⅛", 1, 8}, {"⅕", 1, 5}};
    const char first = byte_at(text, at);
    if (first != '\xC2' && first != '\xE2') return std::nullopt;
    for (const Row& row : rows) {
        if (has(text, at, row.form)) return std::pair{divided(Decimal(row.top), row.bottom), row.form.size()};
    }
    return std::nullopt;
}

namespace {

/// The denominator of `/N` at `at`: one to three digits that nothing goes on behind.
std::optional<Digits> denominator(std::string_view text, std::size_t at) {
    if (byte_at(text, at) != '/' || !is_digit(byte_at(text, at + 1))) return std::nullopt;
    Digits bottom = read_digits(text, at + 1);
    const char next = byte_at(text, bottom.end);
    if (bottom.grouped || bottom.pointed || bottom.integers > 3 || bottom.value.is_zero() || next == '/' ||
        next == '-') {
        return std::nullopt;
    }
    return bottom;
}

long long small_integer(const Decimal& value) { return std::stoll(value.to_string()); }

bool is_small_integer(const Numeral& numeral) {
    return numeral.form == NumeralForm::digits && numeral.scale == 0 && !numeral.grouped && !numeral.pointed &&
           numeral.integers <= 3;
}

/// ` 1/2` behind a whole number: 10 1/2.
bool take_mixed(std::string_view text, Numeral& numeral) {
    const std::size_t at = numeral.span.end;
    if (byte_at(text, at) != ' ' || !is_digit(byte_at(text, at + 1)) || !is_small_integer(numeral)) return false;
    const Digits top = read_digits(text, at + 1);
    const auto bottom = denominator(text, top.end);
    if (!bottom || top.grouped || top.pointed || top.integers > 1 || !(top.value < bottom->value)) return false;
    numeral.magnitude.number = *numeral.magnitude.number + divided(top.value, small_integer(bottom->value));
    numeral.span.end = bottom->end;
    return numeral.fraction = true;
}

}  // namespace

void take_fraction(std::string_view text, Numeral& numeral) {
    static constexpr ByteSet first_bytes(" /\xC2\xE2\xE5");
    if (!first_bytes.has(byte_at(text, numeral.span.end)) || !numeral.magnitude.number) return;
    if (const auto vulgar = vulgar_fraction(text, numeral.span.end); vulgar && numeral.scale == 0) {
        numeral.magnitude.number = *numeral.magnitude.number + vulgar->first;
        numeral.span.end += vulgar->second;
        numeral.fraction = true;
        return;
    }
    const auto behind_space = [text](std::size_t at) { return byte_at(text, at) == ' ' ? at + 1 : at; };
    const std::size_t part = behind_space(numeral.span.end);  // 4 分の 1
    if (has(text, part, "分の")) {
        const auto top = lex_kanji(text, behind_space(part + std::string_view("分の").size()));
        const bool fits =
            top && top->magnitude.number && is_small_integer(numeral) | (numeral.form == NumeralForm::kanji);
        if (!fits || numeral.magnitude.number->is_zero() || *numeral.magnitude.number > Decimal(10000)) return;
        numeral.magnitude.number = divided(*top->magnitude.number, small_integer(*numeral.magnitude.number));
        numeral.span.end = top->span.end;
        numeral.fraction = true;
        return;
    }
    if (take_mixed(text, numeral) || !is_small_integer(numeral)) return;
    const auto bottom = denominator(text, numeral.span.end);
    if (!bottom || !(*numeral.magnitude.number < bottom->value)) return;
    numeral.magnitude.number = divided(*numeral.magnitude.number, small_integer(bottom->value));
    numeral.span.end = bottom->end;
    numeral.fraction = true;
}

}  // namespace numeral

std::optional<Numeral> lex_numeral(std::string_view text, std::size_t at) {
    using namespace numeral;
    if (at >= text.size()) return std::nullopt;
    if (is_letter(text[at])) return lex_words(text, at);
    if (const auto vulgar = vulgar_fraction(text, at)) {
        Numeral out;
        out.span = {at, at + vulgar->second};
        out.magnitude.number = vulgar->first;
        out.fraction = true;
        return out;
    }
    auto out = lex_kanji(text, at);
    if (!out) return std::nullopt;
    take_fraction(text, *out);
    take_scale_words(text, *out);
    return out;
}

std::optional<ScaleLetters> numeral::read_scale_letters(std::string_view text, std::size_t at, bool money) {
    struct Row {
        std::string_view form;
        int power;
        bool money;
    };
    static constexpr Row rows[] = {{"bn", 9, false}, {"mn", 6, false}, {"tn", 12, false}, {"trn", 12, false},
                                   {"Bn", 9, false}, {"Mn", 6, false}, {"BN", 9, true},   {"MM", 6, true},
                                   {"mm", 6, true},  {"K", 3, false},  {"k", 3, false},   {"M", 6, false},
                                   {"B", 9, false},  {"T", 12, false}, {"m", 6, true},    {"b", 9, true}};
    for (const Row& row : rows) {
        if ((row.money && !money) || !has(text, at, row.form)) continue;
        const char next = byte_at(text, at + row.form.size());
        if (is_letter(next) || is_digit(next)) continue;
        return ScaleLetters{at + row.form.size(), row.power};
    }
    return std::nullopt;
}

}  // namespace hardfacts
