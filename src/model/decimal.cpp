#include "model/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hardfacts {

namespace {

/// Digit strings without leading zeros, most significant first.
std::strong_ordering compare_digits(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

std::string add_digits(const std::string& a, const std::string& b) {
    std::string out;
    int carry = 0;
    for (std::size_t k = 0; k < std::max(a.size(), b.size()) || carry != 0; ++k) {
        int sum = carry;
        if (k < a.size()) sum += a[a.size() - 1 - k] - '0';
        if (k < b.size()) sum += b[b.size() - 1 - k] - '0';
        out.push_back(static_cast<char>('0' + sum % 10));
        carry = sum / 10;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

/// a - b. REQUIRES: a >= b.
std::string subtract_digits(const std::string& a, const std::string& b) {
    std::string out;
    int borrow = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        int difference = a[a.size() - 1 - k] - '0' - borrow;
        if (k < b.size()) difference -= b[b.size() - 1 - k] - '0';
        borrow = difference < 0 ? 1 : 0;
        if (difference < 0) difference += 10;
        out.push_back(static_cast<char>('0' + difference));
    }
    while (out.size() > 1 && out.back() == '0') out.pop_back();
    std::reverse(out.begin(), out.end());
    return out;
}

std::string multiply_digits(const std::string& a, const std::string& b) {
    std::string out(a.size() + b.size(), '0');
    for (std::size_t i = a.size(); i-- > 0;) {
        int carry = 0;
        for (std::size_t j = b.size(); j-- > 0;) {
            const int sum = (out[i + j + 1] - '0') + (a[i] - '0') * (b[j] - '0') + carry;
            out[i + j + 1] = static_cast<char>('0' + sum % 10);
            carry = sum / 10;
        }
        out[i] = static_cast<char>(out[i] + carry);
    }
    return out;
}

constexpr std::size_t short_digits = 19;
constexpr std::uint64_t short_limit = 10'000'000'000'000'000'000U;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `coefficient` times ten to the power `places`, where that fits.
bool shift_up(std::uint64_t& coefficient, int places) {
    if (places > static_cast<int>(short_digits)) return false;
    for (; places > 0; --places) {
        if (__builtin_mul_overflow(coefficient, std::uint64_t{10}, &coefficient)) return false;
    }
    return true;
}

/// Brings both to the lower of the two exponents, which it returns; nullopt where one does not fit then.
std::optional<int> align(std::uint64_t& a, int a_exponent, std::uint64_t& b, int b_exponent) {
    if (a_exponent >= b_exponent) {
        if (!shift_up(a, a_exponent - b_exponent)) return std::nullopt;
        return b_exponent;
    }
    if (!shift_up(b, b_exponent - a_exponent)) return std::nullopt;
    return a_exponent;
}

}  // namespace

void Decimal::assign(bool negative, std::uint64_t coefficient, int exponent) {
    if (coefficient >= short_limit) {
        *this = Decimal(negative, std::to_string(coefficient), exponent);
        return;
    }
    part_.coefficient = coefficient;
    if (coefficient == 0) return;
    while (part_.coefficient % 10 == 0) {
        part_.coefficient /= 10;
        ++exponent;
    }
    exponent_ = exponent;
    negative_ = negative;
}

Decimal::Decimal(bool negative, std::string digits, int exponent) {
    const std::size_t first = digits.find_first_not_of('0');
    if (first == std::string::npos) return;
    digits.erase(0, first);
    const std::size_t last = digits.find_last_not_of('0');
    exponent += static_cast<int>(digits.size() - 1 - last);
    digits.erase(last + 1);
    exponent_ = exponent;
    negative_ = negative;
    if (digits.size() <= short_digits) {
        std::from_chars(digits.data(), digits.data() + digits.size(), part_.coefficient);
        return;
    }
    part_.digits = new std::string(std::move(digits));
    long_ = true;
}

void Decimal::copy_digits(const Decimal& other) {
    part_.digits = new std::string(*other.part_.digits);
    long_ = true;
}

std::string Decimal::digits() const { return long_ ? *part_.digits : std::to_string(part_.coefficient); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    int exponent = 0;
    if (const std::size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view power = text.substr(e + 1);
        const bool down = !power.empty() && power.front() == '-';
        if (!power.empty() && (power.front() == '-' || power.front() == '+')) power.remove_prefix(1);
        if (!all_digits(power) || power.size() > 4) return std::nullopt;
        for (const char c : power) exponent = exponent * 10 + (c - '0');
        if (down) exponent = -exponent;
        text = text.substr(0, e);
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
    if (!all_digits(whole) || (point < text.size() && !all_digits(fraction))) return std::nullopt;
    exponent -= static_cast<int>(fraction.size());
    if (text.size() > short_digits) return Decimal(negative, std::string(whole).append(fraction), exponent);
    std::uint64_t coefficient = 0;
    for (const std::string_view part : {whole, fraction}) {
        for (const char c : part) coefficient = coefficient * 10 + static_cast<std::uint64_t>(c - '0');
    }
    Decimal out;
    out.assign(negative, coefficient, exponent);
    return out;
}

std::string Decimal::to_string() const {
    std::array<char, short_digits + 1> buffer;
    std::string_view digits;
    if (long_) {
        digits = *part_.digits;
    } else {
        const char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), part_.coefficient).ptr;
        digits = {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    }
    std::string out;
    if (negative_) out.push_back('-');
    if (exponent_ >= 0) return out.append(digits).append(static_cast<std::size_t>(exponent_), '0');
    const auto fraction = static_cast<std::size_t>(-exponent_);
    if (digits.size() > fraction) {
        const std::size_t whole = digits.size() - fraction;
        return out.append(digits.substr(0, whole)).append(1, '.').append(digits.substr(whole));
    }
    return out.append("0.").append(fraction - digits.size(), '0').append(digits);
}

Decimal Decimal::scaled(int power_of_ten) const {
    Decimal out = *this;
    if (!out.is_zero()) out.exponent_ += power_of_ten;
    return out;
}

Decimal Decimal::negated() const {
    Decimal out = *this;
    if (!out.is_zero()) out.negative_ = !out.negative_;
    return out;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    if (a.is_zero()) return b;
    if (b.is_zero()) return a;
    if (!a.long_ && !b.long_) {
        std::uint64_t left = a.part_.coefficient;
        std::uint64_t right = b.part_.coefficient;
        Decimal out;
        std::uint64_t sum = 0;
        const auto exponent = align(left, a.exponent_, right, b.exponent_);
        if (exponent && a.negative_ != b.negative_) {
            out.assign(left >= right ? a.negative_ : b.negative_, left >= right ? left - right : right - left,
                       *exponent);
            return out;
        }
        if (exponent && !__builtin_add_overflow(left, right, &sum)) {
            out.assign(a.negative_, sum, *exponent);
            return out;
        }
    }
    const int exponent = std::min(a.exponent_, b.exponent_);
    const std::string left = a.digits() + std::string(static_cast<std::size_t>(a.exponent_ - exponent), '0');
    const std::string right = b.digits() + std::string(static_cast<std::size_t>(b.exponent_ - exponent), '0');
    if (a.negative_ == b.negative_) return {a.negative_, add_digits(left, right), exponent};
    if (compare_digits(left, right) >= 0) return {a.negative_, subtract_digits(left, right), exponent};
    return {b.negative_, subtract_digits(right, left), exponent};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    std::uint64_t product = 0;
    if (!a.long_ && !b.long_ && !__builtin_mul_overflow(a.part_.coefficient, b.part_.coefficient, &product)) {
        Decimal out;
        out.assign(a.negative_ != b.negative_, product, a.exponent_ + b.exponent_);
        return out;
    }
    return {a.negative_ != b.negative_, multiply_digits(a.digits(), b.digits()), a.exponent_ + b.exponent_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.negative_ != b.negative_) return a.negative_ ? std::strong_ordering::less : std::strong_ordering::greater;
    if (!a.long_ && !b.long_) {
        std::uint64_t left = a.part_.coefficient;
        std::uint64_t right = b.part_.coefficient;
        if (align(left, a.exponent_, right, b.exponent_)) return a.negative_ ? right <=> left : left <=> right;
    }
    const Decimal difference = a - b;
    if (difference.is_zero()) return std::strong_ordering::equal;
    return difference.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace hardfacts
