#include "workbench/gazetteer_rows.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

TEST_CASE("a row's surfaces with their marks and places") {
    const Layered layered(
        Files{{"companies.csv", "id,name,aliases,aliases_ja,flags\nq,Quill X,Quill?; =QX ;Qx~,クイル,ambiguous_name\n"},
              {"chips.csv", "id,name,flags,pattern\nq-{0},Q {0},not_surface,QX\\d\n"}});
    Diagnostics faults;
    const std::vector<WrittenEntity> entities = read_entities(layered.folders(), faults);
    CHECK(faults.empty());
    const auto find = [&](const char* id) {
        return *std::find_if(entities.begin(), entities.end(), [&](const WrittenEntity& one) { return one.id == id; });
    };
    std::string told;
    for (const WrittenSurface& one : find("company:q").surfaces) {
        told += one.text + (one.ambiguous ? "?" : "") + (one.capital ? "~" : "") + (one.exact ? "=" : "") + '@' +
                std::to_string(one.place.column) + ' ';
    }
    CHECK(told == "Quill X?@3 Quill?@11 QX=@19 Qx?~@24 クイル@28 ");
    CHECK(find("chip:q-{0}").surfaces.empty());
    CHECK(find("chip:q-{0}").pattern == "QX\\d");
}

TEST_CASE("forms are compared without case and separators") {
    CHECK(normal_form("RTX-5090 Ti") == "rtx5090ti");
    CHECK(normal_form("ジェンスン・フアン") == "ジェンスンフアン");
    CHECK(normal_form("").empty());
    CHECK(has_flag("a; b", "b"));
    CHECK_FALSE(has_flag("ab", "b"));
    CHECK(entity_file_of("chip") == "chips.csv");
    CHECK(entity_file_of("gadget").empty());
}
