#include "knowledge/claim_rules_loader.h"

#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "knowledge/claim_terms.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_lead));
}

/// Where the byte `offset` of the string that `node` holds stands in its file. Exact for '…' and '''…''', in which
/// TOML changes nothing; the quotes' width is seen from the node's own width.
toml::source_position place_in(const toml::node& node, std::string_view text, std::size_t offset) {
    const toml::source_region& region = node.source();
    toml::source_position at = region.begin;
    const std::string_view before = text.substr(0, offset);
    const std::size_t lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const bool one_line = region.begin.line == region.end.line;
    const std::size_t width = one_line ? region.end.column - region.begin.column : 0;
    const std::size_t quotes = width > characters(text) ? (width - characters(text)) / 2 : 3;
    if (one_line) {
        at.column += static_cast<toml::source_index>(quotes + characters(before));
    } else {
        // A line break straight behind the opening quotes is not part of the string.
        const auto inner = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
        const std::size_t dropped = region.end.line - region.begin.line > inner ? 1 : 0;
        const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        at.line += static_cast<toml::source_index>(lines + dropped);
        const std::size_t shift = lines + dropped == 0 ? region.begin.column + quotes : 1;
        at.column = static_cast<toml::source_index>(shift + characters(before.substr(start)));
    }
    return at;
}

/// A text without the particles or the space it begins with: を発表 would be looked at behind every を.
std::string_view telling_part(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const CodePoint first = decode_at(rest, 0);
        if (first.value != U' ' && !is_hiragana(first.value)) return rest.size() >= 3 ? rest : text;
        rest.remove_prefix(first.size);
    }
    return text;
}

bool is_confidence(std::string_view text) {
    return text == "1" || (text.starts_with("0.") && text.size() > 2 && text.size() < 6 &&
                           text.find_first_not_of("0123456789", 2) == std::string_view::npos);
}

}  // namespace

void ClaimRuleLoader::fault(const std::string& file, const toml::source_position& at, const char* code,
                            std::string message) {
    faults_.push_back({Severity::error, file, at.line, at.column, code, std::move(message)});
}

void ClaimRuleLoader::fault(const toml::node& at, const char* code, std::string message) {
    fault(file_, at.source().begin, code, std::move(message));
}

void ClaimRuleLoader::pattern_faults(const std::string& file, const toml::node& at, std::string_view pattern,
                                     const std::vector<PatternFault>& found) {
    for (const PatternFault& one : found) {
        fault(file, place_in(at, pattern, std::min(one.offset, pattern.size())), "rule.pattern", one.message);
    }
}

void ClaimRuleLoader::declare_shared(const std::string& file, const toml::table& tables) {
    file_ = file;
    for (const auto& [key, node] : tables) {
        if (key.str() != "rule" && key.str() != "shared" && key.str() != "stand_in") {
            fault(node, "rule.key",
                  "unknown table " + std::string(key.str()) + ", use [shared], [stand_in] or [[rule]]");
        }
    }
    const toml::node* shared = tables.get("shared");
    if (shared == nullptr) return;
    if (!shared->is_table()) {
        fault(*shared, "rule.key", "[shared] must be a table of name = 'pattern'");
        return;
    }
    for (const auto& [key, node] : *shared->as_table()) {
        const std::string name(key.str());
        if (!node.is_string()) fault(node, "rule.type", name + " must be a pattern in quotes");
        if (table_.code.find(name)) fault(node, "rule.shared", name + " is a type of mention: choose another name");
        const auto [known, is_new] = shared_.try_emplace(name, Shared{file, &node, Shared::State::declared, {}});
        if (!is_new) fault(node, "rule.shared", name + " is declared in " + known->second.file + " already");
    }
}

void ClaimRuleLoader::load_stand_ins(const std::string& file, const toml::table& tables) {
    file_ = file;
    const toml::node* node = tables.get("stand_in");
    if (node == nullptr) return;
    const toml::table* stand_in = node->as_table();
    const toml::array* words = stand_in == nullptr ? nullptr : stand_in->get_as<toml::array>("company");
    if (words == nullptr || stand_in->size() != 1) {
        fault(*node, "rule.type", "[stand_in] holds company = [\"words\", …]");
        return;
    }
    for (const toml::node& one : *words) {
        std::string word = fold(one.value_or(std::string()));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
        if (word.size() < 3) {
            fault(one, "rule.type", "a word that stands for a company has three letters at least");
            continue;
        }
        const std::size_t trigger = table_.triggers.add(word);
        table_.stand_ins.resize(std::max(table_.stand_ins.size(), trigger + 1));
        table_.stand_ins[trigger] = true;
    }
}

