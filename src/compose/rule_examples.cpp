#include "compose/rule_examples.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compose/relations.h"
#include "compose/rules.h"

namespace hardfacts {

namespace {

constexpr std::string_view open_mark = "«", close_mark = "»";

MentionType type_of(std::string_view name) {
    for (int k = 0; k < static_cast<int>(MentionType::date); ++k) {
        if (name == to_string(static_cast<MentionType>(k))) return static_cast<MentionType>(k);
    }
    return name.starts_with("quantity") ? MentionType::quantity : MentionType::date;
}

/// The mention that «`mark`» stands for; its words go to the end of the text.
Mention mention_of(std::string_view mark, MarkedText& out) {
    const std::size_t colon = std::min(mark.find(':'), mark.size());
    const std::string_view type = mark.substr(0, colon), words = mark.substr(std::min(colon + 1, mark.size()));
    const std::size_t at = words.find('@');
    Mention mention;
    mention.type = type_of(type);
    mention.span.begin = out.text.folded.size();
    out.text.folded += words.substr(0, at);
    mention.span.end = out.text.folded.size();
    if (!is_entity(mention.type)) {
        Value value;
        if (const std::size_t dot = type.find('.'); dot != std::string_view::npos)
            value.dimension = type.substr(dot + 1);
        mention.value = std::make_shared<const Value>(std::move(value));
    }
    mention.entity = mention.name = out.findings.arena.emplace_back(words.substr(0, at));
    if (at != std::string_view::npos) mention.maker = out.findings.arena.emplace_back(words.substr(at + 1));
    return mention;
}

std::string names_of(const std::vector<std::size_t>& mentions, const Findings& findings) {
    std::string out;
    for (const std::size_t k : mentions) out += (out.empty() ? "" : ", ") + std::string(findings.mentions[k].name);
    return out;
}

/// "subject=Alpha value=3 units", in the order of the keys.
std::string told_by(const RuleHit& hit, const Findings& findings) {
    const ClaimSpec& spec = hit.rule->claim;
    std::vector<std::pair<std::string, std::string>> parts;
    if (spec.subject != no_capture) parts.emplace_back("subject", names_of(hit.captures[spec.subject], findings));
    parts.emplace_back("value", names_of(hit.captures[spec.value], findings));
    for (const auto& [role, capture] : spec.roles) parts.emplace_back(role, names_of(hit.captures[capture], findings));
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const auto& [key, names] : parts) {
        if (!names.empty()) out += (out.empty() ? "" : " ") + key + '=' + names;
    }
    return out;
}

std::vector<std::string> given_by(const ClaimRuleTable& table, const RuleExample& example) {
    const MarkedText marked = read_marks(example.text);
    std::vector<RuleHit> hits = run_rules(marked.text, marked.findings, table);
    const ClaimRule* rule = &table.rules[example.rule];
    std::erase_if(hits, [rule](const RuleHit& hit) { return hit.rule != rule; });
    std::vector<std::string> out;
    if (!rule->claim.kind.empty()) {
        for (const RuleHit& hit : hits) out.push_back(told_by(hit, marked.findings));
    }
    for (const RelationClaim& relation : relations_of(hits, marked.findings, nullptr)) {
        out.push_back(std::string(marked.findings.mentions[relation.args[0]].name) + " > " +
                      std::string(marked.findings.mentions[relation.args[1]].name));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out.empty() ? "nothing" : out;
}

}  // namespace

MarkedText read_marks(std::string_view folded) {
    MarkedText out;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t open = std::min(folded.find(open_mark, at), folded.size());
        out.text.folded += folded.substr(at, open - at);
        if (open == folded.size()) break;
        const std::size_t begin = open + open_mark.size();
        const std::size_t close = std::min(folded.find(close_mark, begin), folded.size());
        out.findings.mentions.push_back(mention_of(folded.substr(begin, close - begin), out));
        at = std::min(close + close_mark.size(), folded.size());
    }
    const std::string& text = out.text.folded;
    out.text.blocks.push_back({{0, text.size()}, 0, BlockKind::paragraph});
    constexpr std::string_view stop = "。", english_stop = ". ";
    for (std::size_t begin = 0; begin < text.size() || begin == 0;) {
        const std::size_t found = text.find(stop, begin), english = text.find(english_stop, begin);
        const std::size_t end = found == std::string::npos && english == std::string::npos ? text.size()
                                : found < english                                          ? found + stop.size()
                                                  : english + english_stop.size();
        out.findings.sentences.push_back({{begin, end}, 0});
        if (end == 0) break;
        begin = end;
    }
    return out;
}

Diagnostics check_rule_examples(const ClaimRuleTable& table) {
    Diagnostics faults;
    for (const ClaimRule& rule : table.rules) {
        for (const LazyRegex* regex : {&rule.match_regex, &rule.unless_regex, &rule.without_regex}) {
            if (regex->get().ok()) continue;
            faults.push_back({Severity::error, "", 0, 0, "rule.pattern", rule.id + ": " + regex->get().error()});
        }
    }
    for (const RuleExample& example : table.examples) {
        std::vector<std::string> wanted = example.gives;
        std::sort(wanted.begin(), wanted.end());
        const std::vector<std::string> got = given_by(table, example);
        if (got == wanted) continue;
        faults.push_back({Severity::error, example.file, example.line, example.column, "rule.example",
                          table.rules[example.rule].id + ": expected " + joined(wanted) + ", got " + joined(got)});
    }
    return faults;
}

}  // namespace hardfacts
