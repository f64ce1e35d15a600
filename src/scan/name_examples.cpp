#include "scan/name_examples.h"

#include <algorithm>
#include <string>
#include <vector>

#include "knowledge/names_evidence.h"
#include "scan/name_proofs.h"

namespace hardfacts {

namespace {

/// An example's text without its marks, and the company that they stand around.
struct MarkedText {
    std::string text;
    std::vector<Mention> known;
};

/// `the «Acme» card`, `the «place:Ostwick» Times`: what stands in the marks is a name that a gazetteer has, of a
/// company where no type is told.
MarkedText unmarked(std::string_view marked) {
    constexpr std::string_view open = "«", close = "»";
    MarkedText out;
    while (!marked.empty()) {
        const std::size_t begin = marked.find(open), end = marked.find(close);
        if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) break;
        out.text += marked.substr(0, begin);
        std::string_view name = marked.substr(begin + open.size(), end - begin - open.size());
        Mention known;
        known.type = MentionType::company;
        if (const MentionType* type = entity_type(name.substr(0, name.find(':')))) {
            known.type = *type;
            name.remove_prefix(name.find(':') + 1);
        }
        known.span.begin = out.text.size();
        out.text += name;
        known.span.end = out.text.size();
        out.known.push_back(std::move(known));
        marked.remove_prefix(end + close.size());
    }
    out.text += marked;
    return out;
}

std::vector<ProvedName> names_in(const MarkedText& example, const NameRuleTable& table) {
    Text text;
    text.folded = example.text;
    const Span block{0, text.folded.size()};
    text.blocks.push_back({block, 0, BlockKind::paragraph});
    std::vector<NameWord> words;
    std::vector<ProvedName> found;
    find_name_words(text.folded, block, words);
    find_name_proofs(text, table, example.known, text.blocks[0], words, 0, found);
    return found;
}

}  // namespace

Diagnostics check_name_examples(const NameRuleTable& table) {
    Diagnostics faults;
    for (const NameExample& example : table.examples) {
        std::string got;
        bool found = false;
        const MarkedText marked = unmarked(example.text);
        const std::string sought = unmarked(example.name).text;
        for (const ProvedName& one : names_in(marked, table)) {
            if (table.rules[one.rule].id != example.rule) continue;
            const std::string_view name = slice(marked.text, one.span);
            found |= name == sought;
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
