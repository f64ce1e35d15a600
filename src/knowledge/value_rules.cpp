#include "knowledge/value_rules.h"

#include <toml++/toml.h>
#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "fold/fold.h"
#include "knowledge/layers.h"

namespace hardfacts {

namespace {

template <typename Value>
struct Name {
    std::string_view name;
    Value value;
};
template <typename Value, std::size_t size>
std::optional<Value> find(const Name<Value> (&rows)[size], std::string_view name) {
    for (const auto& row : rows) {
        if (row.name == name) return row.value;
    }
    return std::nullopt;
}

constexpr Name<WordRole> roles[] = {
    {"relation", WordRole::relation}, {"veto", WordRole::veto},   {"per", WordRole::per},
    {"rate", WordRole::rate},         {"bare", WordRole::bare},   {"things", WordRole::things},
    {"breaks", WordRole::breaks},     {"fixed", WordRole::fixed}, {"divisor", WordRole::divisor},
    {"plain", WordRole::plain},       {"aside", WordRole::aside}};
constexpr Name<Relation> relations[] = {{"eq", Relation::eq},      {"about", Relation::about}, {"ge", Relation::ge},
                                        {"gt", Relation::gt},      {"le", Relation::le},       {"lt", Relation::lt},
                                        {"range", Relation::range}};
constexpr Name<MentionType> types[] = {{"money", MentionType::money},     {"quantity", MentionType::quantity},
                                       {"percent", MentionType::percent}, {"ratio", MentionType::ratio},
                                       {"rank", MentionType::rank},       {"duration", MentionType::duration},
                                       {"date", MentionType::date}};

/// Roles whose examples show text without a value.
bool silent(WordRole role) {
    return role == WordRole::veto || role == WordRole::breaks || role == WordRole::divisor || role == WordRole::plain;
}

/// One file's tables into the ValueTable.
class FileLoader {
public:
    FileLoader(std::string file, ValueTable& table, std::set<std::string>& ids, Diagnostics& faults)
        : file_(std::move(file)), table_(table), ids_(ids), faults_(faults) {}

    void load(const toml::table& root) {
        for (const auto& [key, node] : root) {
            const std::string_view name = key.str();
            const toml::array* entries = node.as_array();
            if ((name != "words" && name != "pattern" && name != "shape") || entries == nullptr) {
                fault(node, "rule.key",
                      "unknown table " + std::string(name) + ", use [[words]], [[pattern]] or [[shape]]");
                continue;
            }
            for (const toml::node& entry : *entries) {
                if (const toml::table* one = entry.as_table())
                    load_entry(name, *one);
                else
                    fault(entry, "rule.key", "an entry must be a table: write [[" + std::string(name) + "]]");
            }
        }
    }

    void fault(const toml::source_position& at, std::string code, std::string message) {
        faults_.push_back({Severity::error, file_, at.line, at.column, std::move(code), std::move(message)});
    }

private:
    void fault(const toml::node& at, std::string code, std::string message) {
        fault(at.source().begin, std::move(code), std::move(message));
    }

    void load_entry(std::string_view kind, const toml::table& entry) {
        const std::string id = text_of(entry, "id", true);
        if (id.empty()) return;
        if (!id.starts_with("value.")) fault(*entry.get("id"), "rule.id", "a value rule's id begins with value.");
        if (!ids_.insert(id).second) fault(*entry.get("id"), "rule.duplicate_id", "the id " + id + " is used twice");
        WordRule rule;
        rule.id = id;
        rule.role = WordRole::shape;
        if (kind == "words")
            load_words(entry, rule);
        else if (kind == "pattern")
            load_pattern(entry, rule);
        else
            load_shape(entry, rule);
        table_.rules.push_back(rule);
        load_examples(entry, rule);
    }

    void allow_keys(const toml::table& entry, std::initializer_list<std::string_view> keys) {
        for (const auto& [key, node] : entry) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
                fault(node, "rule.key", "unknown key " + std::string(key.str()));
            }
        }
    }