void ClaimRuleLoader::read_shared() {
    std::string problem;
    for (const auto& [name, one] : shared_) shared(name, problem);
}

const RuleNode* ClaimRuleLoader::shared(std::string_view name, std::string& problem) {
    const auto found = shared_.find(name);
    if (found == shared_.end()) {
        problem = "no type of mention and no shared pattern is called {" + std::string(name) + "}";
        return nullptr;
    }
    Shared& one = found->second;
    if (one.state == Shared::State::reading) {
        problem = "{" + std::string(name) + "} holds itself, directly or through others";
        return nullptr;
    }
    if (one.state == Shared::State::done) return &one.tree;
    one.state = Shared::State::reading;
    one.tree = read_pattern(one.file, *one.node, one.node->value_or(std::string()));
    if (holds_capture(one.tree)) {
        fault(one.file, one.node->source().begin, "rule.shared", "a shared pattern names no captures: write {company}");
    }
    one.state = Shared::State::done;
    return &one.tree;
}

RuleNode ClaimRuleLoader::read_pattern(const std::string& file, const toml::node& at, std::string_view pattern) {
    std::vector<PatternFault> found;
    RuleNode tree = read_rule_pattern(
        pattern, table_.code, [this](std::string_view name, std::string& problem) { return shared(name, problem); },
        found);
    pattern_faults(file, at, pattern, found);
    return tree;
}

void ClaimRuleLoader::allow_keys(const toml::table& entry, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, node] : entry) {
        if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
            fault(node, "rule.key", "unknown key " + std::string(key.str()));
        }
    }
}

/// The string under `key`; empty, with a fault where it must be there, if it is not or is no string.
std::string ClaimRuleLoader::text_of(const toml::table& entry, std::string_view key, bool required) {
    const toml::node* node = entry.get(key);
    if (node == nullptr) {
        if (required) fault(entry, "rule.missing", "the rule needs " + std::string(key));
        return {};
    }
    auto text = node->value<std::string>();
    if (node->is_string() && text && !text->empty()) return std::move(*text);
    fault(*node, "rule.type", std::string(key) + " must be a string that is not empty");
    return {};
}

void ClaimRuleLoader::load_rules(const std::string& file, const toml::table& tables) {
    file_ = file;
    const toml::node* rules = tables.get("rule");
    if (rules == nullptr) return;
    if (!rules->is_array()) {
        fault(*rules, "rule.key", "rules are written [[rule]]");
        return;
    }
    for (const toml::node& node : *rules->as_array()) {
        if (const toml::table* entry = node.as_table())
            load_rule(*entry);
        else
            fault(node, "rule.key", "rules are written [[rule]]");
    }
}

void ClaimRuleLoader::load_rule(const toml::table& entry) {
    allow_keys(entry, {"id", "description", "confidence", "pattern", "unless", "without", "relation", "claim", "match", "reject"});
    ClaimRule& rule = table_.rules.emplace_back();
    rule.id = text_of(entry, "id");
    rule.description = text_of(entry, "description");
    rule.confidence = text_of(entry, "confidence");
    if (!rule.confidence.empty() && !is_confidence(rule.confidence)) {
        fault(*entry.get("confidence"), "rule.value", "confidence is a decimal in quotes, \"0.9\"");
    }
    load_patterns(entry, rule);
    if (const bool relation = entry.get("relation") != nullptr; relation == (entry.get("claim") != nullptr))
        fault(entry, "rule.missing", "the rule needs relation or claim, and not both");
    else if (relation)
        load_relation(entry, rule);
    else
        load_claim(entry, rule);
    check_id(entry, rule);
    load_examples(entry, rule);
}

