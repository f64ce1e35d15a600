#include "cli/inputs.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using namespace hardfacts::cli;
using hardfacts::testing::TemporaryFolder;

namespace {

using Strings = std::vector<std::string>;

const std::vector<InputFormat> formats = {{"text", {"txt"}, ""}, {"markdown", {"md"}, ""}};

Strings ids(const InputList& list) {
    Strings out;
    for (const Input& input : list.inputs) out.push_back(input.id);
    return out;
}

Strings codes(const InputList& list) {
    Strings out;
    for (const Diagnostic& fault : list.faults) out.push_back(fault.code);
    return out;
}

}  // namespace

TEST_CASE("a folder gives its files of known formats, in the order of their paths") {
    const TemporaryFolder folder;
    for (const char* name : {"b.md", "a/z.txt", "a/b/deep.MD", "a.md", "日本.txt", "picture.png", "noextension",
                             ".hidden.md", ".git/x.md", "a-b.md", "trailing."}) {
        folder.write(name, "x");
    }
    const InputList list = list_inputs({folder.path()}, {}, formats);
    CHECK(ids(list) == Strings{"a-b.md", "a.md", "a/b/deep.MD", "a/z.txt", "b.md", "日本.txt"});
    CHECK(list.faults.empty());
    CHECK(list.inputs[0].path == folder / "a-b.md");
}

TEST_CASE("files and standard input are taken as they are named, in the order they are named") {
    const TemporaryFolder folder;
    folder.write("b.log", "x");
    folder.write("a.md", "x");
    const InputList list = list_inputs({folder / "b.log", "-", folder / "a.md"}, {}, formats);
    CHECK(ids(list) == Strings{folder / "b.log", "", folder / "a.md"});
    CHECK(list.inputs[1].path == "-");
    CHECK(list.faults.empty());
}

TEST_CASE("--include chooses by name or path, whatever the extension") {
    const TemporaryFolder folder;
    for (const char* name : {"a.md", "b.log", "sub/c.log", "sub/d.md"}) folder.write(name, "x");
    CHECK(ids(list_inputs({folder.path()}, {{"*.log"}, {}}, formats)) == Strings{"b.log", "sub/c.log"});
    CHECK(ids(list_inputs({folder.path()}, {{"sub/*"}, {}}, formats)) == Strings{"sub/c.log", "sub/d.md"});
    CHECK(ids(list_inputs({folder.path()}, {{"a.*", "d.*"}, {}}, formats)) == Strings{"a.md", "sub/d.md"});
}

TEST_CASE("what is written is not read") {
    const TemporaryFolder folder;
    for (const char* name : {"a.md", "out.md"}) folder.write(name, "x");
    CHECK(ids(list_inputs({folder.path()}, {{}, {folder / "./out.md"}}, formats)) == Strings{"a.md"});
}

TEST_CASE("links to files are followed, links to folders are not") {
    const TemporaryFolder folder;
    folder.write("sub/a.md", "x");
    std::filesystem::create_symlink(folder / "sub/a.md", folder / "link.md");
    std::filesystem::create_directory_symlink(folder.path(), folder / "sub/loop");
    CHECK(ids(list_inputs({folder.path()}, {}, formats)) == Strings{"link.md", "sub/a.md"});
}

TEST_CASE("what is wrong with an argument is told, and the others are done") {
    const TemporaryFolder folder;
    folder.write("empty/picture.png", "x");
    folder.write("a.md", "x");
    const InputList list = list_inputs({folder / "missing", folder / "empty", folder / "a.md"}, {}, formats);
    CHECK(codes(list) == Strings{"input.missing", "input.empty_folder"});
    CHECK(list.faults[0].file == folder / "missing");
    CHECK(list.faults[1].message == "the folder holds no file of a known format (.txt, .md)");
    CHECK(list.inputs.size() == 1);
}

TEST_CASE("two inputs of one id are pointed out") {
    const TemporaryFolder folder;
    folder.write("x/a.md", "x");
    folder.write("y/a.md", "x");
    const InputList list = list_inputs({folder / "x", folder / "y"}, {}, formats);
    REQUIRE(codes(list) == Strings{"input.same_id"});
    CHECK(list.faults[0].severity == Severity::warning);
    CHECK(list.inputs.size() == 2);
}
