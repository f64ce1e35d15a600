#include "knowledge/phrases.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("phrases are found whole, in any case, the longest where several begin") {
    PhraseTable table;
    for (const char* phrase : {"up", "up by", "Revenue", "売上", "売上高", "R&D"}) table.add(phrase);
    CHECK(table.add("REVENUE") == table.add("revenue"));
    table.compile();
    struct Row {
        const char* text;
        const char* found;
    };
    for (const Row row : {Row{"revenue is up by 3", "revenue,up by,"},
                          {"REVENUES went upward", ""},
                          {"売上高と売上", "売上高,売上,"},
                          {"R&D費", "R&D,"},
                          {"", ""}}) {
        const std::string text = row.text;
        std::string found;
        table.find(text, {0, text.size()},
                   [&](const PhraseTable::Hit& hit) { found += std::string(slice(text, hit.span)) + ','; });
        CHECK_MESSAGE(found == row.found, row.text);
    }
}
