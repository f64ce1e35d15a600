#include "scan/value_compound.h"

#include <doctest/doctest.h>

#include <string>

#include "support/value_table.h"

using namespace hardfacts;

namespace {

const ValueTable& table() { return project_values(); }

/// The first amount of `text`: "text number unit", or "-".
std::string amount(const std::string& text) {
    ValueContext context{text, 0, &table(), {}};
    std::size_t end = 0;
    const auto read = read_amount(context, 0, end);
    if (!read || read->unit.empty() || !read->magnitude.number) return "-";
    return std::string(slice(text, read->span)) + "|" + read->magnitude.number->to_string() + " " +
           std::string(read->unit);
}

}  // namespace

TEST_CASE("a value takes the smaller part written behind its unit") {
    struct Row {
        const char *text, *read;
    };
    for (const Row& row : {
             Row{"8割5分の人", "8割5分|85 %"},
             Row{"7割半だ", "7割半|75 %"},
             Row{"5 ft 6 in tall", "5 ft 6 in|5.5 ft"},
             Row{"3分20秒で終わる", "3分20秒|200 s"},
             Row{"1時間30分かかる", "1時間30分|90 minute"},
             Row{"2時間5分59秒で走る", "2時間5分59秒|7559 s"},
             Row{"2 hours and 5 minutes later", "2 hours and 5 minutes|125 minute"},
             Row{"12 minutes 30 seconds", "12 minutes 30 seconds|750 s"},
             Row{"28m 53s of work", "28m 53s|1733 s"},
             Row{"1h2m3s of work", "1h2m3s|3723 s"},
             Row{"2h 15m later", "2h 15m|135 minute"},
             // What is no smaller part.
             Row{"3分90秒", "3分|3 minute"},
             Row{"1.5時間30分", "1.5時間|1.5 hour"},
             Row{"2時間5人で", "2時間|2 hour"},
             Row{"5 m 30 s", "5 m|5 m"},
             Row{"28m of cable", "28m|28 m"},
             Row{"28m 53st", "28m|28 m"},
         }) {
        CAPTURE(row.text);
        CHECK(amount(row.text) == row.read);
    }
}
