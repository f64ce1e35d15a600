#include "compose/table_relations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "compose/outline.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

using Types = std::uint32_t;

constexpr Types bit(MentionType type) { return Types{1} << static_cast<unsigned>(type); }
constexpr Types company = bit(MentionType::company);
constexpr Types made = bit(MentionType::chip) | bit(MentionType::system) | bit(MentionType::product);

/// What the names of a cell are to the name it is told for, where a heading says so.
struct Role {
    std::string_view word;  ///< in small letters
    std::string_view type;
    Types cell, told_for;
    bool cell_first;  ///< the cell's name is the relation's first argument
};

constexpr std::array<Role, 30> roles = {{
    {"customer", "supplies", company, company, false},
    {"customers", "supplies", company, company, false},
    {"key customers", "supplies", company, company, false},
    {"顧客", "supplies", company, company, false},
    {"主要顧客", "supplies", company, company, false},
    {"主な顧客", "supplies", company, company, false},
    {"supplier", "supplies", company, company, true},
    {"suppliers", "supplies", company, company, true},
    {"foundry", "supplies", company, company, true},
    {"サプライヤー", "supplies", company, company, true},
    {"製造委託先", "supplies", company, company, true},
    {"developer", "develops", company, made, true},
    {"maker", "develops", company, made, true},
    {"manufacturer", "develops", company, made, true},
    {"vendor", "develops", company, made, true},
    {"開発元", "develops", company, made, true},
    {"開発企業", "develops", company, made, true},
    {"提供元", "develops", company, made, true},
    {"メーカー", "develops", company, made, true},
    {"investor", "invests_in", company, company, true},
    {"investors", "invests_in", company, company, true},
    {"投資家", "invests_in", company, company, true},
    {"出資者", "invests_in", company, company, true},
    {"partner", "partners_with", company, company, false},
    {"partners", "partners_with", company, company, false},
    {"提携先", "partners_with", company, company, false},
    {"headquarters", "located_in", bit(MentionType::place), company, false},
    {"hq", "located_in", bit(MentionType::place), company, false},
    {"本社", "located_in", bit(MentionType::place), company, false},
    {"本社所在地", "located_in", bit(MentionType::place), company, false},
}};

/// The heading without marks and case, up to the second language behind a stroke: "顧客層 / Key Customers".
std::string plain(std::string_view heading) {
    std::string out;
    for (const char c : heading.substr(0, heading.find('/'))) {
        if (c == '*' || c == ':') continue;
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    while (!out.empty() && out.front() == ' ') out.erase(0, 1);
    if (out.ends_with("層")) out.erase(out.size() - std::string_view("層").size());
    return out;
}

const Role* role_of(std::string_view heading) {
    const std::string word = plain(heading);
    const auto role = std::find_if(roles.begin(), roles.end(), [&](const Role& row) { return row.word == word; });
    return role == roles.end() ? nullptr : &*role;
}

class Finder {
public:
    Finder(const Document& document, const Text& text, const Findings& findings)
        : document_(document), text_(text), findings_(findings), outline_(document, text, findings) {}

    std::vector<RelationClaim> find() {
        for (std::size_t k = 0; k < document_.blocks.size(); ++k) {
            const Block& cell = document_.blocks[k];
            if (cell.kind != BlockKind::table_cell || cell.row_heading == no_block || cell.column_heading == no_block)
                continue;
            relate(k, cell.row_heading, cell.column_heading);
            relate(k, cell.column_heading, cell.row_heading);
        }
        return std::move(relations_);
    }

private:
    std::vector<std::size_t> names_in(std::size_t block, Types types) const {
        std::vector<std::size_t> names;
        const auto span = outline_.folded_block(block);
        if (!span) return names;
        const MentionRange range = outline_.mentions().in(*span);
        for (std::size_t m = range.begin; m < range.end; ++m) {
            if ((types & bit(findings_.mentions[m].type)) != 0) names.push_back(m);
        }
        return names;
    }

    /// The cell under two headings: one says what its names are, the other whose.
    void relate(std::size_t cell, std::size_t saying, std::size_t named) {
        const auto heading = outline_.folded_block(saying);
        const Role* role = heading ? role_of(slice(text_.folded, *heading)) : nullptr;
        if (role == nullptr) return;
        const std::vector<std::size_t> owners = names_in(named, role->told_for);
        const bool one = !owners.empty() && std::all_of(owners.begin(), owners.end(), [&](std::size_t owner) {
            return findings_.mentions[owner].entity == findings_.mentions[owners.front()].entity;
        });
        if (!one) return;
        for (const std::size_t name : names_in(cell, role->cell)) {
            if (findings_.mentions[name].entity == findings_.mentions[owners.front()].entity) continue;
            RelationClaim relation;
            relation.type = role->type;
            relation.args = {role->cell_first ? name : owners.front(), role->cell_first ? owners.front() : name};
            relation.evidence = *outline_.folded_block(cell);
            if (const auto row = outline_.folded_block(document_.blocks[cell].row_heading)) {
                relation.evidence.begin = std::min(relation.evidence.begin, row->begin);
            }
            relation.rule = "relation.of_table";
            relation.confidence = "0.85";
            relations_.push_back(relation);
        }
    }

    const Document& document_;
    const Text& text_;
    const Findings& findings_;
    Outline outline_;
    std::vector<RelationClaim> relations_;
};

}  // namespace

std::vector<RelationClaim> table_relations(const Document& document, const Text& text, const Findings& findings) {
    const bool says_any = std::any_of(text.blocks.begin(), text.blocks.end(), [&](const TextBlock& block) {
        if (block.kind != BlockKind::table_cell) return false;
        const Block& cell = document.blocks[block.block];
        return (cell.row == 0 || cell.column == 0) && role_of(slice(text.folded, block.span)) != nullptr;
    });
    if (!says_any) return {};
    return Finder(document, text, findings).find();
}

}  // namespace hardfacts
