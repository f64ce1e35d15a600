#include "write/sqlite.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <memory>
#include <string>

#include "cli/temporary_folder.h"
#include "write/database.h"
#include "write/sample_record.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// Adds a run of one record to the database; false: without finishing it.
void add_run(const std::string& path, const Record& record, bool finished = true, std::string_view source = "") {
    std::string fault;
    const std::unique_ptr<FileWriter> writer = open_sqlite({path, path, ""}, fault);
    REQUIRE(fault == "");
    REQUIRE(writer);
    CHECK(writer->add(record, source) == "");
    if (finished) CHECK(writer->finish() == "");
}

std::int64_t number_in(const std::string& path, const std::string& sql) {
    Database database;
    REQUIRE(database.open(path, path) == "");
    std::int64_t number = -1;
    CHECK(database.ask(sql.c_str(), number) == "");
    return number;
}

}  // namespace

TEST_CASE("a record that uses every member stands in the tables") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    add_run(path, full_record(), true, "VultrはAMDと組み、24,000基を入れる");
    struct Row {
        const char* sql;
        std::int64_t number;
    };
    const Row rows[] = {
        {"SELECT count(*) FROM documents WHERE id = 'vultr.md' AND tags = '[\"GPU\",\"AMD\"]' AND record IS NULL", 1},
        {"SELECT count(*) FROM mentions WHERE entity = 'company:vultr' AND known = 1 AND number IS NULL AND low IS "
         "NULL",
         1},
        {"SELECT count(*) FROM mentions WHERE number = '24000' AND low = 24000.0 AND points = 0 AND entity IS NULL", 1},
        {"SELECT count(*) FROM facts WHERE number = '24000' AND high = 24000.0 AND confidence = 0.95", 1},
        {"SELECT subject_mention IS NULL FROM facts", 1},
        {"SELECT value_mention FROM facts", 1},
        {"SELECT count(*) FROM roles WHERE role = 'holder'", 2},
        {"SELECT count(*) FROM roles WHERE mention IS NULL", 2},
        {"SELECT count(*) FROM qualifiers", 3},
        {"SELECT count(*) FROM qualifiers WHERE name = 'period' AND date_start = '2026-04-01' AND date_end IS NULL", 1},
        {"SELECT count(*) FROM occurrences WHERE fact IS NOT NULL", 4},
        {"SELECT count(*) FROM occurrences WHERE relation IS NOT NULL", 1},
        {"SELECT count(*) FROM relations WHERE from_name = 'Vultr' AND attributed_to = 'sources'", 1},
        {"SELECT count(*) FROM warnings", 2},
        {"SELECT count(*) FROM warnings WHERE char_start IS NULL", 1},
        {"SELECT count(*) FROM latest_facts WHERE holder = 'Vultr; AMD' AND period = '2026年度' AND location = 'Ohio'",
         1},
        {"SELECT count(*) FROM facts_text WHERE facts_text MATCH 'quote: \"入 れ る\" AND names: Ohio'", 1},
        {"SELECT count(*) FROM sources_text WHERE sources_text MATCH 'AMD'", 1},
        {"SELECT facts FROM runs WHERE finished IS NOT NULL AND program LIKE 'hardfacts %'", 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sql);
        CHECK(number_in(path, row.sql) == row.number);
    }
}

TEST_CASE("a run that is not finished is not there") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    add_run(path, full_record());
    add_run(path, full_record(), false);
    CHECK(number_in(path, "SELECT count(*) FROM runs") == 1);
    add_run(path, full_record());
    CHECK(number_in(path, "SELECT count(*) FROM runs") == 2);
    CHECK(number_in(path, "SELECT count(*) FROM all_facts") == 2);
    CHECK(number_in(path, "SELECT count(*) FROM latest_facts") == 1);
}

TEST_CASE("a text stands once, and differs by its charset") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Record record = full_record();
    add_run(path, record, true, "富岳");
    add_run(path, record, true, "富岳");
    add_run(path, record);
    CHECK(number_in(path, "SELECT count(*) FROM sources") == 1);
    CHECK(number_in(path, "SELECT count(*) FROM sources_text WHERE sources_text MATCH '富'") == 1);
    CHECK(number_in(path, "SELECT count(source) FROM documents") == 3);
    record.doc.encoding = "EUC-JP";
    add_run(path, record, true, "別の文");
    CHECK(number_in(path, "SELECT count(*) FROM sources") == 2);
}

TEST_CASE("records that name mentions twice or name none that they have are taken") {
    const TemporaryFolder folder;
    const std::string path = folder / "a.db";
    Record record = full_record();
    record.mentions.push_back(record.mentions.front());
    record.facts.push_back(record.facts.front());
    record.facts.back().value_mention = "m77";
    add_run(path, record);
    CHECK(number_in(path, "SELECT count(*) FROM facts WHERE value_mention IS NULL") == 1);
    CHECK(number_in(path, "SELECT count(*) FROM mentions") == 3);
}

TEST_CASE("a range has its ends as bounds; a date has none") {
    const TemporaryFolder folder;
    Record record = full_record();
    Value range = units_value();
    range.magnitude = between("80", "90");
    range.base = between("0.5", "900000000000000000000");
    Value date;
    date.date_start = "2025-07";
    record.mentions = {value_mention("m1", MentionType::percent, "8割から9割", range),
                       value_mention("m2", MentionType::date, "7月", date)};
    add_run(folder / "a.db", record);
    CHECK(number_in(folder / "a.db",
                    "SELECT count(*) FROM mentions WHERE min = '80' AND base_min = '0.5' AND low = 0.5 "
                    "AND base_max = '900000000000000000000' AND high = 9e20") == 1);
    CHECK(number_in(folder / "a.db", "SELECT count(*) FROM mentions WHERE date_start = '2025-07' AND low IS NULL") ==
          1);
}
