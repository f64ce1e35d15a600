#include "cli/record_input.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>
#include <utility>
#include <variant>

#include "write/json_objects.h"
#include "write/record_reader.h"

namespace hardfacts::cli {

namespace {

bool read_stream(std::istream& in, const std::string& name, Talk& talk, const std::function<bool(Record&&)>& take) {
    JsonObjects objects(in);
    while (const auto object = objects.next()) {
        auto read = read_record(object->text);
        if (const auto* fault = std::get_if<std::string>(&read)) {
            talk.tell({Severity::error, name, object->line, 0, "record.form", *fault});
        } else if (!take(std::get<Record>(std::move(read)))) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool read_records(const std::vector<std::string>& files, Talk& talk, const std::function<bool(Record&&)>& take) {
    for (const std::string& file : files) {
        if (file == "-") {
            if (!read_stream(std::cin, "<stdin>", talk, take)) return false;
        } else if (std::ifstream in(file, std::ios::binary); in) {
            if (!read_stream(in, file, talk, take)) return false;
        } else {
            talk.tell({Severity::error, file, 0, 0, "input.unreadable",
                       "cannot be opened: " + std::generic_category().message(errno)});
        }
    }
    return true;
}

}  // namespace hardfacts::cli
