#include "cli/knowledge_place.h"

#include <doctest/doctest.h>

#include "cli/temporary_folder.h"

using namespace hardfacts;
using namespace hardfacts::cli;
using hardfacts::testing::TemporaryFolder;

namespace {

/// The place found, below the folder; or the code of what was told.
std::string found(const TemporaryFolder& folder, const std::string& named, const char* environment,
                  const std::string& program) {
    const auto place = find_knowledge(named, environment, folder / program);
    if (const auto* fault = std::get_if<Diagnostic>(&place)) return fault->code;
    return std::filesystem::weakly_canonical(std::get<std::filesystem::path>(place))
        .lexically_relative(std::filesystem::weakly_canonical(folder.path()))
        .string();
}

}  // namespace

TEST_CASE("where rules and gazetteers are looked for, and in which order") {
    const TemporaryFolder folder;
    for (const char* place : {"own", "other", "repository", "usr/share/hardfacts"}) {
        folder.write(std::string(place) + "/gazetteers/companies.csv", "");
        folder.write(std::string(place) + "/rules/README.md", "");
    }
    folder.write("usr/bin/hardfacts", "");
    folder.write("repository/build/release/hardfacts", "");
    folder.write("elsewhere/bin/hardfacts", "");
    const std::string installed = "usr/bin/hardfacts";
    const std::string other = folder / "other";
    CHECK(found(folder, folder / "own", other.c_str(), installed) == "own");
    CHECK(found(folder, "", other.c_str(), installed) == "other");
    CHECK(found(folder, "", "", installed) == "usr/share/hardfacts");
    CHECK(found(folder, "", nullptr, "repository/build/release/hardfacts") == "repository");
    CHECK(found(folder, "", nullptr, "elsewhere/bin/hardfacts") == "knowledge.not_found");
    CHECK(found(folder, folder / "usr", other.c_str(), installed) == "knowledge.not_found");
    CHECK(found(folder, "", "/nowhere", installed) == "knowledge.not_found");
}
