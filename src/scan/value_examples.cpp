#include "scan/value_examples.h"

#include <algorithm>
#include <utility>

#include "scan/values.h"

namespace hardfacts {

namespace {

std::string number_text(const Magnitude& magnitude) {
    if (magnitude.number) return magnitude.number->to_string();
    if (magnitude.min && magnitude.max) return magnitude.min->to_string() + ".." + magnitude.max->to_string();
    return {};
}

/// What is wrong with how `example` came out; empty where nothing is.
std::string judge(const ValueExample& example, const std::string& folded, const std::vector<Mention>& found) {
    const auto values =
        std::count_if(found.begin(), found.end(), [](const Mention& one) { return one.type != MentionType::date; });
    if (example.role == WordRole::plain) return {};
    if (example.role == WordRole::veto || example.role == WordRole::breaks || example.role == WordRole::divisor) {
        if (example.match && values > 0) return "the text must give no value, it gives " + read_back(found.front());
        if (!example.match && values == 0) return "the text must give a value, it gives none";
        return {};
    }
    if (!example.match) {
        for (const Mention& one : found) {
            const bool relation = example.role == WordRole::relation && one.value->relation == example.relation;
            if (one.by == example.rule || relation) return "the text must not give " + read_back(one);
        }
        return {};
    }
    std::string got;
    for (const Mention& one : found) {
        const std::string text(slice(folded, one.span));
        if (text == example.value && read_back(one) == example.reads) return {};
        got += got.empty() ? "" : ", ";
        got += text + " = " + read_back(one);
    }
    return "expected " + example.value + " = " + example.reads + ", got " + (got.empty() ? "nothing" : got);
}

}  // namespace

std::string read_back(const Mention& mention) {
    std::string out = to_string(mention.value->relation);
    if (mention.type == MentionType::date) return out + " date";
    return out + " " + number_text(mention.value->magnitude) + " " + mention.value->unit;
}

Diagnostics check_value_examples(const ValueTable& table) {
    Diagnostics faults;
    for (const ValueExample& example : table.examples) {
        Text text;
        text.folded = example.text;
        text.blocks.push_back({{0, text.folded.size()}, 0, BlockKind::paragraph});
        Findings findings;
        scan_values(text, table, findings);
        std::string problem = judge(example, text.folded, findings.mentions);
        if (problem.empty()) continue;
        faults.push_back({Severity::error, example.file, example.line, example.column, "rule.example",
                          example.rule + ": " + problem});
    }
    return faults;
}

}  // namespace hardfacts
