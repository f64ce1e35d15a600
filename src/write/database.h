// Enters: SQL and values. Leaves: an SQLite database that was read or changed. A thin coat over sqlite3, whose
// functions give an empty string, or what went wrong and what to do. Tested in tests/write/database_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace hardfacts {

class Database {
public:
    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Opens the file at `path`, which is made where there is none. `name`: for what is told.
    std::string open(const std::string& path, const std::string& name);
    /// Runs statements that give no rows, parted by semicolons.
    std::string run(const char* sql);
    /// The first number of the first row, 0 without one.
    std::string ask(const char* sql, std::int64_t& number);
    /// Closes it; what was begun and not committed is undone.
    void close();

    std::int64_t last_row() const;
    /// True if the last statement changed a row.
    bool changed() const;
    /// What the code of an sqlite3 function means to who named the file.
    std::string told(int code) const;
    sqlite3* handle() const { return handle_; }

private:
    sqlite3* handle_ = nullptr;
    std::string name_;
};

/// A prepared statement without rows. Values are put in their order, then run() takes them; what a string_view shows
/// must live until then. Text that is no UTF-8 is mended, so that every reader of the database can read it.
class Statement {
public:
    Statement() = default;
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// REQUIRES: the database outlives it.
    std::string prepare(Database& database, const std::string& sql);

    Statement& put(std::string_view text);
    Statement& put_optional(const std::optional<std::string>& text);
    /// Text of a temporary.
    Statement& put_copy(const std::string& text);
    /// NULL where it is empty.
    Statement& put_or_null(std::string_view text);
    Statement& put(std::int64_t number);
    Statement& put(std::size_t number) { return put(static_cast<std::int64_t>(number)); }
    Statement& put_null();
    /// Runs it with what was put, and begins anew.
    std::string run();

private:
    Database* database_ = nullptr;
    sqlite3_stmt* handle_ = nullptr;
    int next_ = 1;
    int fault_ = 0;  ///< the first that a put met, an sqlite3 code
};

}  // namespace hardfacts
