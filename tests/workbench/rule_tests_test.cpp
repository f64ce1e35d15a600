#include "workbench/rule_tests.h"

#include <doctest/doctest.h>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

TEST_CASE("globs choose ids") {
    CHECK(fits("relation.uses.en", {}));
    CHECK(fits("relation.uses.en", {"x", "relation.*"}));
    CHECK_FALSE(fits("relation.uses.en", {"relation"}));
}

TEST_CASE("an example that does not come out as written is told with its place") {
    const Layered layered({}, {{"values/mine.toml", R"([[pattern]]
id = "value.veto.blorps"
gives = "nothing"
pattern = '{number} blorps'
match = ["It has 7 racks."]
reject = ["It has 7 chips."]
)"}});
    const RuleTests all = test_rules(layered.bench(), {"value.veto.blorps"});
    CHECK(all.rules == 1);
    CHECK(all.examples == 2);
    REQUIRE(all.faults.size() == 1);
    CHECK(all.faults[0].file == "r/values/mine.toml");
    CHECK(all.faults[0].line == 5);
    CHECK(test_rules(layered.bench(), {"value.ratio.*"}).faults.empty());
    CHECK(test_rules(layered.bench(), {}).faults.size() == 1);
}
