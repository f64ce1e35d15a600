#include "scan/dates.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

/// "text start..end" of the date at the start of `text`; empty where none is.
std::string dated(std::string_view text) {
    const auto date = lex_date(text, 0);
    return date ? std::string(slice(text, date->span)) + " " + date->start + ".." + date->end : "";
}

}  // namespace

TEST_CASE("dates and periods in both languages") {
    struct Row {
        const char* text;
        const char* want;
    };
    const Row rows[] = {
        {"2031年5月7日に", "2031年5月7日 2031-05-07..2031-05-07"},
        {"2031年5月に", "2031年5月 2031-05..2031-05"},
        {"2031年に", "2031年 2031..2031"},
        {"2031年度第2四半期", "2031年度第2四半期 2031-07..2031-09"},
        {"2031年度は", "2031年度 2031-04..2032-03"},
        {"2031年第3四半期", "2031年第3四半期 2031-07..2031-09"},
        {"2031年後半", "2031年後半 2031-07..2031-12"},
        {"2030年代", "2030年代 2030..2039"},
        {"2031/05/07 ", "2031/05/07 2031-05-07..2031-05-07"},
        {"2031-05-07", "2031-05-07 2031-05-07..2031-05-07"},
        {"2031Q3", "2031Q3 2031-07..2031-09"},
        {"令和7年4月", "令和7年4月 2025-04..2025-04"},
        {"平成元年", "平成元年 1989..1989"},
        {"12月5日に", "12月5日 .."},
        {"13日に", "13日 .."},
        {"FY2031 Q4", "FY2031 Q4 2031..2031"},
        {"FY31", "FY31 2031..2031"},
        {"Q3 2031", "Q3 2031 2031-07..2031-09"},
        {"1H31", "1H31 2031-01..2031-06"},
        {"December 5, 2031", "December 5, 2031 2031-12-05..2031-12-05"},
        {"Dec. 2031", "Dec. 2031 2031-12..2031-12"},
        {"5 December 2031", "5 December 2031 2031-12-05..2031-12-05"},
        {"1990s", "1990s 1990..1999"},
        {"2031 年 4 月 23 日、", "2031 年 4 月 23 日 2031-04-23..2031-04-23"},
        {"2031 年第 1 四半期", "2031 年第 1 四半期 2031-01..2031-03"},
        // no dates
        {"May we", ""},
        {"5年間", ""},
        {"20年", ""},
        {"5日間", ""},
        {"3月間", ""},
        {"2031", ""},
        {"Marching 5", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(dated(row.text) == row.want);
    }
}

TEST_CASE("a bare year is four digits that stand alone") {
    CHECK(lex_year("2031, the", 0).has_value());
    CHECK(!lex_year("2,031", 0).has_value());
    CHECK(!lex_year("2031.5", 0).has_value());
    CHECK(!lex_year("20311", 0).has_value());
    CHECK(!lex_year("2031W", 0).has_value());
    CHECK(!lex_year("3031", 0).has_value());
}
