#include "workbench/gazetteer_add.h"

#include <doctest/doctest.h>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// The new file, or the codes of what speaks against it.
std::string grown(const Layered& layered, const std::vector<NewRow>& rows, bool replaces = false) {
    const auto result = grow_gazetteer(layered.folders(), "company", rows, replaces);
    if (const auto* file = std::get_if<GrownFile>(&result)) return file->content;
    std::string codes;
    for (const Diagnostic& fault : std::get<Diagnostics>(result)) codes += fault.code + ' ';
    return codes;
}

}  // namespace

TEST_CASE("a row is appended in the form the file has") {
    const Layered layered(Files{{"companies.csv", "name,id\r\nQuillbrook,q"}});
    CHECK(grown(layered, {{{"id", "z"}, {"name", "Zed, \"Inc\""}}}) ==
          "name,id\r\nQuillbrook,q\r\n\"Zed, \"\"Inc\"\"\",z\r\n");
    CHECK(layered.folder().read("g/companies.csv") == "name,id\r\nQuillbrook,q");
}

TEST_CASE("what the loader or lint would refuse is refused") {
    const Layered layered(Files{{"companies.csv", "id,name\nq,Quillbrook\n"}});
    CHECK(grown(layered, {}) == "add.nothing ");
    CHECK(grown(layered, {{{"name", "X1"}}}) == "add.no_id ");
    CHECK(grown(layered, {{{"id", "q"}, {"name", "X1"}}}) == "add.known_id ");
    CHECK(grown(layered, {{{"id", "nvidia"}, {"name", "X1"}}}) == "add.known_id ");
    CHECK(grown(layered, {{{"id", "nvidia"}, {"name", "X1Y"}}}, true) == "id,name\nq,Quillbrook\nnvidia,X1Y\n");
    CHECK(grown(layered, {{{"id", "z"}, {"name", "X1"}, {"nation", "GB"}}}) == "add.column ");
    CHECK(grown(layered, {{{"id", "z"}, {"name", "AMD"}}}) == "gazetteer.surface_owned ");
    CHECK(grown(layered, {{{"id", "z"}, {"name", "Target"}}}) == "lint.common_word ");
    CHECK(std::get<Diagnostics>(grow_gazetteer(layered.folders(), "gadget", {}, false)).front().code == "add.type");
}

TEST_CASE("rows are read from CSV") {
    Diagnostics faults;
    const std::vector<NewRow> rows = read_new_rows("x.csv", "id,name\na,\"A, B\"\n", faults);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == NewRow{{"id", "a"}, {"name", "A, B"}});
    CHECK(read_new_rows("x.csv", "", faults).empty());
    REQUIRE(faults.size() == 1);
    CHECK(slug_for("Kestrel Compute") == "kestrel-compute");
    CHECK(quoted_cell("a\"b") == "\"a\"\"b\"");
}
