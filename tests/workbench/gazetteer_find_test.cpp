#include "workbench/gazetteer_find.h"

#include <doctest/doctest.h>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

TEST_CASE("who owns a form, and what it is read as") {
    const Layered layered(Files{{"companies.csv", "id,name,aliases\nq,Quillbrook,Zedd?\n"},
                                {"chips.csv", "id,name,flags,pattern,maker\nq-{0},Quill {0},not_surface,QZX\\d\\d,q\n"},
                                {"evidence.csv", "type,side,text\nnone,is,Quillbrook Day\n"}});
    const Workbench bench = layered.bench();
    FoundForm found = find_form(bench, "quill-brook");
    REQUIRE(found.owners.size() == 1);
    CHECK(found.owners[0].place == "g/companies.csv:2:3");
    CHECK(found.owners[0].counts == "always");
    found = find_form(bench, "Zedd");
    REQUIRE(found.owners.size() == 1);
    CHECK(found.owners[0].needs_evidence);
    CHECK(found.owners[0].proofs_after > 0);
    CHECK(found.read_alone.empty());
    found = find_form(bench, "QZX42");
    REQUIRE(found.owners.size() == 1);
    CHECK(found.owners[0].entity == "chip:q-qzx42");
    CHECK(found.read_alone == "chip:q-qzx42");
    CHECK(find_form(bench, "Quillbrook Day").is_stop);
    found = find_form(bench, "Quillbrok");
    CHECK(found.owners.empty());
    REQUIRE_FALSE(found.near.empty());
    CHECK(found.near[0] == "Quillbrook (company:q)");
}
