#include "workbench/rule_lint.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "compose/rule_examples.h"
#include "fold/fold.h"
#include "knowledge/claim_rules.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/lazy_regex.h"
#include "knowledge/name_rules.h"
#include "knowledge/values.h"
#include "workbench/finder.h"
#include "workbench/rule_list.h"

namespace hardfacts {

namespace {

struct Place {
    std::string file;
    std::size_t line = 0, column = 0;
};

class Linter {
public:
    explicit Linter(const Workbench& bench) : bench_(bench), finder_(bench.knowledge()) {
        for (const ListedRule& rule : list_rules(bench)) places_[rule.id] = {rule.file, rule.line, rule.column};
    }

    Diagnostics run() {
        check_programs();
        check_claim_rules();
        for (const char* group : {"values", "names", "relations", "claims"}) {
            Diagnostics ignored;  // they loaded
            files_[group] = load_rule_files(bench_.folders(), group, true, ignored);
        }
        check_word_lists();
        check_classes();
        check_shared();
        check_names();
        std::stable_sort(findings_.begin(), findings_.end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
        });
        return std::move(findings_);
    }

private:
    void tell(const Place& at, const char* code, std::string message) {
        findings_.push_back({Severity::warning, at.file, at.line, at.column, code, std::move(message)});
    }
    void tell(const std::string& file, const toml::node& at, const char* code, std::string message) {
        tell(Place{file, at.source().begin.line, at.source().begin.column}, code, std::move(message));
    }

    void check_program(const std::string& id, const re2::RE2* pattern) {
        if (pattern == nullptr || !pattern->ok()) return;
        const int size = std::max(pattern->ProgramSize(), pattern->ReverseProgramSize());
        if (size <= largest_program) return;
        tell(places_[id], "lint.pattern_size",
             id + ": RE2 makes " + std::to_string(size) + " instructions of the pattern, more than " +
                 std::to_string(largest_program) + "; repeat less, or put the words into a class or list");
    }

    void check_program(const std::string& id, const std::shared_ptr<const LazyRegex>& pattern) {
        if (pattern) check_program(id, &pattern->get());
    }

    void check_programs() {
        const Knowledge& knowledge = bench_.knowledge();
        for (const ClaimRule& rule : knowledge.claim_rules->rules) {
            check_program(rule.id, &rule.match_regex.get());
            if (!rule.unless.empty()) check_program(rule.id, &rule.unless_regex.get());
            if (!rule.without.empty()) check_program(rule.id, &rule.without_regex.get());
        }
        for (const ValuePattern& pattern : knowledge.values->patterns) {
            check_program(pattern.id, pattern.head);
            check_program(pattern.id, pattern.tail);
        }
        for (const NameRule& rule : knowledge.name_rules->rules) {
            check_program(rule.id, rule.head);
            check_program(rule.id, rule.tail);
        }
    }

    void check_claim_rules() {
        const ClaimRuleTable& table = *bench_.knowledge().claim_rules;
        std::map<std::string, std::string> by_pattern;
        for (const ClaimRule& rule : table.rules) {
            const std::string kind = rule.claim.kind.empty() ? rule.relation.type : rule.claim.attribute;
            const auto [known, is_new] = by_pattern.emplace(kind + ' ' + rule.match_regex.get().pattern(), rule.id);
            if (!is_new) {
                tell(places_[rule.id], "lint.same_pattern",
                     rule.id + " has the pattern of " + known->second + " and gives the same; remove one");
            }
        }
        for (const RuleExample& example : table.examples) {
            const ClaimRule& rule = table.rules[example.rule];
            if (!example.gives.empty() || wakes(table, example)) continue;
            tell({example.file, example.line, example.column}, "lint.idle_reject",
                 rule.id +
                     ": the rejecting example holds neither a word that wakes the rule nor the mentions it needs, so "
                     "that it would pass whatever the rule says; write a sentence that nearly matches");
        }
    }

