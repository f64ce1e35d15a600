// Enters: records as JSONL on standard input, the schema, a folder. Leaves: one readable file a document in the folder;
// on standard error what the schema finds wrong, with exit 1. Used by tests/golden/run.sh.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "support/json_schema.h"

namespace {

using nlohmann::ordered_json;

constexpr std::size_t line_width = 150;

/// Like dump(2), but what fits on one line stays on one line: a span is read at a glance, and a diff stays short.
void write_pretty(std::string& out, const ordered_json& value, std::size_t indent) {
    const std::string flat = value.dump();
    if (!value.is_structured() || value.empty() || flat.size() + indent <= line_width) {
        out += flat;
        return;
    }
    const std::string margin(indent + 2, ' ');
    out += value.is_object() ? "{" : "[";
    const char* separator = "\n";
    for (const auto& member : value.items()) {
        out += separator;
        out += margin;
        if (value.is_object()) out += ordered_json(member.key()).dump() + ": ";
        write_pretty(out, member.value(), indent + 2);
        separator = ",\n";
    }
    out += "\n" + std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

std::string file_name(std::string id) {
    std::replace(id.begin(), id.end(), '/', '_');
    std::replace(id.begin(), id.end(), '#', '_');
    return id + ".json";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: pretty_records SCHEMA FOLDER < RECORDS.jsonl\n";
        return 2;
    }
    std::ifstream schema_file(argv[1]);
    const auto schema = nlohmann::json::parse(schema_file);
    const std::filesystem::path folder = argv[2];
    bool valid = true;
    for (std::string line; std::getline(std::cin, line);) {
        const auto record = ordered_json::parse(line);
        const auto id = record.at("doc").at("id").get<std::string>();
        for (const std::string& fault : hardfacts::testing::schema_faults(schema, nlohmann::json::parse(line))) {
            std::cerr << id << ": " << fault << '\n';
            valid = false;
        }
        std::string pretty;
        write_pretty(pretty, record, 0);
        std::ofstream(folder / file_name(id), std::ios::binary) << pretty << '\n';
    }
    return valid ? 0 : 1;
}
