#include "cli/output_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "cli/temporary_folder.h"

using namespace hardfacts::cli;
using hardfacts::testing::TemporaryFolder;

TEST_CASE("a file appears when it is finished, and not before") {
    const TemporaryFolder folder;
    std::string fault;
    {
        const auto file = open_output_file(folder / "out.jsonl", fault);
        REQUIRE(file);
        CHECK(file->write("one\n") == "");
        CHECK(file->write(std::string(1 << 20, 'x')) == "");
        CHECK_FALSE(std::filesystem::exists(folder / "out.jsonl"));
        CHECK(file->write("\nend\n") == "");
        CHECK(file->finish() == "");
    }
    CHECK(folder.read("out.jsonl") == "one\n" + std::string(1 << 20, 'x') + "\nend\n");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a file that is not finished leaves what was there, and nothing beside it") {
    const TemporaryFolder folder;
    folder.write("out.jsonl", "earlier");
    std::string fault;
    {
        const auto file = open_output_file(folder / "out.jsonl", fault);
        REQUIRE(file);
        CHECK(file->write(std::string(1 << 20, 'x')) == "");
    }
    CHECK(folder.read("out.jsonl") == "earlier");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("a file that is replaced keeps its mode, a link its target") {
    const TemporaryFolder folder;
    folder.write("real/out.jsonl", "earlier");
    chmod((folder / "real/out.jsonl").c_str(), 0640);
    std::filesystem::create_symlink(folder / "real/out.jsonl", folder / "link.jsonl");
    std::string fault;
    {
        const auto file = open_output_file(folder / "link.jsonl", fault);
        REQUIRE(file);
        CHECK(file->write("new") == "");
        CHECK(file->finish() == "");
    }
    CHECK(std::filesystem::is_symlink(folder / "link.jsonl"));
    CHECK(folder.read("real/out.jsonl") == "new");
    struct stat now {};
    stat((folder / "real/out.jsonl").c_str(), &now);
    CHECK((now.st_mode & 0777U) == 0640U);
}

TEST_CASE("what cannot be written is told at once") {
    const TemporaryFolder folder;
    folder.write("folder.jsonl/x", "");
    std::string fault;
    CHECK_FALSE(open_output_file(folder / "missing/out.jsonl", fault));
    CHECK(fault.find("does not exist; make it first") != std::string::npos);
    CHECK_FALSE(open_output_file(folder / "folder.jsonl", fault));
    CHECK(fault.find("is a folder") != std::string::npos);
    CHECK_FALSE(open_output_file("/proc/out.jsonl", fault));
    CHECK(fault.find("/proc") != std::string::npos);
}

TEST_CASE("a device is written straight, and says when it is full") {
    std::string fault;
    const auto file = open_output_file("/dev/full", fault);
    REQUIRE(file);
    CHECK(file->write("x") == "");
    CHECK(file->finish().starts_with("/dev/full: cannot write: "));
}

TEST_CASE("a file that came to be meanwhile is replaced, unless it is to be kept") {
    const TemporaryFolder folder;
    std::string fault;
    for (const bool keep : {false, true}) {
        folder.write("out.db", "");
        std::filesystem::remove(folder / "out.db");
        const auto place = open_output_place(folder / "out.db", fault, keep);
        REQUIRE(place);
        std::ofstream(place->path()) << "ours";
        folder.write("out.db", "theirs");
        const std::string told = place->finish();
        CHECK(folder.read("out.db") == (keep ? "theirs" : "ours"));
        CHECK(told.empty() != keep);
    }
    const auto free = open_output_place(folder / "free.db", fault, true);
    REQUIRE(free);
    std::ofstream(free->path()) << "ours";
    CHECK(free->finish() == "");
    CHECK(folder.read("free.db") == "ours");
}

TEST_CASE("what stands in the way of writing into a file is told") {
    const TemporaryFolder folder;
    folder.write("out.db", "");
    CHECK(output_place_fault(folder / "out.db") == "");
    CHECK(output_place_fault(folder / "new.db") == "");
    CHECK(output_place_fault(folder.path()).ends_with("is a folder; name a file in it"));
    CHECK(output_place_fault("/dev/null").ends_with("is no regular file; this format can be written to a file only"));
}
