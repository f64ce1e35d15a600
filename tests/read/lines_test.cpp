#include "read/lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("lines end with \\n, \\r\\n or \\r") {
    const std::string source = "a\r\nb\rc\n\nd";
    std::string seen;
    for (std::size_t at = 0; at < source.size();) {
        const Line line = line_at(source, at);
        seen += '[' + std::string(slice(source, line.text)) + ']';
        at = line.next;
    }
    CHECK(seen == "[a][b][c][][d]");
    CHECK(line_at(source, source.size()).next == source.size());
}

TEST_CASE("web addresses end where prose goes on") {
    struct Row {
        const char* text;
        const char* address;
    };
    for (const Row& row : {Row{"see https://a.example/x?y=1, or", "https://a.example/x?y=1"},
                           {"詳細はhttps://a.exampleを参照", "https://a.example"},
                           {"(http://a.example/b).", "http://a.example/b"},
                           {"ftp://a.example", ""},
                           {"a://b", ""},
                           {"no address", ""},
                           {"x://y http://z.example", "http://z.example"}}) {
        const std::string text = row.text;
        CHECK(slice(text, find_web_address(text, {0, text.size()})) == row.address);
    }
}

TEST_CASE("a line runs on, or does not") {
    struct Row {
        const char* line;
        const char* next;
        bool runs_on;
    };
    for (const Row& row : {Row{"sold over 30 million", "chips in a year", true},
                           {"the order of", "Alpha", true},
                           {"Alpha, Beta,", "Gamma", true},
                           {"同社は、", "新工場を", true},
                           {"売上高10億ドル", "営業利益2億ドル", false},
                           {"It ended.", "The next", false},
                           {"Revenue", "$3 billion", false},
                           {"A title of its own", "imecは発表した", false},
                           {"I use an", "・item", false},
                           {"Sold to", "https://a.example", false},
                           {"the whole story", "example.com", false},
                           {"What now?", "perhaps", false},
                           {"It fell to 5.", "alpha / Getty", false},
                           {"急増しているため、", "Demand is growing fast", false},
                           {"急増しているため、", "Alpha社は増産する", true},
                           {"![picture](x.png)", "caption text", false},
                           {"", "x", false},
                           {"x", "", false}}) {
        CHECK_MESSAGE(runs_on(row.line, row.line, row.next, {}) == row.runs_on, row.line, " | ", row.next);
    }
}

TEST_CASE("a paragraph set to a width is told by its full lines") {
    const std::string wrapped =
        "Alpha Semiconductor opened the doors of its new plant on Monday.\n"
        "Governors, ministers and a brass band had come to the ceremony.\n"
        "Production of the first Beta chips begins in the coming spring.\n"
        "Short end.\n";
    CHECK(measure_wrapping(wrapped, 0).wrapped);
    CHECK(measure_wrapping(wrapped, 0).widest == 64);
    CHECK(!measure_wrapping("Alpha: 1\nBeta: 2\nGamma: 3\nA much longer line than the ones that came before it\n", 0)
               .wrapped);
    CHECK(runs_on("on Monday.", wrapped.substr(0, 64), "Governors, ministers", measure_wrapping(wrapped, 0)));
}

TEST_CASE("faults are placed by line and code point") {
    const std::string source = "ab\r\nあいx\n";
    const Diagnostic fault = fault_at(source, source.find('x'), {});
    CHECK(fault.line == 2);
    CHECK(fault.column == 3);
    CHECK(fault_at(source, 0, {}).line == 1);
    CHECK(fault_at(source, 0, {}).column == 1);
    CHECK(fault_at(source, source.size(), {}).line == 3);
}

TEST_CASE("no space where Japanese goes on") {
    CHECK(joins_without_space("売上", "高"));
    CHECK(joins_without_space("、", "高"));
    CHECK(!joins_without_space("売上", "GPU"));
    CHECK(!joins_without_space("", "高"));
}
