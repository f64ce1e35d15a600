#include "read/field_kind.h"

#include <string>

#include "read/reading.h"

using namespace hardfacts;
using namespace hardfacts::test;

TEST_CASE("what a field is written in") {
    struct Row {
        std::string text;
        TextKind kind;
    };
    for (const Row& row : {
             Row{"Alpha buys ten racks.", TextKind::sniffed},
             {"", TextKind::sniffed},
             {"3 < 4, a<b, <5 racks> and <alpha@example.com>", TextKind::sniffed},
             {"R & D, AT&T and &b", TextKind::sniffed},
             {"# Racks\n\n- one\n- two", TextKind::sniffed},
             {"<p>Ten racks.</p>", TextKind::html},
             {"Ten<br>racks.", TextKind::html},
             {"Ten <strong class=x>racks</strong>", TextKind::html},
             {"<EM>Ten</EM> racks", TextKind::html},
             {"<emu> and <iq>", TextKind::sniffed},
             {"<h2>Racks</h2>\n# of them: ten", TextKind::html},
             {"a line\n\n</div>", TextKind::html},
             {"AT&amp;T buys ten racks.\n\nBeta, too.", TextKind::markdown},
             {"&#8220;Ten&#8221; racks", TextKind::markdown},
             {"# Racks\n\nTen<br>racks", TextKind::markdown},
             {"---\ntitle: Racks\n---\nTen <b>racks</b>", TextKind::markdown},
             {"| Rack | Power |\n|---|---|\n| one<br>two | 50 kW |", TextKind::markdown},
         }) {
        CHECK_MESSAGE(kind_of_field(row.text) == row.kind, row.text);
        CHECK(shows_html(row.text) == (kind_of_field(row.text) != TextKind::sniffed));
    }
}

TEST_CASE("fields of JSON are read as what they show") {
    struct Row {
        std::string json;  ///< the string as JSON writes it
        std::string blocks;
    };
    for (const Row& row : {
             Row{"<p>Ten&nbsp;racks of <b>Al</b>pha.</p>\\n<ul><li>one</li><li>two</li></ul>",
                 "p: Ten\u00A0racks of Alpha.\nli1: one [after Ten\u00A0racks of Alpha.]\n"
                 "li1: two [after Ten\u00A0racks of Alpha.]\n"},
             {"Ten racks\\u003cbr\\u003eTwo more<br><br>End.", "p: Ten racks\np: Two more\np: End.\n"},
             {"<table><tr><th>Rack</th><th>Power</th></tr><tr><th>one</th><td>50 kW</td></tr></table>",
              "cell1/0/0: Rack\ncell1/0/1: Power [row Rack]\ncell1/1/0: one [column Rack]\n"
              "cell1/1/1: 50 kW [row one] [column Power]\n"},
             {"AT&amp;T buys ten racks.\\n\\nBeta &lt;10.", "p: AT&T buys ten racks.\np: Beta <10.\n"},
             {"# Racks\\n\\nTen **racks**<br>of Alpha",
              "h1: Racks\np: Ten racks [under Racks]\np: of Alpha [under Racks]\n"},
             {"Alpha <10 racks & more", "p: Alpha <10 racks & more\n"},
         }) {
        for (const char* format : {"jsonl", "json"}) {
            InputOptions options;
            options.path = "news.x";
            options.format = format;
            const Reading reading = read("{\"id\":\"a\",\"text\":\"" + row.json + "\"}\n", options);
            CAPTURE(row.json);
            REQUIRE(reading.documents.size() == 1);
            CHECK(shown(reading.documents[0]) == row.blocks);
        }
    }
}

TEST_CASE("of HTML in a field the article is read, or all text") {
    const std::string line =
        "{\"text\":\"<nav><a href='/'>Gamma</a></nav><p>Alpha buys ten racks from Beta and builds a hall for "
        "them in the north of the country, where the power comes from the river.</p>\"}\n";
    InputOptions options;
    options.path = "news.jsonl";
    CHECK(read(line, options).documents.at(0).text.find("Gamma") == std::string::npos);
    options.all_text = true;
    CHECK(read(line, options).documents.at(0).text.find("Gamma") != std::string::npos);
}