    /// The string under `key`; empty and a fault where it is required and missing, or no string.
    std::string text_of(const toml::table& entry, std::string_view key, bool required) {
        const toml::node* node = entry.get(key);
        if (node == nullptr) {
            if (required) fault(entry, "rule.missing", "the rule needs " + std::string(key));
            return {};
        }
        const auto text = node->value<std::string>();
        if (!text || (required && text->empty())) {
            fault(*node, "rule.type", std::string(key) + " must be a string that is not empty");
            return {};
        }
        return *text;
    }

    template <typename Value, std::size_t size>
    Value named(const toml::table& entry, std::string_view key, const Name<Value> (&rows)[size], Value fallback) {
        const std::string text = text_of(entry, key, false);
        if (text.empty()) return fallback;
        if (const auto value = find(rows, text)) return *value;
        fault(*entry.get(key), "rule.value", "unknown " + std::string(key) + " " + text);
        return fallback;
    }

    std::optional<Decimal> number_of(const toml::table& entry, std::string_view key) {
        const std::string text = text_of(entry, key, false);
        if (text.empty()) return std::nullopt;
        auto number = Decimal::parse(text);
        if (!number) fault(*entry.get(key), "rule.value", std::string(key) + " must be a decimal number in quotes");
        return number;
    }

    void load_words(const toml::table& entry, WordRule& rule) {
        allow_keys(entry, {"id", "role", "side", "relation", "text", "type", "number", "min", "max", "words", "match",
                           "reject"});
        if (text_of(entry, "role", true).empty()) return;
        rule.role = named(entry, "role", roles, WordRole::relation);
        rule.relation = named(entry, "relation", relations, Relation::eq);
        rule.text = text_of(entry, "text", rule.role == WordRole::rate || rule.role == WordRole::bare);
        rule.type = named(entry, "type", types, MentionType::ratio);
        rule.magnitude = {number_of(entry, "number"), number_of(entry, "min"), number_of(entry, "max")};
        if (rule.role == WordRole::relation && rule.relation == Relation::eq) {
            fault(entry, "rule.missing", "a rule of role relation needs relation");
        }
        if (rule.role == WordRole::fixed && rule.magnitude == Magnitude{} && !rule.text.empty()) {
            fault(entry, "rule.missing", "a rule of role fixed with text needs number, or min and max");
        }
        const std::string side = text_of(entry, "side", false);
        const bool sided = rule.role != WordRole::fixed && rule.role != WordRole::things &&
                           rule.role != WordRole::breaks && rule.role != WordRole::aside;
        if (sided && side != "before" && side != "after") {
            fault(entry, "rule.missing", "the rule needs side = \"before\" or side = \"after\"");
        }
        add_words(entry, rule, side);
    }

