#include "cli/project.h"

#include <doctest/doctest.h>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using namespace hardfacts::cli;
using hardfacts::testing::TemporaryFolder;

TEST_CASE("a project file names folders, which count from its own") {
    const TemporaryFolder folder;
    folder.write("p/hardfacts.toml", "gazetteers = [\"mine\", \"../shared/names\"]\nrules = \"/abs/rules\"\n");
    Diagnostics faults;
    const Project project = read_project(folder / "p/hardfacts.toml", faults);
    CHECK(faults.empty());
    CHECK_FALSE(project.knowledge);
    REQUIRE(project.gazetteers.size() == 2);
    CHECK(project.gazetteers[0].written == "mine");
    CHECK(project.gazetteers[0].path == folder / "p/mine");
    CHECK(project.gazetteers[1].path == folder / "shared/names");
    REQUIRE(project.rules.size() == 1);
    CHECK(project.rules[0].path == "/abs/rules");
}

TEST_CASE("the nearest project file above counts") {
    const TemporaryFolder folder;
    folder.write("p/hardfacts.toml", "");
    folder.write("p/a/b/x", "");
    folder.write("p/a/c/hardfacts.toml", "");
    CHECK(find_project(folder / "p/a/b") == folder / "p/hardfacts.toml");
    CHECK(find_project(folder / "p/a/c") == folder / "p/a/c/hardfacts.toml");
}

TEST_CASE("every fault of a project file is told with its place") {
    const TemporaryFolder folder;
    struct Row {
        const char* source;
        std::vector<std::string> faults;
    };
    const Row rows[] = {
        {"rules = 3\ngazeteers = \"x\"\nknowledge = \"\"\n",
         {"2:1 project.key", "3:13 project.type", "1:9 project.type"}},
        {"rules = [\"a\", 7, \"\"]\n", {"1:15 project.type", "1:18 project.type"}},
        {"rules = [\n", {"1:11 project.toml"}},
        {"rules = \"\xFF\"\n", {"1:9 project.toml"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.source);
        folder.write("hardfacts.toml", row.source);
        Diagnostics faults;
        (void)read_project(folder / "hardfacts.toml", faults);
        std::vector<std::string> told;
        for (const Diagnostic& fault : faults) {
            told.push_back(std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' + fault.code);
        }
        CHECK(told == row.faults);
    }
    Diagnostics faults;
    (void)read_project(folder / "none.toml", faults);
    (void)read_project(folder.path(), faults);
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].code == "project.unreadable");
    CHECK(faults[1].code == "project.unreadable");
}
