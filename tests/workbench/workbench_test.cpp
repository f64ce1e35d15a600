#include "workbench/workbench.h"

#include <doctest/doctest.h>

#include "knowledge/knowledge.h"
#include "knowledge/names.h"
#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

TEST_CASE("a workbench knows its folders and what they say") {
    const Layered layered(Files{{"companies.csv", "id,name\nquillbrook,Quillbrook Systems\n"}});
    const Workbench bench = layered.bench();
    CHECK(bench.folders().gazetteers.size() == 2);
    CHECK(bench.knowledge().names->find("company:quillbrook") != no_entity);
}

TEST_CASE("knowledge that does not load gives every fault") {
    const Layered layered(Files{{"companies.csv", "id,name\nNo slug,X\n"}, {"people.csv", "id\n,\n"}});
    const auto loaded = Workbench::load(layered.folders());
    REQUIRE(std::holds_alternative<Diagnostics>(loaded));
    CHECK(std::get<Diagnostics>(loaded).size() >= 2);
}
