#include "knowledge/attributes.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace hardfacts;

TEST_CASE("all faults of attributes.csv are told at once, with their places") {
    const auto root = std::filesystem::temp_directory_path() / "hardfacts_attributes_test";
    std::filesystem::create_directories(root / "gazetteers");
    std::ofstream(root / "gazetteers/attributes.csv") << "kind,attribute,measure,cue,side,weight\n"
                                                         "money,revenue,money,sales,near,7\n"
                                                         "cash,revenue,money,sales,near,7\n"
                                                         "money,,money,sales,beside,70\n"
                                                         "money,revenue,dollars,sales,near,7\n";
    Diagnostics faults;
    AttributeTable::load(root, faults);
    std::filesystem::remove_all(root);
    std::string places;
    for (const Diagnostic& fault : faults) {
        places += std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ';
    }
    CHECK(places == "3:1 4:7 4:20 4:27 5:15 ");
}

TEST_CASE("the project's own table loads, and finds cues with their rows") {
    Diagnostics faults;
    const auto table = AttributeTable::load(HARDFACTS_ROOT, faults);
    REQUIRE(faults.empty());
    const std::string text = "四半期の売上高は";
    std::vector<AttributeTable::Hit> hits;
    table->find(text, {0, text.size()}, hits);
    REQUIRE(!hits.empty());
    CHECK(hits[0].cue->attribute == "revenue");
    CHECK(hits[0].cue->by.starts_with("gazetteers/attributes.csv#"));
    REQUIRE(table->by_measure("compute") != nullptr);
    CHECK(table->by_measure("compute")->attribute == "compute");
    CHECK(table->by_measure("duration") == nullptr);
}
