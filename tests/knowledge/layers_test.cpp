#include "knowledge/layers.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "cli/temporary_folder.h"

namespace hardfacts {

using testing::TemporaryFolder;

namespace {

std::vector<std::string> told(const Diagnostics& faults, const TemporaryFolder& folder) {
    std::vector<std::string> out;
    for (const Diagnostic& fault : faults) {
        std::string line = fault.file + ':' + std::to_string(fault.line) + ' ' + fault.code;
        if (const std::size_t at = line.find(folder.path()); at != std::string::npos)
            line.erase(at, folder.path().size() + 1);
        out.push_back(std::move(line));
    }
    return out;
}

/// "file: id id", the rules of each file that are left.
std::vector<std::string> ids_of(const std::vector<RuleFile>& files) {
    std::vector<std::string> out;
    for (const RuleFile& file : files) {
        std::string line = file.name + ':';
        for (const auto& [key, node] : file.tables) {
            if (node.is_table()) {
                for (const auto& [name, pattern] : *node.as_table()) line += " {" + std::string(name.str()) + '}';
            } else {
                for (const toml::node& entry : *node.as_array()) {
                    line += ' ' + (*entry.as_table())["id"].value_or(std::string("?"));
                }
            }
        }
        out.push_back(line);
    }
    return out;
}

}  // namespace

TEST_CASE("gazetteer rows of a later layer take the place of rows with their id") {
    const TemporaryFolder folder;
    folder.write("base/gazetteers/x.csv", "id,name\na,A\nb,B\n");
    folder.write("mine/x.csv", "id\nb\nc\n");
    folder.write("empty/y.csv", "");
    KnowledgeFolders folders(folder / "base");
    folders.add_gazetteers("empty");
    folders.add_gazetteers(folder / "mine");
    Diagnostics faults;
    const CsvTable rows = load_rows(folders, "x.csv", {"id", "name"}, {"id"}, faults);
    CHECK(faults.empty());
    REQUIRE(rows.rows() == 3);
    CHECK(rows.cell(1, std::size_t{0}) == "b");
    CHECK(rows.cell(1, std::size_t{1}).empty());
    CHECK(rows.file(0) == "gazetteers/x.csv");
    CHECK(rows.file(1) == folder / "mine/x.csv");
    folders.drafts[folder / "mine/x.csv"] = "id\nz\n";
    CHECK(load_rows(folders, "x.csv", {"id"}, {"id"}, faults).rows() == 3);
    CHECK(load_rows(folders, "none.csv", {"id"}, {"id"}, faults).rows() == 0);
    CHECK(told(faults, folder) == std::vector<std::string>{"gazetteers/none.csv:0 csv.missing_file"});
}

TEST_CASE("rules of a later layer take the place of rules with their id, or switch them off") {
    const TemporaryFolder folder;
    folder.write("base/rules/values/a.toml",
                 "[shared]\none = 'x'\ntwo = 'y'\n[[rule]]\nid = \"r1\"\n[[rule]]\nid = \"r2\"\n");
    folder.write("base/rules/values/b.toml", "[[rule]]\nid = \"r3\"\n[[class]]\nname = \"c\"\n");
    folder.write(
        "mine/values/m.toml",
        "[shared]\ntwo = 'z'\n[[rule]]\nid = \"r3\"\n[[rule]]\nid = \"r1\"\noff = true\n[[rule]]\nid = \"r4\"\n");
    folder.write("top/values/t.toml", "[[rule]]\nid = \"r4\"\noff = true\n");
    KnowledgeFolders folders(folder / "base");
    folders.add_rules(folder / "mine", "mine");
    Diagnostics faults;
    CHECK(ids_of(load_rule_files(folders, "values", false, faults)) ==
          std::vector<std::string>{"rules/values/a.toml: r2 {one}", "rules/values/b.toml: ?",
                                   "mine/values/m.toml: r3 r4 {two}"});
    folders.add_rules(folder / "top", "top");
    CHECK(ids_of(load_rule_files(folders, "values", false, faults)).at(2) == "mine/values/m.toml: r3 {two}");
    CHECK(faults.empty());
}

TEST_CASE("what switches nothing off, cannot be read or is read by nothing is told") {
    const TemporaryFolder folder;
    folder.write("base/rules/values/a.toml", "[[rule]]\nid = \"r1\"\n");
    folder.write(
        "mine/values/m.toml",
        "[[rule]]\nid = \"r9\"\noff = true\n[[rule]]\nid = \"r1\"\noff = true\nwords = 1\n[[rule]]\noff = 3\n");
    folder.write("mine/values/n.toml", "[[rule]\n");
    folder.write("mine/claim/x.toml", "");
    folder.write("mine/loose.toml", "");
    folder.write("mine/README.md", "");
    folder.write("names/company.csv", "");
    folder.write("names/companies.csv", "");
    KnowledgeFolders folders(folder / "base");
    folders.add_rules(folder / "mine", "mine");
    folders.add_rules(folder / "nowhere", "nowhere");
    folders.add_gazetteers(folder / "names", "names");
    folders.add_gazetteers(folder / "nowhere", "nowhere");
    Diagnostics faults;
    (void)load_rule_files(folders, "values", false, faults);
    (void)load_rule_files(folders, "names", false, faults);
    (void)load_rule_files(folders, "claims", true, faults);
    CHECK(told(faults, folder) ==
          std::vector<std::string>{"mine/values/n.toml:1 rule.toml", "mine/values/m.toml:1 rule.off",
                                   "mine/values/m.toml:6 rule.off", "mine/values/m.toml:9 rule.off",
                                   "rules/names:0 rule.missing_file"});
    faults.clear();
    check_layers(folders, faults);
    std::vector<std::string> lines = told(faults, folder);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<std::string>{"mine/claim:0 layer.unknown_file", "mine/loose.toml:0 layer.unknown_file",
                                            "names/company.csv:0 layer.unknown_file", "nowhere:0 layer.unreadable",
                                            "nowhere:0 layer.unreadable"});
}

TEST_CASE("layers are called by their paths, and no two the same") {
    KnowledgeFolders folders("/somewhere");
    folders.add_gazetteers("gazetteers/");
    folders.add_gazetteers("gazetteers");
    folders.add_gazetteers("/abs", "abs");
    REQUIRE(folders.gazetteers.size() == 4);
    CHECK(folders.gazetteers[1].shown == "./gazetteers");
    CHECK(folders.gazetteers[2].shown == "././gazetteers");
    CHECK(folders.gazetteers[3].shown == "abs");
}

}  // namespace hardfacts
