#include "compose/table_scales.h"

#include <doctest/doctest.h>

#include <string>

#include "compose/marked.h"

using namespace hardfacts;

namespace {

/// The sums of a table whose cells stand one a line behind `title`, two a row; "-" for no title.
std::string sums(std::string_view title, std::string_view cells) {
    const bool titled = title != "-";
    test::Marked input = test::marked(titled ? std::string(title) + '\n' + std::string(cells) : std::string(cells));
    auto& blocks = input.document.blocks;
    const std::size_t first = titled ? 1 : 0;
    for (std::size_t k = first; k < blocks.size(); ++k) {
        const std::size_t cell = k - first;
        blocks[k].kind = BlockKind::table_cell;
        blocks[k].table = 1;
        blocks[k].row = static_cast<std::uint32_t>(cell / 2);
        blocks[k].column = static_cast<std::uint32_t>(cell % 2);
        if (cell % 2 != 0) blocks[k].row_heading = k - 1;
        if (cell / 2 != 0) blocks[k].column_heading = first + cell % 2;
        input.text.blocks[k].kind = BlockKind::table_cell;
    }
    scale_cells(input.document, input.text, input.findings);
    std::string out;
    for (const Mention& mention : input.findings.mentions) {
        if (mention.type == MentionType::money) out += mention.value->magnitude.number->to_string() + ' ';
    }
    return out;
}

}  // namespace

TEST_CASE("a heading says what the sums of its cells are told in") {
    struct Row {
        const char* title;
        const char* cells;
        const char* sums;
    };
    for (const Row row : {
             Row{"-", "Item\nAmount ($ in millions)\nRevenue\n{money:$30,040}", "30040000000 "},
             Row{"-", "Item\nAmount\nRevenue (in billions)\n{money:$30}", "30000000000 "},
             Row{"-",
                 "(In millions, except per share data)\n2025\nRevenue\n{money:$30,040}\nEarnings per share\n{money:$3}",
                 "30040000000 3 "},
             Row{"Income in thousands", "Item\nAmount\nRevenue\n{money:$30}", "30000 "},
             Row{"-", "項目\n金額（億ドル）\n売上高\n{money:$30}", "3000000000 "},
             Row{"-", "Item\nAmount\nRevenue\n{money:$30}", "30 "},
             Row{"The chip sold in millions, and then there was a long silence about it that lasted until the spring "
                 "of the "
                 "year in which all was told",
                 "Item\nAmount\nRevenue\n{money:$30}", "30 "},
             Row{"-", "Item\n($ in millions)\nRevenue\n{money:$30B}", "100000000 "},
         }) {
        CHECK_MESSAGE(sums(row.title, row.cells) == row.sums, row.cells);
    }
}
