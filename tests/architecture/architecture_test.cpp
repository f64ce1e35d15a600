// The shape of src/, as src/README.md states it, read from the files themselves.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "support/root.h"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string, std::less<>>;

// What each folder of src/ may include, besides itself. A name with a dot is that one file.
const std::map<std::string, Names, std::less<>> allowed = {
    {"model", {}},
    {"read", {"model"}},
    {"fold", {"model"}},
    {"knowledge", {"model", "fold/fold.h"}},
    {"scan", {"model", "knowledge"}},
    {"compose", {"model", "knowledge"}},
    {"resolve", {"model", "knowledge"}},
    {"write", {"model", "hardfacts.h"}},
    {"workbench",
     {"model", "knowledge", "fold/fold.h", "scan/scan.h", "scan/name_examples.h", "scan/value_examples.h",
      "compose/rule_examples.h"}},
    {"cli", {"model", "write", "workbench", "hardfacts.h"}},
    {"hardfacts.h", {"model"}},
    {"pipeline.cpp", {"model", "read", "fold", "knowledge", "scan", "compose", "resolve", "hardfacts.h"}},
};

struct File {
    std::string path;  // below src/, with slashes
    std::string text;
};

std::string first_part(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

std::vector<std::string> own_includes(std::string_view text) {
    std::vector<std::string> found;
    for (std::size_t at = 0; (at = text.find("#include \"", at)) != std::string_view::npos;) {
        at += std::string_view("#include \"").size();
        found.emplace_back(text.substr(at, text.find('"', at) - at));
    }
    return found;
}

/// What is wrong with the file's includes, one line each; empty if nothing is.
std::vector<std::string> include_faults(const File& file) {
    const std::string part = first_part(file.path);
    const auto row = allowed.find(part);
    if (row == allowed.end()) return {file.path + " stands in a place that the include rule does not know"};
    std::vector<std::string> faults;
    for (const std::string& include : own_includes(file.text)) {
        const std::string target = first_part(include);
        const bool own = target == part && part.find('.') == std::string::npos;
        if (own || row->second.contains(target) || row->second.contains(include)) continue;
        faults.push_back(file.path + " includes " + include);
    }
    return faults;
}

/// The library neither prints nor ends the program: only cli/ may.
std::vector<std::string> printing_faults(const File& file) {
    if (first_part(file.path) == "cli") return {};
    std::vector<std::string> faults;
    for (const char* word :
         {"<iostream>", "<cstdio>", "std::cout", "std::cerr", "printf(", "std::exit", "std::abort", "std::terminate"}) {
        std::size_t at = file.text.find(word);
        if (std::string_view(word) == "printf(" && at != std::string::npos && at > 0 && file.text[at - 1] == 'n') {
            at = std::string::npos;  // snprintf writes into a buffer
        }
        if (at != std::string::npos) faults.push_back(file.path + " uses " + word);
    }
    return faults;
}

std::optional<std::string> opening_fault(const File& file) {
    if (!file.path.ends_with(".h") || file.text.starts_with("// Enters: ")) return std::nullopt;
    return file.path + " does not open with what enters and what leaves";
}

/// Paths below tests/ that the opening comment names.
std::vector<std::string> named_tests(const File& file) {
    std::vector<std::string> found;
    const std::string_view opening = std::string_view(file.text).substr(0, file.text.find("\n#"));
    for (std::size_t at = 0; (at = opening.find("tests/", at)) != std::string_view::npos;) {
        std::size_t end = opening.find_first_of(" ,;:()\n", at);
        if (end == std::string_view::npos) end = opening.size();
        std::string path(opening.substr(at, end - at));
        while (path.ends_with('.') || path.ends_with('/')) path.pop_back();
        found.push_back(std::move(path));
        at = end;
    }
    return found;
}

std::vector<File> source_files() {
    const fs::path root = fs::path(HARDFACTS_ROOT) / "src";
    std::vector<File> files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({fs::relative(entry.path(), root).generic_string(),
                         std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>())});
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

}  // namespace

TEST_CASE("the include rule is told apart from its breach") {
    const auto faults = [](const char* path, const char* text) { return include_faults({path, text}).size(); };
    CHECK(faults("scan/values.cpp", "#include \"scan/values.h\"\n#include \"model/span.h\"\n#include <vector>\n") == 0);
    CHECK(faults("scan/values.cpp", "#include \"read/read.h\"\n") == 1);
    CHECK(faults("knowledge/names.cpp", "#include \"fold/fold.h\"\n") == 0);
    CHECK(faults("knowledge/names.cpp", "#include \"fold/table.h\"\n") == 1);
    CHECK(faults("hardfacts.h", "#include \"knowledge/knowledge.h\"\n") == 1);
    CHECK(faults("write/json.cpp", "#include \"cli/table.h\"\n#include \"../scan/scan.h\"\n") == 2);
    CHECK(faults("misc/misc.h", "") == 1);
    CHECK(printing_faults({"scan/a.cpp", "std::cerr << 1;"}).size() == 1);
    CHECK(printing_faults({"write/a.cpp", "std::snprintf(buffer, 4, \"%d\", 1);"}).empty());
    CHECK(printing_faults({"write/a.cpp", "std::printf(\"x\");"}).size() == 1);
    CHECK(opening_fault({"scan/a.h", "#pragma once\n"}).has_value());
    CHECK(named_tests({"a.h", "// Enters: x. Tested in tests/a/ and tests/b_test.cpp.\n#pragma once\n"}) ==
          std::vector<std::string>{"tests/a", "tests/b_test.cpp"});
}

TEST_CASE("every file of src/ keeps the include rule") {
    const std::vector<File> files = source_files();
    REQUIRE(files.size() > 20);
    for (const File& file : files) {
        for (const std::string& fault : include_faults(file)) FAIL_CHECK(fault);
    }
}

TEST_CASE("the library neither prints nor exits") {
    for (const File& file : source_files()) {
        for (const std::string& fault : printing_faults(file)) FAIL_CHECK(fault);
    }
}

TEST_CASE("every header opens with what enters and what leaves, and its tests exist") {
    for (const File& file : source_files()) {
        if (const auto fault = opening_fault(file)) FAIL_CHECK(*fault);
        for (const std::string& path : named_tests(file)) {
            CHECK_MESSAGE(fs::exists(fs::path(HARDFACTS_ROOT) / path), file.path << " names " << path);
        }
    }
}

TEST_CASE("files of src/ stay small enough to read at one sitting") {
    for (const File& file : source_files()) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        WARN_MESSAGE(lines <= 400, file.path << " has " << lines << " lines: move a wall");
    }
}

TEST_CASE("links between the documents lead somewhere") {
    const fs::path root = HARDFACTS_ROOT;
    for (const char* document : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/README.md", "examples/README.md",
                                 "gazetteers/README.md", "rules/README.md"}) {
        std::ifstream in(root / document, std::ios::binary);
        CHECK_MESSAGE(in.good(), document << " is missing");
        const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        for (std::size_t at = 0; (at = text.find("](", at)) != std::string::npos;) {
            at += 2;
            const std::string target = text.substr(at, text.find_first_of(")#", at) - at);
            if (target.empty() || target.find(':') != std::string::npos) continue;
            CHECK_MESSAGE(fs::exists((root / document).parent_path() / target), document << " links to " << target);
        }
    }
}
