#include "compose/table_relations.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/marked.h"

using namespace hardfacts;

namespace {

/// "type a > b", divided by "; ", of a table of two rows and two columns with the cells written one a line.
std::string relations(std::string_view written) {
    test::Marked input = test::marked(written);
    auto& blocks = input.document.blocks;
    REQUIRE(blocks.size() == 4);
    for (std::size_t k = 0; k < 4; ++k) {
        blocks[k].kind = input.text.blocks[k].kind = BlockKind::table_cell;
        blocks[k].table = 1;
        blocks[k].row = static_cast<std::uint32_t>(k / 2);
        blocks[k].column = static_cast<std::uint32_t>(k % 2);
        if (k % 2 != 0) blocks[k].row_heading = k - 1;
        if (k / 2 != 0) blocks[k].column_heading = k - 2;
    }
    std::string out;
    for (const RelationClaim& relation : table_relations(input.document, input.text, input.findings)) {
        const auto name = [&](std::size_t arg) {
            return std::string(input.findings.mentions[relation.args[arg]].name);
        };
        if (!out.empty()) out += "; ";
        out += std::string(relation.type) + ' ' + name(0) + " > " + name(1);
    }
    return out;
}

}  // namespace

TEST_CASE("a heading says what the names of a cell are to that of the other heading") {
    struct Row {
        const char* cells;
        const char* relations;
    };
    for (const Row row : {
             Row{"Item\n{company:Nord}\nCustomers\n{company:Alpha}, {company:Beta}",
                 "supplies Nord > Alpha; supplies Nord > Beta"},
             Row{"Model\nDeveloper\n{product:Kestrel}\n{company:Nord}", "develops Nord > Kestrel"},
             Row{"会社\n本社\n{company:ノルド}\n{place:ガンマ}", "located_in ノルド > ガンマ"},
             Row{"項目\n{company:ノルド}\n顧客層 / Customers\n{company:アルファ}", "supplies ノルド > アルファ"},
             Row{"Item\n{company:Nord} and {company:Gamma}\nCustomers\n{company:Alpha}", ""},
             Row{"Item\n{company:Nord}\nRivals\n{company:Alpha}", ""},
             Row{"Model\nDeveloper\n{product:Kestrel}\nunknown", ""},
         }) {
        CHECK_MESSAGE(relations(row.cells) == row.relations, row.cells);
    }
}
