#include "knowledge/names.h"

#include <doctest/doctest.h>

#include "knowledge/gazetteer_folder.h"
#include "support/root.h"

namespace hardfacts {

using Faults = std::vector<std::string>;

TEST_CASE("the entities of all files, linked") {
    const GazetteerFolder folder(GazetteerRows{
        {"companies", "acme,Acme Chips,Acme,アクメ,,US,holding\nholding,Acme Holding,,,,US,\n"},
        {"chips", "acme-a1,Acme A1,A1?,,,,acme\nacme-b{0},Acme {0},,,,BX\\d00,acme\n"},
        {"places",
         "nowhere,Nowhere,,,,country,,\nmidland,Midland,,,,state,nowhere,\nsmallville,Smallville,,,,city,,midland\n"},
        {"people", "ann-bell,Ann Bell,Bell?,,,acme\n"},
        {"evidence", "chip,after, chip\n"},
    });
    Diagnostics faults;
    const auto table = NameTable::load(folder.root(), faults);
    for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
    REQUIRE(faults.empty());
    CHECK(table->entities() == 8);
    const std::uint32_t acme = table->find("company:acme"), holding = table->find("company:holding");
    const std::uint32_t chip = table->find("chip:acme-a1"), ann = table->find("person:ann-bell");
    REQUIRE(chip != no_entity);
    CHECK(table->entity(chip).by == "gazetteers/chips.csv#acme-a1");
    CHECK(table->entity(chip).name == "Acme A1");
    CHECK(table->entity(ann).maker == acme);
    CHECK(table->belongs_to(chip, acme));
    CHECK(table->belongs_to(chip, holding));
    CHECK_FALSE(table->belongs_to(holding, acme));
    const std::uint32_t town = table->find("place:smallville");
    CHECK(table->lies_in(town, table->find("place:midland")));
    CHECK(table->lies_in(town, table->find("place:nowhere")));
    CHECK_FALSE(table->lies_in(table->find("place:midland"), town));
    CHECK(table->find("chip:acme-b{0}") == no_entity);
    CHECK(table->find("company:none") == no_entity);
}

TEST_CASE("every fault of every file at once") {
    const GazetteerFolder folder(GazetteerRows{
        {"companies",
         "acme,Acme,,,loud,US,\nacme,Acme Two,,,,US,\nBad Id,Third,,,,US,nobody\nfour,,,,,US,\nfive,X,,,,US,\n"},
        {"chips",
         "c1,Chip One,Acme,,,,acme\nc2,Chip Two,Chip Two,,,,\nc3,Chip {0},,,,C\\d+,\nc4-{0},Chip {0},,,,CC(\\d,\n"},
        {"people", "p,Pat,-Patty,,,ghost\n"},
        {"evidence", "company,beside,x\nfirm,after,x\nchip,after,\n"},
    });
    std::string told;
    for (const std::string& fault : folder.faults()) told += fault + "\n";
    CAPTURE(told);
    CHECK(folder.faults() == Faults{"companies.csv:3:1 gazetteer.duplicate_id", "companies.csv:4:1 gazetteer.bad_id",
                                    "companies.csv:5:6 gazetteer.no_name", "chips.csv:4:1 gazetteer.model_hole",
                                    "companies.csv:4:20 gazetteer.orphan", "companies.csv:2:13 gazetteer.unknown_flag",
                                    "companies.csv:6:6 gazetteer.bad_surface", "chips.csv:4:16 gazetteer.bad_pattern",
                                    "chips.csv:5:20 gazetteer.bad_pattern", "people.csv:2:16 gazetteer.orphan",
                                    "people.csv:2:7 gazetteer.bad_surface", "chips.csv:2:13 gazetteer.surface_owned",
                                    "chips.csv:3:13 gazetteer.duplicate_surface", "evidence.csv:2:9 evidence.side",
                                    "evidence.csv:3:1 evidence.type", "evidence.csv:4:12 evidence.text"});
}

TEST_CASE("a company points to the one it has become") {
    const std::string header = "id,name,aliases,aliases_ja,flags,country,ticker,owner,status,successor\n";
    const GazetteerFolder folder(GazetteerRows{});
    folder.write("companies", header +
                                  "old,Old Chips,,,,US,,,,mid\nmid,Mid Chips,,,,US,,,,new\n"
                                  "new,New Chips,,,,US,,,,\n");
    Diagnostics faults;
    const auto table = NameTable::load(folder.root(), faults);
    for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
    REQUIRE(faults.empty());
    const std::uint32_t oldest = table->find("company:old"), newest = table->find("company:new");
    CHECK(table->entity(oldest).maker == table->find("company:mid"));
    CHECK(table->belongs_to(oldest, newest));
    CHECK_FALSE(table->belongs_to(newest, oldest));

    folder.write("companies", header +
                                  "a,A Chips,,,,US,,,,b\nb,B Chips,,,,US,,,,a\nc,C Chips,,,,US,,,,c\n"
                                  "d,D Chips,,,,US,,,,nobody\ne,E Chips,,,,US,,a,,d\nf,F Chips,,,,US,,,,a\n");
    std::string told;
    for (const std::string& fault : folder.faults()) told += fault + "\n";
    CAPTURE(told);
    CHECK(folder.faults() ==
          Faults{"companies.csv:5:20 gazetteer.orphan", "companies.csv:6:21 gazetteer.owner_and_successor",
                 "companies.csv:2:20 gazetteer.successor_circle", "companies.csv:3:20 gazetteer.successor_circle",
                 "companies.csv:4:20 gazetteer.successor_circle"});
}

TEST_CASE("a surface has one owner, unless the others mark it") {
    struct Row {
        const char* first;
        const char* second;
        bool ok;
    };
    const Row rows[] = {
        {"Nova", "Nova", false},  {"Nova?", "Nova", true}, {"Nova?", "Nova?", true},    {"Nova~", "Nova", true},
        {"=Nova", "Nova", false}, {"NOVA", "Nova", true},  {"Ｎｏｖａ", "Nova", false}, {"No-va", "Nova", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        const GazetteerFolder folder(GazetteerRows{{"companies", std::string("a,First,") + row.first + ",,,,\n"},
                                                   {"products", std::string("b,Second,") + row.second + ",,,,\n"}});
        CHECK(folder.faults().empty() == row.ok);
    }
}

TEST_CASE("missing files and columns are faults") {
    const GazetteerFolder folder(GazetteerRows{});
    folder.write("systems", "id,name,aliases,aliases_ja,flags,maker\n");
    std::filesystem::remove(folder.root() / "gazetteers/places.csv");
    CHECK(folder.faults() == Faults{"systems.csv:1:1 csv.missing_column", "places.csv:0:0 csv.missing_file"});
}

TEST_CASE("the gazetteers of the project load without a fault") {
    Diagnostics faults;
    (void)NameTable::load(HARDFACTS_ROOT, faults);
    for (const Diagnostic& fault : faults) MESSAGE(to_string(fault));
    CHECK(faults.empty());
}

}  // namespace hardfacts
