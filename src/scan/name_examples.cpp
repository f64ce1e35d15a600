#include "scan/name_examples.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scan/name_proofs.h"

namespace hardfacts {

namespace {

std::vector<ProvedName> names_in(const std::string& folded, const NameRuleTable& table) {
    Text text;
    text.folded = folded;
    const Span block{0, folded.size()};
    text.blocks.push_back({block, 0, BlockKind::paragraph});
    std::vector<NameWord> words;
    std::vector<ProvedName> found;
    find_name_words(text.folded, block, words);
    find_name_proofs(text, table, {}, text.blocks[0], words, 0, found);
    return found;
}

}  // namespace

Diagnostics check_name_examples(const NameRuleTable& table) {
    Diagnostics faults;
    for (const NameExample& example : table.examples) {
        std::string got;
        bool found = false;
        for (const ProvedName& one : names_in(example.text, table)) {
            if (table.rules[one.rule].id != example.rule) continue;
            const std::string_view name = slice(example.text, one.span);
            found |= name == example.name;
            got += (got.empty() ? "" : ", ") + std::string(name);
        }
        if (example.name.empty() ? got.empty() : found) continue;
        const std::string wanted = example.name.empty() ? "no name" : example.name;
        faults.push_back({Severity::error, example.file, example.line, example.column, "rule.example",
                          example.rule + ": expected " + wanted + ", got " + (got.empty() ? "nothing" : got)});
    }
    return faults;
}

}  // namespace hardfacts
