#include "write/database_schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "cli/temporary_folder.h"
#include "write/fact_columns.h"

using namespace hardfacts;
using hardfacts::testing::TemporaryFolder;

namespace {

std::int64_t number_of(Database& database, const std::string& sql) {
    std::int64_t number = -1;
    CHECK(database.ask(sql.c_str(), number) == "");
    return number;
}

}  // namespace

TEST_CASE("an empty database gets its tables and marks, once") {
    const TemporaryFolder folder;
    for (int time = 0; time < 2; ++time) {
        Database database;
        REQUIRE(database.open(folder / "a.db", "a.db") == "");
        CHECK(begin_database(database, "a.db") == "");
        CHECK(database.run("COMMIT") == "");
        CHECK(number_of(database, "PRAGMA user_version") == database_version);
        CHECK(number_of(database, "PRAGMA application_id") == database_application);
        for (const char* view :
             {"all_facts", "latest_facts", "latest_documents", "latest_relations", "latest_mentions", "entities"}) {
            CHECK(number_of(database, std::string("SELECT count(*) FROM ") + view) == 0);
        }
    }
}

TEST_CASE("nothing remains of what was begun and not finished") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    CHECK(begin_database(database, "a.db") == "");
    database.close();
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    CHECK(number_of(database, "SELECT count(*) FROM sqlite_schema") == 0);
}

TEST_CASE("databases that are not ours, or newer than this program, are refused") {
    struct Row {
        const char *made_by, *fault;
    };
    const Row rows[] = {
        {"CREATE TABLE theirs(a)", "a.db: is the database of another program; name another file, which is made new"},
        {"PRAGMA user_version = 1", "a.db: is the database of another program; name another file, which is made new"},
        {"PRAGMA application_id = 5", "a.db: is the database of another program; name another file, which is made new"},
        {"PRAGMA application_id = 1751540596; PRAGMA user_version = 2",
         "a.db: was made by a newer version of hardfacts (its tables are of version 2, this program knows 1); use that "
         "version, or name another file"},
    };
    for (const Row& row : rows) {
        const TemporaryFolder folder;
        Database database;
        REQUIRE(database.open(folder / "a.db", "a.db") == "");
        REQUIRE(database.run(row.made_by) == "");
        CHECK(begin_database(database, "a.db") == row.fault);
    }
}

TEST_CASE("the columns named for statements are those of the tables") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    REQUIRE(begin_database(database, "a.db") == "");
    for (const char* table : {"mentions", "facts"}) {
        for (const std::string& columns : {value_columns, span_columns}) {
            CHECK(database.run(("SELECT " + columns + " FROM " + table).c_str()) == "");
        }
    }
}

TEST_CASE("the views of facts have the columns of the other tables of facts, in their order") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    REQUIRE(begin_database(database, "a.db") == "");
    for (const std::string view : {"all_facts", "latest_facts"}) {
        for (std::size_t k = 0; k < fact_columns.size(); ++k) {
            CAPTURE(fact_columns[k].name);
            CHECK(number_of(database, "SELECT count(*) FROM pragma_table_info('" + view +
                                          "') WHERE cid = " + std::to_string(k) + " AND name = '" +
                                          std::string(fact_columns[k].name) + "'") == 1);
        }
    }
}
