#include "knowledge/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace hardfacts {

namespace {

/// Every cell of the table, rows ended by '|', cells joined by ';'.
std::string shown(const CsvTable& table, std::size_t width) {
    std::string out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t k = 0; k < width; ++k) out += std::string(k == 0 ? "" : ";") + std::string(table.cell(row, k));
        out += '|';
    }
    return out;
}

std::vector<std::string> faults_of(std::string source) {
    Diagnostics faults;
    CsvTable::parse("t.csv", std::move(source), {"id", "name"}, faults);
    std::vector<std::string> out;
    for (const Diagnostic& fault : faults) {
        out.push_back(std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + fault.code);
    }
    return out;
}

}  // namespace

TEST_CASE("cells of every form RFC 4180 allows") {
    struct Row {
        const char* source;
        const char* cells;
    };
    const Row rows[] = {
        {"id,name\na,b\n", "a;b|"},
        {"id,name\r\na,b\r\n", "a;b|"},
        {"id,name\na,b", "a;b|"},
        {"\xEF\xBB\xBFid,name\na,b\n", "a;b|"},
        {"id,name\na,\n,b\n", "a;|;b|"},
        {"id,name\n\na,b\n\n\nc,d\n", "a;b|c;d|"},
        {"id,name\n\"a\",\"b,c\"\n", "a;b,c|"},
        {"id,name\n\"x \"\"y\"\" z\",\"\"\"\"\n", "x \"y\" z;\"|"},
        {"id,name\n\"two\nlines\",b\n", "two\nlines;b|"},
        {"id,name\n\"\",\"\"", ";|"},
        {"id,name\n半導体,\"エヌ,ビ\"\n", "半導体;エヌ,ビ|"},
        {"id,name\na,\r\n", "a;|"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        Diagnostics faults;
        const CsvTable table = CsvTable::parse("t.csv", row.source, {"id", "name"}, faults);
        CHECK(faults.empty());
        CHECK(shown(table, 2) == row.cells);
    }
}

TEST_CASE("every fault of the form is told with its place") {
    struct Row {
        const char* source;
        std::vector<std::string> faults;
    };
    const Row rows[] = {
        {"", {"1:1 csv.empty"}},
        {"id\na\n", {"1:1 csv.missing_column"}},
        {"id,name,id\n", {"1:9 csv.duplicate_column"}},
        {"id,name\na,b,c\nd\ne,f\n", {"2:1 csv.cell_count", "3:1 csv.cell_count"}},
        {"id,name\n社,b\"c\n", {"2:4 csv.quote"}},
        {"id,name\n半導,\"b\nc,d\n", {"2:4 csv.unclosed_quote"}},
        {"id,name\na,\"b\"c\nd,e\n", {"2:6 csv.text_after_quote"}},
        {"id,name\na,\xFF\n", {"2:3 csv.utf8"}},
        {"id,id\na,b\"\n\"c\nd",
         {"1:4 csv.duplicate_column", "1:1 csv.missing_column", "2:4 csv.quote", "3:1 csv.unclosed_quote",
          "3:2 csv.cell_count"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        CHECK(faults_of(row.source) == row.faults);
    }
}

TEST_CASE("a fault inside a cell counts lines and code points") {
    Diagnostics faults;
    const CsvTable table = CsvTable::parse("t.csv", "id,name\na,\"社\n名x\"\n", {}, faults);
    REQUIRE(faults.empty());
    const std::size_t name = table.column("name").value();
    CHECK(to_string(table.fault(0, name, "c", "m")) == "t.csv:2:4: error: m [c]");
    CHECK(to_string(table.fault(0, name, "c", "m", 7)) == "t.csv:3:2: error: m [c]");
}

TEST_CASE("a table keeps its cells when it is moved") {
    Diagnostics faults;
    CsvTable first = CsvTable::parse("t.csv", "id\nab\n", {}, faults);
    const CsvTable second = std::move(first);
    CHECK(second.cell(0, std::size_t{0}) == "ab");
    CHECK(second.cell(0, second.column("nothing")).empty());
}

TEST_CASE("rows of an upper file replace those with the same keys and keep their places") {
    Diagnostics faults;
    CsvTable table = CsvTable::parse("lower.csv", "id,name,flags\na,A,\nb,B,x\nc,C,\n", {}, faults);
    table.overlay(CsvTable::parse("upper.csv", "name,id\nB2,b\nD,d\n", {"id"}, faults), {"id"}, faults);
    table.overlay(CsvTable::parse("top.csv", "id,flags\nd,y\na,z\n", {"id"}, faults), {"id"}, faults);
    REQUIRE(faults.empty());
    const auto id = table.column("id").value(), name = table.column("name").value(),
               flags = table.column("flags").value();
    std::vector<std::string> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        rows.push_back(std::string(table.cell(row, id)) + '=' + std::string(table.cell(row, name)) + '/' +
                       std::string(table.cell(row, flags)) + ' ' +
                       to_string(table.fault(row, id, "c", std::to_string(table.number(row)))));
    }
    CHECK(rows == std::vector<std::string>{"c=C/ lower.csv:4:1: error: 2 [c]", "b=B2/ upper.csv:2:4: error: 0 [c]",
                                           "d=/y top.csv:2:1: error: 0 [c]", "a=/z top.csv:3:1: error: 1 [c]"});
    table.overlay(CsvTable::parse("more.csv", "id,nmae\ne,E\n", {"id"}, faults), {"id"}, faults);
    REQUIRE(faults.size() == 1);
    CHECK(to_string(faults[0]) ==
          "more.csv:1:4: error: no column is called 'nmae'; there are id, name, flags [csv.unknown_column]");
}

}  // namespace hardfacts