    void add_words(const toml::table& entry, const WordRule& rule, std::string_view side) {
        const toml::array* words = entry["words"].as_array();
        if (words == nullptr || words->empty()) {
            fault(entry, "rule.missing", "the rule needs words, a list of strings");
            return;
        }
        const auto number = static_cast<std::uint32_t>(table_.rules.size());
        for (const toml::node& node : *words) {
            const auto word = node.value<std::string>();
            if (!word || word->empty()) {
                fault(node, "rule.type", "a word must be a string that is not empty");
                continue;
            }
            std::string key = fold(*word);
            std::transform(key.begin(), key.end(), key.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
            switch (rule.role) {
                case WordRole::fixed: add_fixed(key, number); break;
                case WordRole::things: table_.things.add(key, number); break;
                case WordRole::breaks: table_.breaks.add(key, number); break;
                case WordRole::aside: table_.asides.add(key, number); break;
                default: (side == "before" ? table_.before : table_.after).add(key, number);
            }
        }
    }

    void add_fixed(std::string word, std::uint32_t rule) {
        FixedWord fixed{rule, 0, 0};
        if (const std::size_t first = word.find('|'); first != std::string::npos) {
            word.erase(first, 1);
            fixed.before = first;
            if (const std::size_t second = word.find('|'); second != std::string::npos) {
                word.erase(second, 1);
                fixed.behind = word.size() - second;
            }
        }
        table_.starts.add(word);
        table_.fixed.add(word, static_cast<std::uint32_t>(table_.fixed_words.size()));
        table_.fixed_words.push_back(fixed);
    }

    void load_pattern(const toml::table& entry, WordRule& rule) {
        allow_keys(entry, {"id", "pattern", "gives", "unit", "digits", "match", "reject"});
        const std::string source = text_of(entry, "pattern", true);
        const std::string gives = text_of(entry, "gives", true);
        if (source.empty() || gives.empty()) return;
        std::string problem;
        auto pattern = compile_value_pattern(fold(source), problem);
        if (!pattern) {
            fault(*entry.get("pattern"), "rule.pattern", problem);
            return;
        }
        pattern->id = rule.id;
        pattern->veto = gives == "nothing";
        if (!pattern->veto) pattern->type = named(entry, "gives", types, MentionType::quantity);
        pattern->unit = text_of(entry, "unit", false);
        if (const toml::node* digits = entry.get("digits")) {
            pattern->most_digits = static_cast<int>(digits->value<std::int64_t>().value_or(0));
            if (pattern->most_digits <= 0) fault(*digits, "rule.value", "digits must be a number above 0");
        }
        if (!pattern->veto && pattern->unit.empty() && pattern->unit_class.empty()) {
            fault(entry, "rule.missing", "a pattern that gives a value needs unit, or {unit} at its end");
        }
        if (pattern->veto) rule.role = WordRole::veto;
        table_.patterns.push_back(std::move(*pattern));
    }

    void load_shape(const toml::table& entry, const WordRule& rule) {
        allow_keys(entry, {"id", "match", "reject"});
        if (std::find(value_shapes.begin(), value_shapes.end(), rule.id) == value_shapes.end()) {
            fault(*entry.get("id"), "rule.value", "no shape is called " + rule.id);
        }
    }

    void load_examples(const toml::table& entry, const WordRule& rule) {
        for (const std::string_view key : {"match", "reject"}) {
            const toml::array* list = entry[key].as_array();
            if (list == nullptr || list->empty()) {
                fault(entry, "rule.no_example", "the rule needs at least one " + std::string(key) + " example");
                continue;
            }
            for (const toml::node& node : *list) add_example(node, rule, key == "match");
        }
    }

    void add_example(const toml::node& node, const WordRule& rule, bool match) {
        ValueExample example;
        example.rule = rule.id;
        example.role = rule.role;
        example.relation = rule.relation;
        example.match = match;
        example.file = file_;
        example.line = node.source().begin.line;
        example.column = node.source().begin.column;
        const bool plain = !match || silent(rule.role);
        if (const auto text = node.value<std::string>(); text && plain) {
            example.text = fold(*text);
        } else if (const toml::table* one = node.as_table(); one != nullptr && !plain) {
            example.text = fold(text_of(*one, "text", true));
            example.value = fold(text_of(*one, "value", true));
            example.reads = text_of(*one, "reads", true);
        } else {
            fault(node, "rule.type",
                  plain ? "this example must be a string" : "this example must be { text = …, value = …, reads = … }");
            return;
        }
        table_.examples.push_back(std::move(example));
    }

    std::string file_;
    ValueTable& table_;
    std::set<std::string>& ids_;
    Diagnostics& faults_;
};

}  // namespace

void load_value_rules(const KnowledgeFolders& folders, ValueTable& table, Diagnostics& faults) {
    std::set<std::string> ids;
    const std::size_t known = faults.size();
    for (const RuleFile& file : load_rule_files(folders, "values", false, faults)) {
        FileLoader(file.name, table, ids, faults).load(file.tables);
    }
    const bool missing = std::any_of(faults.begin() + static_cast<std::ptrdiff_t>(known), faults.end(),
                                     [](const Diagnostic& fault) { return fault.code == "rule.missing_file"; });
    if (missing) return;
    for (std::size_t byte = 0; byte < table.woken.size(); ++byte) {
        for (std::uint32_t k = 0; k < table.patterns.size(); ++k) {
            if (table.patterns[k].tail_edge.wakes(static_cast<char>(byte))) table.woken[byte].push_back(k);
        }
    }
    for (const std::string_view shape : value_shapes) {
        if (ids.contains(std::string(shape))) continue;
        faults.push_back(
            {Severity::error, "rules/values", 0, 0, "rule.missing", "no [[shape]] documents " + std::string(shape)});
    }
}

}  // namespace hardfacts
