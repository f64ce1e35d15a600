#include "write/database.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using hardfacts::testing::TemporaryFolder;
using namespace std::literals;

namespace {

std::int64_t number_of(Database& database, const char* sql) {
    std::int64_t number = -1;
    CHECK(database.ask(sql, number) == "");
    return number;
}

}  // namespace

TEST_CASE("what was put stands in the row, of its type") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    REQUIRE(database.run("CREATE TABLE t(a TEXT, b TEXT, c TEXT, d TEXT, e INTEGER, f TEXT)") == "");
    Statement statement;
    REQUIRE(statement.prepare(database, "INSERT INTO t VALUES(?, ?, ?, ?, ?, ?)") == "");
    for (int row = 0; row < 2; ++row) {
        statement.put("富岳"sv).put_optional(std::nullopt).put_or_null("").put_copy("12.50").put(std::size_t{7});
        CHECK(statement.put(""sv).run() == "");
        CHECK(database.last_row() == row + 1);
        CHECK(database.changed());
    }
    CHECK(number_of(database,
                    "SELECT count(*) FROM t WHERE a = '富岳' AND b IS NULL AND c IS NULL AND d = '12.50' AND e = 7 "
                    "AND f = ''") == 2);
}

TEST_CASE("text that is no UTF-8 is mended, and a zero inside is kept") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    REQUIRE(database.run("CREATE TABLE t(a TEXT)") == "");
    Statement statement;
    REQUIRE(statement.prepare(database, "INSERT INTO t VALUES(?)") == "");
    CHECK(statement.put("a\xFFz"sv).run() == "");
    CHECK(statement.put("a\0z"sv).run() == "");
    CHECK(number_of(database, "SELECT count(*) FROM t WHERE a = 'a' || char(0xFFFD) || 'z'") == 1);
    CHECK(number_of(database, "SELECT length(CAST(a AS BLOB)) FROM t WHERE rowid = 2") == 3);
}

TEST_CASE("faults name the file and say what to do, and a statement goes on after one") {
    const TemporaryFolder folder;
    Database database;
    REQUIRE(database.open(folder / "a.db", "a.db") == "");
    REQUIRE(database.run("CREATE TABLE t(a TEXT NOT NULL)") == "");
    CHECK(database.run("SELECT nowhere") == "a.db: cannot be written: no such column: nowhere");
    Statement statement;
    CHECK(statement.prepare(database, "INSERT INTO u VALUES(?)") == "a.db: cannot be written: no such table: u");
    REQUIRE(statement.prepare(database, "INSERT INTO t VALUES(?)") == "");
    CHECK(statement.put_null().run() == "a.db: cannot be written: NOT NULL constraint failed: t.a");
    CHECK(statement.put("a"sv).run() == "");
    CHECK(statement.put("a"sv).put("b"sv).run() != "");
    CHECK(statement.put("b"sv).run() == "");
    CHECK(number_of(database, "SELECT count(*) FROM t") == 2);
}

TEST_CASE("names that SQLite would take for something else are files") {
    const TemporaryFolder folder;
    folder.write("text.db", std::string(5000, 'x'));
    Database database;
    CHECK(database.open(folder / "file:x.db", "file:x.db") == "");
    CHECK(database.run("CREATE TABLE t(a)") == "");
    CHECK(folder.file_count() == 2);
    CHECK(database.open(folder / "missing/x.db", "x.db").starts_with("x.db: cannot be written ("));
    REQUIRE(database.open(folder / "text.db", "text.db") == "");
    CHECK(database.run("CREATE TABLE t(a)") == "text.db: is no SQLite database; name another file");
}
