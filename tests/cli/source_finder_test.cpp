#include "cli/source_finder.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using namespace hardfacts::cli;
using hardfacts::testing::TemporaryFolder;

namespace {

/// Records that name these documents as their sources, without facts.
std::vector<Record> records_of(const std::string& bytes, const std::string& path) {
    std::istringstream in(bytes);
    InputOptions options;
    options.path = options.id = path;
    std::vector<Record> out;
    read_documents(
        in, options,
        [&](Document&& document) {
            Record record;
            record.doc = document.info;
            record.sha256 = source_digest(document);
            out.push_back(record);
            return true;
        },
        [](Diagnostic&&) {});
    return out;
}

}  // namespace

TEST_CASE("sources are found again where they were, below a folder, and inside files of records") {
    const TemporaryFolder folder;
    const std::string lines = "{\"id\":\"a\",\"text\":\"first\"}\n{\"id\":\"b\",\"text\":\"富岳\"}\n";
    folder.write("news/a.txt", "TSMC は 3 nm");
    folder.write("news/feed.jsonl", lines);
    SourceFinder below(folder.path());
    CHECK(below.source_of(records_of("TSMC は 3 nm", "news/a.txt").at(0)) == "TSMC は 3 nm");
    const std::vector<Record> records = records_of(lines, "news/feed.jsonl");
    CHECK(below.source_of(records.at(1)) == "富岳");
    CHECK(below.source_of(records.at(0)) == "first");
    SourceFinder here("");
    CHECK(here.source_of(records_of("TSMC は 3 nm", folder / "news/a.txt").at(0)) == "TSMC は 3 nm");
}

TEST_CASE("a source whose bytes are others is none, and neither is one that is gone or was a stream") {
    const TemporaryFolder folder;
    folder.write("a.txt", "changed");
    SourceFinder finder(folder.path());
    CHECK(finder.source_of(records_of("as it was", "a.txt").at(0)) == "");
    CHECK(finder.source_of(records_of("as it was", "gone.txt").at(0)) == "");
    CHECK(finder.source_of(records_of("as it was", "<stdin>").at(0)) == "");
    folder.write("folder.txt/x", "");
    CHECK(finder.source_of(records_of("as it was", "folder.txt").at(0)) == "");
}

TEST_CASE("a file of another charset is read by the record's") {
    const TemporaryFolder folder;
    const std::string cp932 = "\x95\x78\x8a\x78 7nm";  // 富岳 7nm
    folder.write("a.txt", cp932);
    std::istringstream in(cp932);
    Record record;
    InputOptions options;
    options.path = "a.txt";
    options.encoding = "Shift_JIS";
    read_documents(
        in, options,
        [&](Document&& document) {
            record.doc = document.info;
            record.sha256 = source_digest(document);
            return true;
        },
        [](Diagnostic&&) {});
    CHECK(SourceFinder(folder.path()).source_of(record) == "富岳 7nm");
}
