#include "workbench/finder.h"

#include <doctest/doctest.h>

#include "support/root.h"
#include "workbench/workbench.h"

using namespace hardfacts;

TEST_CASE("names and units are found as in a document") {
    const auto loaded = Workbench::load(KnowledgeFolders(HARDFACTS_ROOT));
    const auto& bench = std::get<Workbench>(loaded);
    const NameFinder finder(bench.knowledge());
    const auto names = finder.names_in("NVIDIA\nan ordinary word\nby AMD");
    REQUIRE(names.size() == 2);
    CHECK(names[0].entity == "company:nvidia");
    CHECK_FALSE(names[0].whole);
    CHECK(finder.names_in("ＮＶＩＤＩＡ").at(0).whole);
    CHECK(finder.names_in("").empty());
    CHECK(finder.units_in("35 GB") == std::vector<std::string>{"GB data"});
    CHECK(finder.units_in("no number").empty());
}
