#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "hardfacts.h"
#include "write/json.h"

namespace fs = std::filesystem;

namespace {

struct Input {
    fs::path path;
    std::string id;
};

std::vector<Input> inputs_of(const std::string& argument) {
    if (!fs::is_directory(argument)) return {{argument, argument}};
    std::vector<Input> found;
    for (const auto& entry : fs::recursive_directory_iterator(argument)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".md" && extension != ".txt" && extension != ".jsonl") continue;
        found.push_back({entry.path(), fs::relative(entry.path(), argument).generic_string()});
    }
    std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.id < b.id; });
    return found;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::vector<Input> inputs;
    std::ofstream file;
    for (std::size_t k = 1; k < arguments.size(); ++k) {
        if (arguments[k] == "-o" && k + 1 < arguments.size()) {
            file.open(arguments[++k], std::ios::binary);
        } else {
            for (Input& input : inputs_of(arguments[k])) inputs.push_back(std::move(input));
        }
    }
    const fs::path root = fs::read_symlink("/proc/self/exe").parent_path() / "../..";
    auto loaded = hardfacts::Extractor::load(root);
    if (const auto* faults = std::get_if<hardfacts::Diagnostics>(&loaded)) {
        for (const auto& fault : *faults) std::cerr << to_string(fault) << '\n';
        return 2;
    }
    const auto& extractor = std::get<hardfacts::Extractor>(loaded);
    std::ostream& out = file.is_open() ? file : std::cout;
    int status = 0;
    std::string line;
    for (const Input& input : inputs) {
        std::ifstream in(input.path, std::ios::binary);
        hardfacts::InputOptions options;
        options.path = input.path.string();
        options.id = input.id;
        const auto on_record = [&](hardfacts::Record&& record) {
            line.clear();
            append_json(line, record);
            out << line << '\n';
            return true;
        };
        extractor.extract(in, options, on_record, [&](hardfacts::Diagnostic&& fault) {
            std::cerr << to_string(fault) << '\n';
            if (fault.severity == hardfacts::Severity::error) status = 3;
        });
    }
    return status;
}
