#include "write/database.h"

#include <sqlite3.h>

#include "model/utf8.h"
#include "write/valid_text.h"

namespace hardfacts {

namespace {

constexpr int patience_in_ms = 5000;

std::string meaning(int code, const std::string& said) {
    switch (code & 0xFF) {  // the rest tells apart what is the same to a user
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return "another program is writing to the database; try again when it has finished";
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN: return "cannot be written (" + said + "); the file and its folder must both be writable";
        case SQLITE_NOTADB: return "is no SQLite database; name another file";
        case SQLITE_CORRUPT:
            return "the database is damaged (" + said + "); name another file, or put back a copy of it";
        case SQLITE_FULL: return "cannot be written: the disk is full";
        default: return "cannot be written: " + said;
    }
}

}  // namespace

Database::Database() = default;
Database::~Database() { close(); }

void Database::close() {
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
}

std::string Database::open(const std::string& path, const std::string& name) {
    close();
    name_ = name;
    // No name of a file is a URI here, and none is of a database in memory.
    const std::string file = path.empty() || path.front() == '/' ? path : "./" + path;
    const int code = sqlite3_open_v2(file.c_str(), &handle_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK) return told(code);
    sqlite3_busy_timeout(handle_, patience_in_ms);
    if (sqlite3_db_readonly(handle_, "main") == 1) return told(SQLITE_READONLY);
    return "";
}

std::string Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? "" : told(code);
}

std::string Database::ask(const char* sql, std::int64_t& number) {
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    number = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    std::string fault = code == SQLITE_ROW || code == SQLITE_DONE ? "" : told(code);
    sqlite3_finalize(statement);
    return fault;
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

bool Database::changed() const { return sqlite3_changes(handle_) != 0; }

std::string Database::told(int code) const {
    const char* said = handle_ != nullptr ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    return name_ + ": " + meaning(code, said);
}

Statement::~Statement() { sqlite3_finalize(handle_); }

std::string Statement::prepare(Database& database, const std::string& sql) {
    sqlite3_finalize(handle_);
    handle_ = nullptr;
    database_ = &database;
    next_ = 1;
    fault_ = SQLITE_OK;
    const int code = sqlite3_prepare_v3(database.handle(), sql.c_str(), static_cast<int>(sql.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
    return code == SQLITE_OK ? "" : database.told(code);
}

namespace {

int bind(sqlite3_stmt* statement, int at, std::string_view text, bool lives_on) {
    if (find_invalid_utf8(text) != std::string_view::npos) return bind(statement, at, valid_text(text), false);
    // A null pointer would be NULL, and an empty text is not.
    const char* data = text.empty() ? "" : text.data();
    return sqlite3_bind_text64(statement, at, data, text.size(), lives_on ? SQLITE_STATIC : SQLITE_TRANSIENT,
                               SQLITE_UTF8);
}

}  // namespace

Statement& Statement::put(std::string_view text) {
    const int code = bind(handle_, next_++, text, true);
    if (fault_ == SQLITE_OK) fault_ = code;
    return *this;
}

Statement& Statement::put_copy(const std::string& text) {
    const int code = bind(handle_, next_++, text, false);
    if (fault_ == SQLITE_OK) fault_ = code;
    return *this;
}

Statement& Statement::put_optional(const std::optional<std::string>& text) {
    return text ? put(std::string_view(*text)) : put_null();
}

Statement& Statement::put_or_null(std::string_view text) { return text.empty() ? put_null() : put(text); }

Statement& Statement::put(std::int64_t number) {
    const int code = sqlite3_bind_int64(handle_, next_++, number);
    if (fault_ == SQLITE_OK) fault_ = code;
    return *this;
}

Statement& Statement::put_null() {
    const int code = sqlite3_bind_null(handle_, next_++);
    if (fault_ == SQLITE_OK) fault_ = code;
    return *this;
}

std::string Statement::run() {
    const int put = fault_;
    const int stepped = put == SQLITE_OK ? sqlite3_step(handle_) : put;
    const bool done = stepped == SQLITE_DONE || stepped == SQLITE_ROW;
    std::string fault = done ? "" : database_->told(stepped);
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    next_ = 1;
    fault_ = SQLITE_OK;
    return fault;
}

}  // namespace hardfacts
