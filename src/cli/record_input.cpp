#include "cli/record_input.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>
#include <variant>

#include "cli/ordered_pool.h"
#include "write/json_objects.h"
#include "write/record_reader.h"

namespace hardfacts::cli {

namespace {

/// An object of a file, and what it holds.
struct Task {
    JsonObjects::Object object;
    std::variant<Record, std::string> read;
};

/// With `threads` above 1 the records to come are read while those before are taken, which takes a workbook as long.
bool read_stream(std::istream& in, const std::string& name, unsigned threads, Talk& talk,
                 const std::function<bool(Record&&)>& take) {
    OrderedPool<Task> pool(
        threads, [](Task& task) { task.read = read_record(task.object.text); },
        [&](Task& task) {
            if (const auto* fault = std::get_if<std::string>(&task.read)) {
                talk.tell({Severity::error, name, task.object.line, 0, "record.form", *fault});
                return true;
            }
            return take(std::get<Record>(std::move(task.read)));
        });
    JsonObjects objects(in);
    while (auto object = objects.next()) {
        if (!pool.submit({std::move(*object), std::string()})) return false;
    }
    return pool.finish();
}

}  // namespace

/// Of a pipe each record is handed on as soon as it has come.
bool read_records(const std::vector<std::string>& files, Talk& talk, const std::function<bool(Record&&)>& take) {
    for (const std::string& file : files) {
        if (file == "-") {
            if (!read_stream(std::cin, "<stdin>", 1, talk, take)) return false;
        } else if (std::ifstream in(file, std::ios::binary); in) {
            if (!read_stream(in, file, 2, talk, take)) return false;
        } else {
            talk.tell({Severity::error, file, 0, 0, "input.unreadable",
                       "cannot be opened: " + std::generic_category().message(errno)});
        }
    }
    return true;
}

}  // namespace hardfacts::cli