void ClaimRuleLoader::check_id(const toml::table& entry, const ClaimRule& rule) {
    if (rule.id.empty()) return;
    const toml::node& at = *entry.get("id");
    const std::string begin =
        rule.claim.kind.empty() ? std::string("relation.") : rule.claim.kind + '.' + rule.claim.attribute + '.';
    if (!rule.id.starts_with(begin)) fault(at, "rule.id", "the id of this rule begins with " + begin);
    if (!ids_.insert(rule.id).second) fault(at, "rule.duplicate_id", "the id " + rule.id + " is used twice");
}

void ClaimRuleLoader::load_patterns(const toml::table& entry, ClaimRule& rule) {
    const std::string pattern = text_of(entry, "pattern");
    if (pattern.empty()) return;
    const std::size_t known = faults_.size();
    const RuleNode tree = read_pattern(file_, *entry.get("pattern"), pattern);
    if (faults_.size() == known) {
        const RulePattern prepared = prepare_rule_pattern(tree);
        if (prepared.why_not_runnable) fault(*entry.get("pattern"), "rule.pattern", *prepared.why_not_runnable);
        take_pattern(prepared, rule);
        if (prepared.groups.size() > RuleMatcher::most_groups) {
            fault(*entry.get("pattern"), "rule.pattern",
                  "a pattern has " + std::to_string(RuleMatcher::most_groups) + " captures at most");
        } else {
            rule.match = RuleMatcher(tree);
        }
    }
    load_exclusion(entry, "unless", rule.unless, rule.unless_regex);
    load_exclusion(entry, "without", rule.without, rule.without_regex);
}

void ClaimRuleLoader::load_exclusion(const toml::table& entry, std::string_view key, RuleMatcher& out,
                                     LazyRegex& regex) {
    const std::string pattern = text_of(entry, key, false);
    if (pattern.empty()) return;
    const std::size_t known = faults_.size();
    const RuleNode excluded = read_pattern(file_, *entry.get(key), pattern);
    if (holds_capture(excluded)) fault(*entry.get(key), "rule.pattern", std::string(key) + " names no captures");
    if (faults_.size() == known) out = RuleMatcher(excluded);
    regex.set(re2_of(excluded));
}

void ClaimRuleLoader::take_pattern(const RulePattern& pattern, ClaimRule& rule) {
    for (const std::string& name : pattern.groups) {
        const auto found = std::find(rule.captures.begin(), rule.captures.end(), name);
        rule.groups.push_back(static_cast<std::size_t>(found - rule.captures.begin()));
        if (found == rule.captures.end()) rule.captures.push_back(name);
    }
    for (const TypeSet types : pattern.mentions) {
        const auto known = std::find_if(rule.mentions.begin(), rule.mentions.end(),
                                        [&](const TypeCount& one) { return one.types == types; });
        if (known == rule.mentions.end())
            rule.mentions.push_back({types, 1});
        else
            ++known->least;
    }
    rule.longest = pattern.longest;
    rule.starts = pattern.starts;
    rule.second = pattern.second;
    rule.match_regex.set(pattern.re2);
    const std::size_t mentions = pattern.mentions.size();
    table_.fewest_mentions = table_.rules.size() == 1 ? mentions : std::min(table_.fewest_mentions, mentions);
    add_wakes(pattern, rule);
}

/// The list of texts that says most, the one whose shortest text is longest, and a second that says nearly as much.
void ClaimRuleLoader::add_wakes(const RulePattern& pattern, ClaimRule& rule) {
    const std::size_t number = table_.rules.size() - 1;
    const auto shortest = [](const std::vector<std::string>& texts) {
        return std::min_element(texts.begin(), texts.end(),
                                [](const auto& a, const auto& b) { return a.size() < b.size(); })
            ->size();
    };
    auto lists = pattern.literals;
    std::stable_sort(lists.begin(), lists.end(),
                     [&](const auto& a, const auto& b) { return shortest(a) > shortest(b); });
    constexpr std::size_t worth_looking_for = 6;  // bytes: two characters of Japanese; "in " is found too often
    rule.triggers =
        std::min(lists.size(), lists.size() > 1 && shortest(lists[1]) >= worth_looking_for ? RuleWakes::most_lists : 1);
    table_.wakes.add_rule(rule.mentions, rule.triggers);
    for (std::size_t list = 0; list < rule.triggers; ++list) {
        for (const std::string& text : lists[list]) {
            table_.wakes.add_text(table_.triggers.add(telling_part(text)), number, list);
        }
    }
}

}  // namespace hardfacts
