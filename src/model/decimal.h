// Enters: digits as written. Leaves: Decimal, an exact decimal number of any length; no binary floating point.
// Tested in tests/model/decimal_test.cpp against schoolbook arithmetic on digit strings.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace hardfacts {

/// An exact decimal: (-1)^negative * coefficient * 10^exponent, kept normalised (no trailing zeros in the coefficient,
/// zero has exponent 0 and no sign), so that equal numbers have equal fields. Up to 19 digits stand in the number
/// itself, which is nearly all there are in news; longer ones in a string of their own.
class Decimal {
public:
    Decimal() = default;
    /// REQUIRES: nothing; any value fits.
    explicit Decimal(long long value) {
        const auto bits = static_cast<std::uint64_t>(value);
        assign(value < 0, value < 0 ? 0 - bits : bits, 0);
    }
    /// coefficient * 10^exponent
    static Decimal of(std::uint64_t coefficient, int exponent) {
        Decimal out;
        out.assign(false, coefficient, exponent);
        return out;
    }

    Decimal(const Decimal& other) : part_(other.part_), exponent_(other.exponent_), negative_(other.negative_) {
        if (other.long_) copy_digits(other);
    }
    Decimal(Decimal&& other) noexcept { swap(other); }
    Decimal& operator=(const Decimal& other) {
        Decimal copy(other);
        swap(copy);
        return *this;
    }
    Decimal& operator=(Decimal&& other) noexcept {
        swap(other);
        return *this;
    }
    ~Decimal() {
        if (long_) delete part_.digits;
    }

    /// Reads -?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?; nullopt for anything else.
    static std::optional<Decimal> parse(std::string_view text);

    /// -?[0-9]+(\.[0-9]+)?, never an exponent: "333000000", "0.5". The form of the record.
    std::string to_string() const;

    bool is_zero() const { return !long_ && part_.coefficient == 0; }
    bool is_negative() const { return negative_; }
    bool is_integer() const { return exponent_ >= 0; }

    Decimal scaled(int power_of_ten) const;
    Decimal negated() const;

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + b.negated(); }
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal& a, const Decimal& b) {
        if (a.negative_ != b.negative_ || a.exponent_ != b.exponent_ || a.long_ != b.long_) return false;
        return a.long_ ? *a.part_.digits == *b.part_.digits : a.part_.coefficient == b.part_.coefficient;
    }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    Decimal(bool negative, std::string digits, int exponent);

    void swap(Decimal& other) noexcept {
        std::swap(part_, other.part_);
        std::swap(exponent_, other.exponent_);
        std::swap(negative_, other.negative_);
        std::swap(long_, other.long_);
    }
    /// REQUIRES: holds no digit string.
    void assign(bool negative, std::uint64_t coefficient, int exponent);
    void copy_digits(const Decimal& other);
    /// The coefficient's digits, most significant first.
    std::string digits() const;

    union Part {
        std::uint64_t coefficient = 0;  ///< below 10^19
        std::string* digits;            ///< owned; 20 digits or more
    };
    Part part_;
    std::int32_t exponent_ = 0;
    bool negative_ = false;
    bool long_ = false;  ///< `part_` is digits
};

}  // namespace hardfacts