    /// The example holds a word that wakes the rule, or all the mentions it needs.
    static bool wakes(const ClaimRuleTable& table, const RuleExample& example) {
        const MarkedText marked = read_marks(example.text);
        const auto& needed = table.rules[example.rule].mentions;
        const auto& mentions = marked.findings.mentions;
        bool found = std::all_of(needed.begin(), needed.end(), [&](const TypeCount& count) {
            const auto held = std::count_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
                return (count.types & type_bit(mention.type)) != 0;
            });
            return static_cast<std::size_t>(held) >= count.least;
        });
        table.triggers.find(marked.text.folded, {0, marked.text.folded.size()}, [&](std::size_t trigger, std::size_t) {
            for (std::size_t list = 0; list < RuleWakes::most_lists; ++list) {
                found |= table.wakes.holds(trigger, example.rule, list);
            }
        });
        return found;
    }

    /// The same word in two lists of one side: both would count at once.
    void check_word_lists() {
        std::map<std::string, std::string> lists;  // side and word -> id
        for (const RuleFile& file : files_["values"]) {
            for_each_entry(file, "words", [&](const toml::table& entry) {
                const std::string id = entry["id"].value_or(std::string()),
                                  side = entry["side"].value_or(std::string());
                const std::string role = entry["role"].value_or(std::string());
                // Each of these is looked for by itself; `bare` words behind a number only where it has a scale's
                // letter.
                const bool alone = role == "fixed" || role == "things" || role == "breaks" || role == "aside" ||
                                   (role == "bare" && side == "after");
                for_each_text(entry["words"].as_array(), [&](const toml::node& at, const std::string& word) {
                    const auto [known, is_new] = lists.emplace((alone ? role : side) + ' ' + fold(word), id);
                    if (is_new) return;
                    tell(file.name, at, "lint.word_twice",
                         "'" + word + "' of " + id + " stands in " + known->second +
                             " too, where it is looked for on the same side; keep one");
                });
            });
        }
    }

    void check_classes() {
        std::set<std::string> used;
        for (const RuleFile& file : files_["names"]) {
            for_each_entry(file, "rule", [&](const toml::table& entry) {
                const std::string pattern =
                    entry["pattern"].value_or(std::string()) + entry["shape"].value_or(std::string());
                for (std::size_t at = pattern.find('{'); at != std::string::npos; at = pattern.find('{', at + 1)) {
                    used.insert(pattern.substr(at + 1, pattern.find('}', at) - at - 1));
                }
            });
        }
        for (const RuleFile& file : files_["names"]) {
            for_each_entry(file, "class", [&](const toml::table& entry) {
                const std::string name = entry["name"].value_or(std::string());
                if (!used.contains(name)) {
                    tell(file.name, entry, "lint.unused", "no rule uses the class " + name + "; use or remove it");
                }
                std::set<std::string> seen;
                for_each_text(entry["words"].as_array(), [&](const toml::node& at, const std::string& word) {
                    if (seen.insert(fold(word)).second) return;
                    tell(file.name, at, "lint.word_twice", "'" + word + "' stands in " + name + " twice; remove one");
                });
            });
        }
    }

    void check_shared() {
        std::string patterns;
        const auto add = [&](const toml::node& node) { patterns += node.value_or(std::string()) + '\n'; };
        for (const char* group : {"relations", "claims"}) {
            for (const RuleFile& file : files_[group]) {
                for_each_entry(file, "rule", [&](const toml::table& entry) {
                    for (const char* key : {"pattern", "unless", "without"}) {
                        if (const toml::node* node = entry.get(key)) add(*node);
                    }
                });
                for_each_shared(file, [&](std::string_view, const toml::node& node) { add(node); });
            }
        }
        for (const char* group : {"relations", "claims"}) {
            for (const RuleFile& file : files_[group]) {
                for_each_shared(file, [&](std::string_view name, const toml::node& node) {
                    if (patterns.find('{' + std::string(name) + '}') != std::string::npos) return;
                    tell(file.name, node, "lint.unused",
                         "no rule uses the shared pattern {" + std::string(name) + "}; use or remove it");
                });
            }
        }
    }

    void check_names() {
        for (const auto& [group, files] : files_) {
            if (group == "values") continue;  // they may speak of FP8: number formats stand inside values
            for (const RuleFile& file : files) {
                for_each_shared(file, [&](std::string_view, const toml::node& node) { check_name(file.name, node); });
                for_each_entry(file, "rule", [&](const toml::table& entry) {
                    for (const char* key : {"pattern", "unless", "without"}) {
                        if (const toml::node* node = entry.get(key)) check_name(file.name, *node);
                    }
                });
            }
        }
    }

    void check_name(const std::string& file, const toml::node& node) {
        std::string words = node.value_or(std::string());
        for (char& c : words) {
            if (std::string_view("(){}[]|?*+^$\\").find(c) != std::string_view::npos) c = '\n';
        }
        for (const FoundName& name : finder_.names_in(words)) {
            tell(file, node, "lint.names_entity",
                 "the pattern names " + name.text + " (" + name.entity + "); rules are about words: write {" +
                     name.type + "}, and the name into a gazetteer");
        }
    }

    template <typename Each>
    static void for_each_entry(const RuleFile& file, std::string_view key, Each&& each) {
        const toml::array* entries = file.tables[key].as_array();
        for (std::size_t k = 0; entries != nullptr && k < entries->size(); ++k) {
            if (const toml::table* entry = entries->get(k)->as_table()) each(*entry);
        }
    }
    template <typename Each>
    static void for_each_shared(const RuleFile& file, Each&& each) {
        const toml::table* shared = file.tables["shared"].as_table();
        if (shared == nullptr) return;
        for (const auto& [name, node] : *shared) each(name.str(), node);
    }
    template <typename Each>
    static void for_each_text(const toml::array* list, Each&& each) {
        for (std::size_t k = 0; list != nullptr && k < list->size(); ++k) {
            if (const auto text = list->get(k)->value<std::string>()) each(*list->get(k), *text);
        }
    }

    const Workbench& bench_;
    NameFinder finder_;
    std::map<std::string, Place> places_;  ///< of rules, by id
    std::map<std::string, std::vector<RuleFile>> files_;
    Diagnostics findings_;
};

}  // namespace

Diagnostics lint_rules(const Workbench& bench) { return Linter(bench).run(); }

}  // namespace hardfacts
