// Enters: an open SQLite database. Leaves: the same with the tables and views of docs/sqlite.md, ready for a run.
// Tested in tests/write/database_schema_test.cpp.
#pragma once

#include <cstdint>
#include <string>

#include "write/database.h"

namespace hardfacts {

/// `PRAGMA application_id` of our databases: "hfct".
inline constexpr std::int64_t database_application = 0x68666374;
/// `PRAGMA user_version`: goes up by one when a table or view changes.
inline constexpr std::int64_t database_version = 1;

/// Begins the transaction of a run, and makes what is missing in an empty database. The string is what forbids it:
/// another program's database, or one of a newer version of this one. `name`: for what is told.
std::string begin_database(Database& database, const std::string& name);

/// The columns that hold a value, and those that hold a span, as they stand in tables: parted by ", ".
extern const std::string value_columns;
extern const std::string span_columns;

}  // namespace hardfacts
