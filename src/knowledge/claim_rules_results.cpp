// What a rule gives, and its examples: the other half of ClaimRuleLoader.
#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "knowledge/claim_rules_loader.h"
#include "knowledge/claim_terms.h"

namespace hardfacts {

/// The capture that `at`, a string, names.
std::size_t ClaimRuleLoader::capture(const toml::node& at, const ClaimRule& rule) {
    const auto name = at.value<std::string>();
    const auto found = std::find(rule.captures.begin(), rule.captures.end(), name.value_or(std::string()));
    if (at.is_string() && found != rule.captures.end()) {
        return static_cast<std::size_t>(found - rule.captures.begin());
    }
    if (!rule.match.empty()) {
        fault(at, "rule.capture", "the pattern captures nothing called " + name.value_or("that: write its name"));
    }
    return 0;
}

void ClaimRuleLoader::load_relation(const toml::table& entry, ClaimRule& rule) {
    const toml::node& node = *entry.get("relation");
    const toml::table* relation = node.as_table();
    const toml::array* args = relation == nullptr ? nullptr : relation->get_as<toml::array>("args");
    if (args == nullptr || args->size() != 2) {
        fault(node, "rule.type", "relation is written { type = \"supplies\", args = [\"supplier\", \"customer\"] }");
        return;
    }
    allow_keys(*relation, {"type", "args", "maker"});
    rule.relation.type = text_of(*relation, "type");
    if (!rule.relation.type.empty() && !is_relation_type(rule.relation.type)) {
        fault(*relation->get("type"), "rule.value", "no relation is called " + rule.relation.type);
    }
    for (std::size_t k = 0; k < 2; ++k) rule.relation.args[k] = capture(*args->get(k), rule);
    const std::string maker = text_of(*relation, "maker", false);
    if (maker == "may not differ")
        rule.relation.maker = MakerCheck::may_not_differ;
    else if (maker == "must differ")
        rule.relation.maker = MakerCheck::must_differ;
    else if (maker == "must agree")
        rule.relation.maker = MakerCheck::must_agree;
    else if (!maker.empty())
        fault(*relation->get("maker"), "rule.value", "maker is \"may not differ\", \"must differ\" or \"must agree\"");
}

void ClaimRuleLoader::load_claim(const toml::table& entry, ClaimRule& rule) {
    const toml::table* claim = entry.get("claim")->as_table();
    if (claim == nullptr) {
        fault(*entry.get("claim"), "rule.type", "claim is a table: { kind = …, attribute = …, value = … }");
        return;
    }
    allow_keys(*claim, {"kind", "attribute", "direction", "subject", "value", "roles", "qualifiers"});
    ClaimSpec& spec = rule.claim;
    spec.kind = text_of(*claim, "kind");
    spec.attribute = text_of(*claim, "attribute");
    if (!is_claim_attribute(spec.kind, spec.attribute)) {
        fault(*claim, "rule.value", "no attribute of " + spec.kind + " is called " + spec.attribute);
    }
    spec.direction = text_of(*claim, "direction", spec.kind == "ratio");
    if (!spec.direction.empty() && spec.direction != "up" && spec.direction != "down") {
        fault(*claim->get("direction"), "rule.value", "direction is up or down");
    }
    if (const toml::node* value = claim->get("value"))
        spec.value = capture(*value, rule);
    else
        fault(*claim, "rule.missing", "a claim needs value");
    if (const toml::node* subject = claim->get("subject")) spec.subject = capture(*subject, rule);
    if (const toml::table* roles = claim->get_as<toml::table>("roles")) {
        for (const auto& [role, node] : *roles) {
            if (!is_claim_role(role.str())) fault(node, "rule.value", "no role is called " + std::string(role.str()));
            spec.roles.emplace_back(role.str(), capture(node, rule));
        }
    }
    if (const toml::table* qualifiers = claim->get_as<toml::table>("qualifiers")) {
        for (const auto& [name, node] : *qualifiers) {
            spec.qualifiers.emplace_back(name.str(), text_of(*qualifiers, name.str()));
        }
    }
}

void ClaimRuleLoader::load_examples(const toml::table& entry, const ClaimRule& rule) {
    for (const std::string_view key : {"match", "reject"}) {
        const toml::array* list = entry.get_as<toml::array>(key);
        if (list == nullptr || list->empty()) {
            fault(entry, "rule.no_example", "the rule needs at least one " + std::string(key) + " example");
            continue;
        }
        for (const toml::node& node : *list) {
            if (const toml::table* example = node.as_table())
                add_example(*example, rule, key == "match");
            else
                fault(node, "rule.type", "an example is a table: [[rule." + std::string(key) + "]]");
        }
    }
}

/// ["Alpha", "Beta"] as "Alpha > Beta".
std::optional<std::string> ClaimRuleLoader::relation_pair(const toml::node& node) {
    const toml::array* pair = node.as_array();
    if (pair == nullptr || pair->size() != 2 || !pair->is_homogeneous(toml::node_type::string)) return std::nullopt;
    return fold(pair->get(0)->value_or(std::string())) + " > " + fold(pair->get(1)->value_or(std::string()));
}

void ClaimRuleLoader::add_example(const toml::table& entry, const ClaimRule& rule, bool match) {
    RuleExample example;
    example.rule = table_.rules.size() - 1;
    example.text = fold(text_of(entry, "text"));
    example.file = file_;
    example.line = entry.source().begin.line;
    example.column = entry.source().begin.column;
    const bool relation = rule.claim.kind.empty();
    if (!match) {
        allow_keys(entry, {"text"});
    } else if (relation) {
        allow_keys(entry, {"text", "relation"});
        const toml::array* pairs = entry.get_as<toml::array>("relation");
        const bool several = pairs != nullptr && !pairs->empty() && pairs->get(0)->is_array();
        for (std::size_t k = 0; several && k < pairs->size(); ++k) {
            if (auto pair = relation_pair(*pairs->get(k))) example.gives.push_back(std::move(*pair));
        }
        if (pairs != nullptr && !several) {
            if (auto pair = relation_pair(*pairs)) example.gives.push_back(std::move(*pair));
        }
        if (example.gives.empty() || (several && example.gives.size() != pairs->size())) {
            fault(entry, "rule.type", "the example needs relation = [\"Alpha\", \"Beta\"], or a list of such pairs");
        }
    } else {
        allow_keys(entry, {"text", "claim"});
        const toml::table* claim = entry.get_as<toml::table>("claim");
        std::string told;
        if (claim != nullptr) {
            for (const auto& [key, node] : *claim) {
                told += (told.empty() ? "" : " ") + std::string(key.str()) + '=' + fold(text_of(*claim, key.str()));
            }
        }
        if (told.empty()) fault(entry, "rule.type", "the example needs claim = { subject = …, value = … }");
        example.gives.push_back(std::move(told));
    }
    table_.examples.push_back(std::move(example));
}

}  // namespace hardfacts
