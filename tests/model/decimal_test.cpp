#include "model/decimal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using hardfacts::Decimal;

TEST_CASE("decimals are read and written exactly") {
    struct Row {
        const char* text;
        const char* written;
    };
    for (const Row row : {Row{"333000000", "333000000"},
                          {"4.40", "4.4"},
                          {"0.5", "0.5"},
                          {"1e15", "1000000000000000"},
                          {"2.54e-2", "0.0254"},
                          {"-0", "0"},
                          {"-1.50", "-1.5"},
                          {"007", "7"},
                          {"0.000", "0"},
                          {"123456789012345678901234567890.1", "123456789012345678901234567890.1"}}) {
        const auto number = Decimal::parse(row.text);
        REQUIRE(number);
        CHECK(number->to_string() == row.written);
    }
    for (const char* wrong : {"", "-", ".5", "5.", "1,000", "1e", "1e99999", "x", "1.2.3", "+1"}) {
        CHECK_MESSAGE(!Decimal::parse(wrong), wrong);
    }
}

TEST_CASE("decimal arithmetic is exact") {
    const auto d = [](const char* text) { return *Decimal::parse(text); };
    CHECK((d("0.1") + d("0.2")).to_string() == "0.3");
    CHECK((d("300000000") + d("33000000")).to_string() == "333000000");
    CHECK((d("1") - d("0.999")).to_string() == "0.001");
    CHECK((d("1") - d("3")).to_string() == "-2");
    CHECK((d("12") * d("0.0254")).to_string() == "0.3048");
    CHECK((d("-3") * d("99999999999999999999")).to_string() == "-299999999999999999997");
    CHECK(d("4.4").scaled(9).to_string() == "4400000000");
    CHECK(d("2") < d("10"));
    CHECK(d("-2") > d("-10"));
    CHECK(d("1.0") == d("1"));
}

namespace {

/// `a` and `b` as whole numbers of digits, added or multiplied the way it is done on paper.
std::string paper(const std::string& a, const std::string& b, bool times) {
    std::vector<int> out(a.size() + b.size() + 1);
    if (times) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size(); ++j)
                out[i + j] += (a[a.size() - 1 - i] - '0') * (b[b.size() - 1 - j] - '0');
        }
    } else {
        for (std::size_t i = 0; i < a.size(); ++i) out[i] += a[a.size() - 1 - i] - '0';
        for (std::size_t j = 0; j < b.size(); ++j) out[j] += b[b.size() - 1 - j] - '0';
    }
    std::string text;
    for (std::size_t k = 0; k < out.size(); ++k) {
        if (k + 1 < out.size()) out[k + 1] += out[k] / 10;
        text.insert(text.begin(), static_cast<char>('0' + out[k] % 10));
    }
    const std::size_t first = text.find_first_not_of('0');
    return first == std::string::npos ? "0" : text.substr(first);
}

}  // namespace

TEST_CASE("numbers of any length, around the length where they get a string of their own") {
    std::mt19937 random(7);
    const auto digits = [&](std::size_t size) {
        std::string out;
        for (std::size_t k = 0; k < size; ++k)
            out.push_back(static_cast<char>('0' + (random() % 3 ? random() % 10 : 9)));
        return out.empty() || out.find_first_not_of('0') == std::string::npos ? "1" : out;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::string one = digits(1 + random() % 24);
        const std::string other = digits(1 + random() % 24);
        CAPTURE(one);
        CAPTURE(other);
        const Decimal a = *Decimal::parse(one);
        const Decimal b = *Decimal::parse(other);
        const Decimal sum = a + b;
        CHECK(sum.to_string() == paper(one, other, false));
        CHECK((a * b).to_string() == paper(one, other, true));
        CHECK(sum - b == a);
        CHECK((a - sum).to_string() == b.negated().to_string());
        CHECK(a < sum);
        CHECK(b.negated() > sum.negated());
        const std::string left = one.substr(std::min(one.find_first_not_of('0'), one.size()));
        const std::string right = other.substr(std::min(other.find_first_not_of('0'), other.size()));
        const bool below = left.size() != right.size() ? left.size() < right.size() : left < right;
        CHECK((a < b) == below);
        const int places = static_cast<int>(random() % 25);
        CHECK(a.scaled(-places) * b.scaled(-3) == (a * b).scaled(-places - 3));
        CHECK((a.scaled(-places) < b) == (a < b.scaled(places)));
        Decimal moved = sum;
        Decimal copy = moved;
        moved = std::move(copy);
        CHECK(moved == sum);
    }
}
