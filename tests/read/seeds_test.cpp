// What the fuzzers start from and what they found, read in every format: the promises of read/ hold without a fuzzer.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "read/formats.h"
#include "read/promises.h"
#include "read/read.h"
#include "support/root.h"

using namespace hardfacts;

TEST_CASE("every seed of the fuzzers keeps the promises of a document, in every format") {
    std::size_t documents = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(HARDFACTS_ROOT "/tests/fuzz/seeds")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(file), {});
        for (const Format& format : formats()) {
            InputOptions options;
            options.path = options.id = entry.path().string();
            options.format = format.name;
            std::istringstream in(bytes);
            const auto check = [&](Document&& document) {
                ++documents;
                const std::string broken = test::broken_promise(document);
                CHECK_MESSAGE(broken.empty(), broken, " in ", entry.path().string(), " as ", options.format);
                return true;
            };
            read_documents(in, options, check, [](Diagnostic&&) {});
        }
    }
    CHECK(documents > 100);
}
