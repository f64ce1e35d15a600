#include "write/xlsx.h"

#include <doctest/doctest.h>

#include <clocale>
#include <string>
#include <string_view>

#include "cli/temporary_folder.h"
#include "write/sample_record.h"
#include "write/zip_entries.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

using Entries = std::map<std::string, std::string>;

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(piece, at)) != std::string_view::npos; at += piece.size()) ++found;
    return found;
}

Record record_of(std::size_t facts) {
    Record record = full_record();
    record.facts.assign(facts, full_fact());
    for (std::size_t k = 0; k < facts; ++k) record.facts[k].id = "f_" + std::to_string(k);
    return record;
}

Entries book_of(std::initializer_list<Record> records, const XlsxLimits& limits = {}, std::string report = "") {
    const TemporaryFolder folder;
    const std::string path = folder / "facts.xlsx";
    const auto writer = open_xlsx({path, path, std::move(report)}, limits);
    for (const Record& record : records) CHECK(writer->add(record, "") == "");
    CHECK(writer->finish() == "");
    return zip_entries(folder.read("facts.xlsx"));
}

/// The texts of the workbook, wherever it keeps them.
std::string texts(const Entries& book) {
    std::string out;
    for (const auto& [name, content] : book) out += content;
    return out;
}

std::vector<std::string> sheets(const Entries& book) {
    std::vector<std::string> out;
    const std::string& xml = book.at("xl/workbook.xml");
    for (std::size_t at = 0; (at = xml.find("<sheet name=\"", at)) != std::string::npos;) {
        at += 13;
        out.push_back(xml.substr(at, xml.find('"', at) - at));
    }
    return out;
}

}  // namespace

TEST_CASE("a workbook with a table for each sheet") {
    const Entries book = book_of({record_of(3)});
    CHECK(sheets(book) == std::vector<std::string>{"Facts", "Entities", "Documents", "About"});
    const std::string& facts = book.at("xl/worksheets/sheet1.xml");
    CHECK(count(facts, "<row ") == 4);
    CHECK(facts.find("state=\"frozen\"") != std::string::npos);
    CHECK(facts.find("<formula1>\"accept,reject,unsure\"</formula1>") != std::string::npos);
    CHECK(count(facts, "<cfRule ") == 3);
    CHECK(facts.find("HYPERLINK") == std::string::npos);
    CHECK(book.at("xl/tables/table1.xml").find("name=\"Facts\"") != std::string::npos);
    CHECK(book.at("xl/tables/table3.xml").find("name=\"Documents\"") != std::string::npos);
    const std::string all = texts(book);
    for (const char* text : {">24,000基を入れる<", ">company:vultr<", ">data centre<", ">news/vultr.md<", ">f_2<"}) {
        CHECK_MESSAGE(all.find(text) != std::string::npos, text);
    }
}

TEST_CASE("each fact leads to its place in the report") {
    const Entries book = book_of({record_of(2)}, {}, "facts.html");
    const std::string& facts = book.at("xl/worksheets/sheet1.xml");
    CHECK(facts.find("<f>HYPERLINK(\"facts.html#f_1\",\"open\")</f>") != std::string::npos);
    CHECK(count(facts, "HYPERLINK(") == 2);
}

TEST_CASE("more facts than fit into memory are streamed, and have a filter") {
    XlsxLimits limits;
    limits.table_rows = 4;
    const Entries book = book_of({record_of(3), record_of(3)}, limits);
    const std::string& facts = book.at("xl/worksheets/sheet1.xml");
    CHECK(count(facts, "<row ") == 7);
    CHECK(facts.find("<autoFilter ref=\"A1:") != std::string::npos);
    CHECK(facts.find("<formula1>\"accept,reject,unsure\"</formula1>") != std::string::npos);
    CHECK_FALSE(book.contains("xl/tables/table1.xml"));
    CHECK(count(facts, ">24,000基を入れる<") == 6);
    CHECK(texts(book_of({record_of(2), record_of(2)}, limits)).find("<table ") != std::string::npos);
}

TEST_CASE("more facts than a sheet has rows go on in further sheets, and About says so") {
    XlsxLimits limits;
    limits.rows = 4;
    for (const std::size_t table_rows : {std::size_t{0}, std::size_t{100}}) {
        limits.table_rows = table_rows;
        const Entries book = book_of({record_of(9)}, limits);
        const std::vector<std::string> names = sheets(book);
        CHECK(std::vector<std::string>(names.begin(), names.begin() + 3) ==
              std::vector<std::string>{"Facts", "Facts 2", "Facts 3"});
        CHECK(count(book.at("xl/worksheets/sheet1.xml"), "<row ") == 5);
        CHECK(count(book.at("xl/worksheets/sheet2.xml"), "<row ") == 5);
        CHECK(count(book.at("xl/worksheets/sheet3.xml"), "<row ") == 2);
        CHECK(texts(book).find("the facts go on in Facts 2 to Facts 3") != std::string::npos);
    }
}

TEST_CASE("a workbook without facts, and one without documents") {
    Record record = full_record();
    record.facts.clear();
    CHECK(count(book_of({record}).at("xl/worksheets/sheet1.xml"), "<row ") == 1);
    const Entries empty = book_of({});
    CHECK(count(empty.at("xl/worksheets/sheet3.xml"), "<row ") == 1);
    CHECK(texts(empty).find("0 facts of 0 documents") != std::string::npos);
}

TEST_CASE("texts longer than a cell are cut, and About says how many") {
    Record record = record_of(1);
    record.facts[0].evidence.plain = std::string(40000, 'q');
    const std::string all = texts(book_of({record}));
    CHECK(all.find("qqq … [cut: 7293 more characters]<") != std::string::npos);
    CHECK(all.find("1 texts are longer") != std::string::npos);
}

TEST_CASE("a value with more digits than a cell stands as text") {
    Record record = record_of(1);
    Value value = units_value();
    value.magnitude = value.base = number("1234567890123456789");
    record.facts[0].value = std::make_shared<const Value>(value);
    const Entries book = book_of({record});
    CHECK(book.at("xl/worksheets/sheet1.xml").find("<v>1.23456") == std::string::npos);
    CHECK(book.at("xl/sharedStrings.xml").find("<t>1234567890123456789</t>") != std::string::npos);
}

TEST_CASE("bytes that are no text do no harm") {
    Record record = record_of(1);
    const std::string bad("a\0\x01\xff\xed\xa0\x80<&\"]]>\n", 15);
    record.doc.id = bad;
    record.doc.title = bad;
    record.facts[0].evidence.plain = bad;
    record.mentions[0].text = bad;
    const std::string all = texts(book_of({record}));
    CHECK(all.find("a␀␁\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&lt;&amp;\"]]&gt; ⏎ ") != std::string::npos);
    CHECK(all.find('\x01') == std::string::npos);
}

TEST_CASE("the same records give the same bytes") { CHECK(book_of({record_of(2)}) == book_of({record_of(2)})); }

TEST_CASE("numbers have a point in every locale") {
    const PointLocale point;
    CHECK(std::string_view(localeconv()->decimal_point) == ".");
}

TEST_CASE("a workbook that cannot be written is told") {
    const auto writer = open_xlsx({"/no/such/folder/facts.xlsx", "facts.xlsx", ""}, XlsxLimits());
    CHECK(writer->add(full_record(), "") == "");
    CHECK(writer->finish().starts_with("facts.xlsx: the workbook cannot be written: "));
}
