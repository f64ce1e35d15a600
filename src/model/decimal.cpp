#include "model/decimal.h"

#include <algorithm>
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

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Decimal::Decimal(long long value) : negative_(value < 0), digits_(std::to_string(value)) {
    if (negative_) digits_.erase(0, 1);
    normalise();
}

Decimal::Decimal(bool negative, std::string digits, int exponent)
    : negative_(negative), digits_(std::move(digits)), exponent_(exponent) {
    normalise();
}

void Decimal::normalise() {
    const std::size_t first = digits_.find_first_not_of('0');
    if (first == std::string::npos) {
        *this = Decimal();
        return;
    }
    digits_.erase(0, first);
    const std::size_t last = digits_.find_last_not_of('0');
    exponent_ += static_cast<int>(digits_.size() - 1 - last);
    digits_.erase(last + 1);
}

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
    std::string digits;
    if (const std::size_t point = text.find('.'); point != std::string_view::npos) {
        const std::string_view fraction = text.substr(point + 1);
        if (!all_digits(fraction) || !all_digits(text.substr(0, point))) return std::nullopt;
        digits = text.substr(0, point);
        digits += fraction;
        exponent -= static_cast<int>(fraction.size());
    } else {
        if (!all_digits(text)) return std::nullopt;
        digits = text;
    }
    return Decimal(negative, std::move(digits), exponent);
}

std::string Decimal::to_string() const {
    std::string out = negative_ ? "-" : "";
    if (exponent_ >= 0) return out + digits_ + std::string(static_cast<std::size_t>(exponent_), '0');
    const auto fraction = static_cast<std::size_t>(-exponent_);
    if (digits_.size() > fraction) {
        const std::size_t whole = digits_.size() - fraction;
        return out + digits_.substr(0, whole) + '.' + digits_.substr(whole);
    }
    return out + "0." + std::string(fraction - digits_.size(), '0') + digits_;
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
    const int exponent = std::min(a.exponent_, b.exponent_);
    const std::string left = a.digits_ + std::string(static_cast<std::size_t>(a.exponent_ - exponent), '0');
    const std::string right = b.digits_ + std::string(static_cast<std::size_t>(b.exponent_ - exponent), '0');
    if (a.negative_ == b.negative_) return {a.negative_, add_digits(left, right), exponent};
    if (compare_digits(left, right) >= 0) return {a.negative_, subtract_digits(left, right), exponent};
    return {b.negative_, subtract_digits(right, left), exponent};
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + b.negated(); }

Decimal operator*(const Decimal& a, const Decimal& b) {
    return {a.negative_ != b.negative_, multiply_digits(a.digits_, b.digits_), a.exponent_ + b.exponent_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const Decimal difference = a - b;
    if (difference.is_zero()) return std::strong_ordering::equal;
    return difference.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace hardfacts
