// Enters: digits as written. Leaves: Decimal, an exact decimal number of any length; no binary floating point.
// Tested in tests/model/decimal_test.cpp.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hardfacts {

/// An exact decimal: (-1)^negative * digits * 10^exponent, kept normalised (no leading zeros, no trailing zeros in
/// digits, zero is "0" with exponent 0), so that equal numbers have equal fields.
class Decimal {
public:
    Decimal() = default;
    /// REQUIRES: nothing; any value fits.
    explicit Decimal(long long value);

    /// Reads -?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,4})?; nullopt for anything else.
    static std::optional<Decimal> parse(std::string_view text);

    /// -?[0-9]+(\.[0-9]+)?, never an exponent: "333000000", "0.5". The form of the record.
    std::string to_string() const;

    bool is_zero() const { return digits_ == "0"; }
    bool is_negative() const { return negative_; }
    bool is_integer() const { return exponent_ >= 0; }

    Decimal scaled(int power_of_ten) const;
    Decimal negated() const;

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    Decimal(bool negative, std::string digits, int exponent);
    void normalise();

    bool negative_ = false;
    std::string digits_ = "0";
    int exponent_ = 0;
};

}  // namespace hardfacts
