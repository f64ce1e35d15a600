#include "write/fact_csv_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "write/fact_csv.h"
#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;
using namespace std::string_view_literals;

namespace {

Sheet sheet_of(std::string_view text) {
    auto read = read_sheet(text);
    const auto* fault = std::get_if<std::string>(&read);
    REQUIRE_MESSAGE(fault == nullptr, (fault == nullptr ? "" : *fault));
    return std::get<Sheet>(std::move(read));
}

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
    std::vector<std::vector<std::string>> out;
    for (const Sheet::Row& row : sheet_of(text).rows) out.push_back(row.cells);
    return out;
}

/// A record whose every text is one of the hostile ones.
Record hostile_record(std::string_view text) {
    Record record = full_record();
    const std::string words(text);
    record.doc.id = words;
    record.doc.title = words;
    record.doc.published = words;
    RecordFact& fact = record.facts[0];
    fact.subject = EntityRef{words, words, ""};
    fact.value_text = words;
    fact.roles = {{"holder", {{words, words, ""}, {words, words, ""}}}};
    fact.qualifiers = {{"metric", words}, {words, words}};
    fact.period_text = words;
    fact.attribution = Attribution{words, words, std::nullopt};
    fact.evidence.plain = words;
    fact.id = fact.anchor = fact.restates = fact.rule = fact.kind = fact.attribute = fact.modality = words;
    fact.confidence = words;
    return record;
}

}  // namespace

TEST_CASE("cells are read whatever stands between them and however lines end") {
    using Rows = std::vector<std::vector<std::string>>;
    CHECK(cells_of("a,b\r\n1,\"2,\"\"x\"\"\r\n\"\r\n") == Rows{{"1", "2,\"x\"\r\n"}});
    CHECK(cells_of("\xEF\xBB\xBF"
                   "a\tb\n1\t2\n\n3\t4") == Rows{{"1", "2"}, {"3", "4"}});
    CHECK(cells_of("a;b\r1;2,5\r") == Rows{{"1", "2,5"}});
    CHECK(cells_of("\"a,\";b\n1;2\n") == Rows{{"1", "2"}});
    CHECK(cells_of("a\n'=x\n''y\n") == Rows{{"=x"}, {"'y"}});
    CHECK(cells_of("a,b,c\n1\n") == Rows{{"1", "", ""}});
    CHECK(cells_of("a,b\n").empty());
}

TEST_CASE("what is no sheet is told with its line") {
    const auto fault = [](std::string_view text) {
        const auto read = read_sheet(text);
        const auto* words = std::get_if<std::string>(&read);
        return words == nullptr ? std::string() : *words;
    };
    CHECK(fault("") == "there is no line of headings");
    CHECK(fault("a,b\n\"x\ny\",2\n\"open,\n\n") == "line 4: a quotation mark is not closed");
    CHECK(fault("a,b\n1,2\n1,2,3\n") == "line 3: 3 cells under 2 headings");
}

TEST_CASE("columns are known by their names") {
    const std::vector<FactRow> rows = fact_rows(sheet_of("verdict,fact,quote\naccept,f_1,'=x\n,f_2,y\n"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][fact_field::fact] == "f_1");
    CHECK(rows[0][fact_field::quote] == "=x");
    CHECK(rows[1][fact_field::quote] == "y");
    CHECK(rows[1][fact_field::document].empty());
}

TEST_CASE("records come back from CSV and TSV cell for cell") {
    const std::string long_text(100000, 'q');
    const std::vector<std::string_view> texts = {"plain",
                                                 "=cmd|' /C calc'!A0",
                                                 "+1-2",
                                                 "-",
                                                 "@x",
                                                 "\t=1",
                                                 "a\tb;=c\n=d\r\n'e",
                                                 "\"quoted\", \"\"",
                                                 "a\0b"sv,
                                                 "\xed\xa0\x80\xff",
                                                 "</script><script>alert(1)</script>",
                                                 "007",
                                                 "12345678901234567890",
                                                 "日本語；＝1",
                                                 " ",
                                                 "'",
                                                 "\r",
                                                 long_text};
    for (const std::string_view text : texts) {
        CAPTURE(text.substr(0, 40));
        const Record record = hostile_record(text);
        const std::vector<FactRow> rows = fact_rows(record, "一行。\n二行目");
        View view;
        view.source = "一行。\n二行目";
        std::string csv(csv_opening);
        std::string tsv(tsv_opening);
        append_csv(csv, record, view);
        append_tsv(tsv, record, view);
        CHECK(fact_rows(sheet_of(csv)) == rows);
        CHECK(fact_rows(sheet_of(tsv)) == rows);
    }
}
