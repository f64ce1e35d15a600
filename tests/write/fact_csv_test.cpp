#include "write/fact_csv.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;
using namespace std::string_view_literals;

TEST_CASE("a line a fact, in the order of the headings") {
    CHECK(
        csv_opening.starts_with("\xEF\xBB\xBF"
                                "document,title,date,subject,"));
    CHECK(csv_opening.ends_with(",path,record\r\n"));
    std::string out;
    append_csv(out, full_record(), {});
    CHECK(out.starts_with(
        "vultr.md,\"Vultr、24,000基を導入\",2025-12-06,AMD Instinct MI355X,count,units,,eq,24000,,,unit,"
        "\"24,000基\",24000,,,unit,"));
    CHECK(out.ends_with(",,30,51,2,,ja,news/vultr.md,\r\n"));
    std::string tabs;
    append_tsv(tabs, full_record(), {});
    CHECK(tabs.starts_with("vultr.md\tVultr、24,000基を導入\t2025-12-06\t"));
    CHECK(tsv_opening.ends_with("\tpath\trecord\r\n"));
}

TEST_CASE("numbers and dates stand as they are; what claims to be one and is none is guarded") {
    Record record = full_record();
    Value value = units_value();
    value.base = number("-12345678901234567890.5");
    record.facts[0].value = std::make_shared<const Value>(value);
    record.doc.published = "2025-12-06T10:00:00+09:00";
    std::string out;
    append_csv(out, record, {});
    CHECK(out.find(",-12345678901234567890.5,") != std::string::npos);
    CHECK(out.find(",2025-12-06T10:00:00+09:00,") != std::string::npos);
    for (const char* kept : {"2025", "2025-12", "2025-12-06"}) {
        record.doc.published = kept;
        out.clear();
        append_csv(out, record, {});
        CHECK(out.find(",\"Vultr、24,000基を導入\"," + std::string(kept) + ",AMD") != std::string::npos);
    }
    for (const char* text : {"007", "12:30", "20251206001234567", "2025-1-2"}) {
        record.doc.published = text;
        out.clear();
        append_csv(out, record, {});
        CHECK(out.find(",'" + std::string(text) + ",AMD") != std::string::npos);
    }
    out.clear();
    record.doc.published = "=cmd|' /C calc'!A0";
    record.facts[0].confidence = "+1";
    out.clear();
    append_csv(out, record, {});
    CHECK(out.find(",'=cmd|' /C calc'!A0,") != std::string::npos);
    CHECK(out.find(",'+1,") != std::string::npos);
}

TEST_CASE("quotes only where they are needed") {
    struct Row {
        std::string_view title, cell;
    };
    const Row rows[] = {{"plain", "plain"}, {"a \"b\" c", "\"a \"\"b\"\" c\""},
                        {"a,b", "\"a,b\""}, {"a\nb", "\"a\nb\""},
                        {" a", "\" a\""},   {"a ", "\"a \""}};
    for (const Row& row : rows) {
        Record record = full_record();
        record.doc.title = row.title;
        std::string out;
        append_csv(out, record, {});
        CHECK(out.starts_with("vultr.md," + std::string(row.cell) + ",2025"));
    }
}

TEST_CASE("no cell is a formula, or another number or date than it says; the guard comes off again") {
    struct Row {
        std::string_view text, guarded;
    };
    const Row rows[] = {
        {"", ""},
        {"plain, text - with + signs = inside", "plain, text - with + signs = inside"},
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-5%", "'-5%"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"＝1", "'＝1"},
        {"＋1", "'＋1"},
        {"－1", "'－1"},
        {"＠x", "'＠x"},
        {"  =1", "  '=1"},
        {"\xE3\x80\x80=1", "\xE3\x80\x80'=1"},
        {"\xEF\xBB\xBF=1", "\xEF\xBB\xBF'=1"},
        {"\t=1", "'\t'=1"},
        {"\r\n=1", "'\r\n'=1"},
        {"'quoted'", "''quoted'"},
        {"''", "'''"},
        {"a;=1", "a;'=1"},
        {"a; -1; b", "a; '-1; b"},
        {"a\n@b\tc\t'd", "a\n'@b\tc\t''d"},
        {"a, -1", "a, -1"},
        {"007", "'007"},
        {"20251206001234567", "'20251206001234567"},
        {"123456789012345", "123456789012345"},
        {"1234567890123456", "'1234567890123456"},
        {"1E5", "'1E5"},
        {"10-20", "'10-20"},
        {"1/2", "'1/2"},
        {"10:30", "'10:30"},
        {"2025-12-06", "'2025-12-06"},
        {"2025-12-06.md", "2025-12-06.md"},
        {"24,000", "24,000"},
        {"0.5", "0.5"},
        {"-", "'-"},
        {"e", "e"},
        {" 007", " '007"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(guarded(row.text) == row.guarded);
        CHECK(unguarded(row.guarded) == row.text);
    }
}

TEST_CASE("the guard comes off again, whatever stands where") {
    const std::string_view pieces[] = {"=", "'", " ", ";", "\t", "\n", "a", "1", "-", "＝", "\xE3\x80\x80", "\r"};
    constexpr std::size_t count = std::size(pieces);
    for (std::size_t k = 0; k < count * count * count * count; ++k) {
        std::string text;
        for (std::size_t rest = k, n = 0; n < 4; rest /= count, ++n) text += pieces[rest % count];
        REQUIRE(unguarded(guarded(text)) == text);
    }
}
