// `hardfacts rules test|lint|list|show`. Tested in tests/e2e/rules_test.py.
#include <algorithm>
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/nearest.h"
#include "cli/status.h"
#include "cli/subcommands.h"
#include "cli/talk.h"
#include "workbench/rule_lint.h"
#include "workbench/rule_list.h"
#include "workbench/rule_tests.h"

namespace hardfacts::cli {

namespace {

struct Options {
    KnowledgeOptions knowledge;
    std::vector<std::string> ids;
    bool json = false;
};

/// Tells that no rule fits a glob, where that is so.
bool all_fit(const Workbench& bench, const std::vector<std::string>& globs) {
    const std::vector<ListedRule> rules = list_rules(bench);
    std::vector<std::string> names;
    for (const ListedRule& rule : rules) names.push_back(rule.id);
    bool good = true;
    for (const std::string& glob : globs) {
        if (std::any_of(names.begin(), names.end(), [&](const std::string& name) { return fits(name, {glob}); }))
            continue;
        const std::string meant = nearest(glob, names);
        std::cerr << "hardfacts: error: no rule is called " << glob
                  << (meant.empty() ? "" : "; did you mean " + meant + "?") << "\n`hardfacts rules list` lists them.\n";
        good = false;
    }
    return good;
}

int test(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Runs the matching and rejecting examples of every rule.", "hardfacts rules test");
    app.footer(R"(Examples:
  hardfacts rules test                          every rule of every layer
  hardfacts rules test 'relation.*'             those whose id fits
  hardfacts rules test --rules mine             with rules of your own

An example that does not come out as written is told as file:line:column, what was expected and what came instead.
Exit status: 0 all came out, 1 some did not, 2 usage, or a rule that does not load.)");
    app.add_option("ID", options.ids, "ids of rules; *, ? and [a-z] stand for many")->type_name("");
    declare_knowledge(app, options.knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    const auto bench = load_bench(options.knowledge);
    if (!bench || !all_fit(*bench, options.ids)) return status_usage;
    const RuleTests tests = test_rules(*bench, options.ids);
    for (const Diagnostic& fault : tests.faults) std::cout << to_string(fault) << '\n';
    std::cout << counted(tests.rules, "rule") << ", " << counted(tests.examples, "example") << ": ";
    if (tests.faults.empty())
        std::cout << "all as written\n";
    else
        std::cout << tests.faults.size() << " not as written\n";
    return tests.faults.empty() ? status_done : status_gate;
}

int lint(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Finds rules that load and are a mistake all the same.", "hardfacts rules lint");
    app.footer(R"(Examples:
  hardfacts rules lint
  hardfacts rules lint --rules mine

Finds: rules and words that can never count, two rules with one pattern, patterns that RE2 makes too much of, names of
entities in rules, rejecting examples that no rule could match, classes and shared patterns that nothing uses.
Exit status: 0 nothing found, 1 something was, 2 usage, or a rule that does not load.)");
    declare_knowledge(app, options.knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    const auto bench = load_bench(options.knowledge);
    return bench ? tell_findings(lint_rules(*bench)) : status_usage;
}

int list(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Lists the rules: id, place, matching and rejecting examples, what it says.", "hardfacts rules list");
    app.footer(R"(Examples:
  hardfacts rules list
  hardfacts rules list 'relation.*' --json

Exit status: 0 done, 2 usage, or a rule that does not load.)");
    app.add_option("ID", options.ids, "ids of rules; *, ? and [a-z] stand for many")->type_name("");
    app.add_flag("--json", options.json, "JSON Lines");
    declare_knowledge(app, options.knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    const auto bench = load_bench(options.knowledge);
    if (!bench || !all_fit(*bench, options.ids)) return status_usage;
    for (const ListedRule& rule : list_rules(*bench)) {
        if (!fits(rule.id, options.ids)) continue;
        if (options.json) {
            std::cout << nlohmann::ordered_json({{"id", rule.id},
                                                 {"group", rule.group},
                                                 {"says", rule.says},
                                                 {"file", rule.file},
                                                 {"line", rule.line},
                                                 {"matches", rule.matches},
                                                 {"rejects", rule.rejects}})
                             .dump()
                      << '\n';
            continue;
        }
        std::cout << rule.id << std::string(rule.id.size() < 40 ? 40 - rule.id.size() : 1, ' ') << rule.file << ':'
                  << rule.line << "  " << rule.matches << '+' << rule.rejects << "  " << rule.says << '\n';
    }
    return status_done;
}

int show(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Shows a rule: its lines, and what the loader made of its pattern.", "hardfacts rules show");
    app.footer(R"(Examples:
  hardfacts rules show relation.supplies.buy.ja
  hardfacts rules show value.ratio.colon --json

Types of mentions stand in braces; "woken by" are words without which the rule is not tried.
Exit status: 0 done, 2 usage, or no such rule.)");
    app.add_option("ID", options.ids, "the id of a rule")->type_name("")->required()->expected(1);
    app.add_flag("--json", options.json, "JSON");
    declare_knowledge(app, options.knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    const auto bench = load_bench(options.knowledge);
    if (!bench || !all_fit(*bench, options.ids)) return status_usage;
    const std::optional<ShownRule> shown = show_rule(*bench, options.ids.front());
    if (!shown)
        return usage_error(app, "name one rule; `hardfacts rules list '" + options.ids.front() + "'` lists them");
    const ListedRule& rule = shown->rule;
    if (options.json) {
        nlohmann::ordered_json parts = nlohmann::ordered_json::array();
        for (const auto& [name, text] : shown->parts) parts.push_back({{"name", name}, {"text", text}});
        std::cout << nlohmann::ordered_json({{"id", rule.id},
                                             {"file", rule.file},
                                             {"line", rule.line},
                                             {"source", rule.source},
                                             {"parts", parts}})
                         .dump()
                  << '\n';
        return status_done;
    }
    std::cout << rule.file << ':' << rule.line << '\n' << rule.source;
    for (const auto& [name, text] : shown->parts) std::cout << "\n# " << name << "\n" << text << '\n';
    return status_done;
}

constexpr std::array<Command, 4> table = {{
    {"test", "run the rules' own examples", test},
    {"lint", "find what loads and is a mistake all the same", lint},
    {"list", "list the rules", list},
    {"show", "show a rule and what became of it", show},
}};

}  // namespace

int rules_command(std::span<const std::string> arguments) {
    return run_subcommand("hardfacts rules", "Tests, checks and shows the rules, those of your own layers too.",
                          "; rules/README.md teaches writing one.\n", table, arguments);
}

}  // namespace hardfacts::cli
