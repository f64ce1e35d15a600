#include "write/formats.h"

#include <algorithm>
#include <array>

#include "write/json.h"
#include "write/table.h"

namespace hardfacts {

namespace {

void append_json_line(std::string& out, const Record& record, const View&) {
    append_json(out, record);
    out += '\n';
}

void append_json_item(std::string& out, const Record& record, const View&) { append_json(out, record); }

constexpr std::array<OutputFormat, 3> table = {{
    {"jsonl", "jsonl", "JSON Lines, one record a line", "", "", "", append_json_line},
    {"json", "json", "a JSON array of records", "[\n", ",\n", "\n]\n", append_json_item},
    {"table", "", "what was found, for the eye (--table)", "", "\n", "", append_table, nullptr, false, true},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

std::span<const OutputFormat> output_formats() { return table; }

const OutputFormat& output_format(std::string_view name) {
    return *std::find_if(table.begin(), table.end(), [&](const OutputFormat& row) { return row.name == name; });
}

const OutputFormat* output_format_by_extension(std::string_view path) {
    const std::string_view file = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = file.find_last_of('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == file.size()) return nullptr;
    std::string extension(file.substr(dot + 1));
    std::transform(extension.begin(), extension.end(), extension.begin(), lower);
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const OutputFormat& row) { return row.extension == extension; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace hardfacts
