#include "knowledge/subject_weights.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace hardfacts;

TEST_CASE("the project's own weights are whole") {
    Diagnostics faults;
    const auto weights = SubjectWeights::load(HARDFACTS_ROOT, faults);
    CHECK(faults.empty());
    CHECK(weights->of(Sign::counted) > 0);
    CHECK(weights->of(Sign::mark_baseline) < 0);
}

TEST_CASE("unknown signs, numbers that are none, doubles and gaps are told at once") {
    const auto root = std::filesystem::temp_directory_path() / "hardfacts_subject_weights_test";
    std::filesystem::create_directories(root / "gazetteers");
    std::ofstream(root / "gazetteers/subject_weights.csv")
        << "sign,weight\nlead_in,10\nlead_in,20\nmoonlight,3\ntitle,much\n";
    Diagnostics faults;
    SubjectWeights::load(root, faults);
    std::filesystem::remove_all(root);
    std::size_t missing = 0;
    std::string places;
    for (const Diagnostic& fault : faults) {
        if (fault.message.find("has no weight") != std::string::npos)
            ++missing;
        else
            places += std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ';
    }
    CHECK(places == "3:1 4:1 5:7 ");
    CHECK(missing == sign_count - 2);
}
