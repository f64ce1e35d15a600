// The rules of rules/values/ are tests of themselves: every match gives what it says, every reject stays silent.
#include "scan/value_examples.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace hardfacts;

TEST_CASE("every example of every value rule comes out as written") {
    Diagnostics faults;
    const auto table = ValueTable::load(std::filesystem::path(HARDFACTS_ROOT), faults);
    for (const Diagnostic& fault : faults) FAIL_CHECK(to_string(fault));
    REQUIRE(faults.empty());
    REQUIRE(table->examples.size() > 100);
    for (const Diagnostic& fault : check_value_examples(*table)) FAIL_CHECK(to_string(fault));
}
