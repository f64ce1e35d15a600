#include "write/xlsx_text.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace hardfacts;
using namespace std::string_view_literals;

TEST_CASE("texts of cells") {
    struct Row {
        std::string_view raw, cell;
    };
    const Row rows[] = {{"", ""},
                        {"24,000基 🚀", "24,000基 🚀"},
                        {"a\r\nb\rc\nd", "a ⏎ b ⏎ c ⏎ d"},
                        {"a\tb", "a\tb"},
                        {"a\0b\xff"sv, "a␀b\xEF\xBF\xBD"},
                        {"snake_case_x_", "snake_case_x_"},
                        {"_x000A_", "_x005F_x000A_"},
                        {"__xabCD__", "__x005F_xabCD__"},
                        {"_x00G0_", "_x00G0_"},
                        {"_x005F_x000A_", "_x005F_x005F_x005F_x000A_"}};
    for (const Row& row : rows) {
        CHECK(xlsx_text(row.raw).text == row.cell);
        CHECK_FALSE(xlsx_text(row.raw).cut);
    }
}

TEST_CASE("longer text than a cell holds is cut and says so") {
    CHECK_FALSE(xlsx_text(std::string(32767, 'x')).cut);
    const XlsxText cut = xlsx_text(std::string(40000, 'x'));
    CHECK(cut.cut);
    CHECK(cut.text == std::string(32707, 'x') + " … [cut: 7293 more characters]");
    // An emoji is two characters to a workbook, and is not cut in the middle.
    std::string emoji;
    for (int k = 0; k < 101; ++k) emoji += "🚀";
    CHECK_FALSE(xlsx_text(emoji, 202).cut);
    const XlsxText half = xlsx_text(emoji, 201);
    CHECK(half.text.starts_with("🚀"));
    CHECK(half.text.ends_with("🚀 … [cut: 31 more characters]"));
    // Nor is what is escaped parted from its escape.
    for (std::size_t limit = 100; limit < 120; ++limit) {
        const std::string text =
            xlsx_text(std::string(limit - 67, 'a') + "_x000A_" + std::string(200, 'b'), limit).text;
        const std::size_t escape = text.find("_x005F_");
        CHECK((escape == std::string::npos || text.substr(escape).starts_with("_x005F_x")));
    }
}

TEST_CASE("numbers that a cell holds exactly") {
    struct Row {
        std::string_view decimal;
        std::optional<double> number;
    };
    const Row rows[] = {{"", std::nullopt},
                        {"0", 0.0},
                        {"24000", 24000.0},
                        {"-33.9", -33.9},
                        {"362000000000000000", 3.62e17},
                        {"0.000000003", 3e-9},
                        {"123456789012345", 123456789012345.0},
                        {"1234567890123456", std::nullopt},
                        {"0.1234567890123456", std::nullopt},
                        {"12x", std::nullopt}};
    for (const Row& row : rows) {
        CAPTURE(row.decimal);
        CHECK(xlsx_number(row.decimal) == row.number);
    }
    CHECK_FALSE(xlsx_number("1" + std::string(400, '0')).has_value());
}

TEST_CASE("formats of numbers by their unit and decimals") {
    struct Row {
        std::string_view decimal, unit, format;
    };
    const Row rows[] = {{"24000", "unit", "#,##0_ "},
                        {"1.25", "USD", "#,##0.00_ "},
                        {"33.9", "%", "#,##0.0\"%\"_ "},
                        {"4", "x", "#,##0\"×\"_ "},
                        {"1", "rank", "0_ "},
                        {"0.4", "confidence", "#,##0.00_ "},
                        {"0.000000003", "m", "0.0#############E+00_ "},
                        {"362000000000000000", "FLOPS", "0.0#############E+00_ "}};
    for (const Row& row : rows) CHECK(xlsx_number_format(row.decimal, row.unit) == row.format);
}

TEST_CASE("links to the report") {
    CHECK(xlsx_report_link("facts.html", "f_1a") == "=HYPERLINK(\"facts.html#f_1a\",\"open\")");
    CHECK(xlsx_report_link("out/報告 #1%.html", "f 日\"") ==
          "=HYPERLINK(\"out/報告%20%231%25.html#f%20%E6%97%A5%22\",\"open\")");
    CHECK(xlsx_report_link("a\"&x.html", "f") == "=HYPERLINK(\"a%22&x.html#f\",\"open\")");
    CHECK(xlsx_report_link(std::string(250, 'a'), "f_1a") ==
          "=HYPERLINK(\"" + std::string(250, 'a') + "#f_1a\",\"open\")");
    CHECK(xlsx_report_link(std::string(251, 'a'), "f_1a").empty());
}
