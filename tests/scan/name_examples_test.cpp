// The rules of rules/names/ are tests of themselves: every match gives its name, every reject stays silent.
#include "scan/name_examples.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace hardfacts;

TEST_CASE("every example of every name rule comes out as written") {
    Diagnostics faults;
    const auto table = NameRuleTable::load(std::filesystem::path(HARDFACTS_ROOT), faults);
    for (const Diagnostic& fault : faults) FAIL_CHECK(to_string(fault));
    REQUIRE(faults.empty());
    REQUIRE(table->examples.size() > 40);
    for (const Diagnostic& fault : check_name_examples(*table)) FAIL_CHECK(to_string(fault));
}
