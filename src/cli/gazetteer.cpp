// `hardfacts gazetteer lint|find|add|suggest`. Tested in tests/e2e/gazetteer_test.py.
#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/status.h"
#include "cli/subcommands.h"
#include "model/utf8.h"
#include "workbench/gazetteer_find.h"
#include "workbench/gazetteer_lint.h"

namespace hardfacts::cli {

namespace {

int lint(std::span<const std::string> arguments) {
    KnowledgeOptions knowledge;
    CLI::App app("Finds names, units and evidence that load and are a mistake all the same.",
                 "hardfacts gazetteer lint");
    app.footer(R"(Examples:
  hardfacts gazetteer lint
  hardfacts gazetteer lint --gazetteers mine

Finds: surfaces that are read as something else, surfaces of two entities that nothing tells apart, ordinary words that
count without evidence, forms of units that collide, evidence that contradicts itself. What keeps a gazetteer from
loading (a maker that is no id, a surface with two owners, ...) is told first, on standard error.
Exit status: 0 nothing found, 1 something was, 2 usage, or a gazetteer that does not load.)");
    declare_knowledge(app, knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    const auto bench = load_bench(knowledge);
    return bench ? tell_findings(lint_gazetteers(*bench)) : status_usage;
}

nlohmann::ordered_json found_json(const std::string& form, const FoundForm& found) {
    nlohmann::ordered_json owners = nlohmann::ordered_json::array();
    for (const FormOwner& owner : found.owners) {
        owners.push_back({{"entity", owner.entity},
                          {"name", owner.name},
                          {"written", owner.written},
                          {"place", owner.place},
                          {"counts", owner.counts},
                          {"maker", owner.maker}});
    }
    return {{"form", form},
            {"owners", owners},
            {"is_no_name", found.is_stop},
            {"read_alone", found.read_alone},
            {"near", found.near}};
}

void print_found(const std::string& form, const FoundForm& found) {
    std::cout << form << '\n';
    if (found.is_stop) std::cout << "  is no name: a row none,is of evidence.csv says so\n";
    for (const FormOwner& owner : found.owners) {
        std::cout << "  " << owner.entity << "  \"" << owner.name << "\"  " << owner.place << "\n    written "
                  << owner.written << ": counts " << owner.counts << '\n';
        if (!owner.needs_evidence) continue;
        std::cout << "    evidence: " << owner.proofs_before << " texts before and " << owner.proofs_after
                  << " behind a name of its type in evidence.csv, a surface of it without a mark in the document"
                  << (owner.maker.empty() ? "" : ", " + owner.maker + " named there") << '\n';
    }
    if (found.owners.empty() && !found.is_stop) std::cout << "  belongs to nobody\n";
    for (const std::string& near : found.near) std::cout << "  near it: " << near << '\n';
    std::cout << "  alone in a text it is read as " << (found.read_alone.empty() ? "no name" : found.read_alone)
              << '\n';
}

int find(std::span<const std::string> arguments) {
    KnowledgeOptions knowledge;
    std::vector<std::string> forms;
    bool json = false;
    CLI::App app("Shows whose name a form is, and when it counts.", "hardfacts gazetteer find");
    app.footer(R"(Examples:
  hardfacts gazetteer find アーム
  hardfacts gazetteer find "RTX 5090" Thor
  hardfacts gazetteer find Kestrel --gazetteers mine --json

Spaces, hyphens and letter case are looked past, as in texts; families' patterns are tried.
Exit status: 0 every form has an owner, 1 one belongs to nobody, 2 usage, or a gazetteer that does not load.)");
    app.add_option("FORM", forms, "how a name is written in a text")->type_name("")->required();
    app.add_flag("--json", json, "JSON Lines");
    declare_knowledge(app, knowledge);
    if (const auto status = parse(app, arguments)) return *status;
    for (const std::string& form : forms) {
        if (form.empty() || find_invalid_utf8(form) != std::string::npos)
            return usage_error(app, "FORM must be UTF-8 and not empty");
    }
    const auto bench = load_bench(knowledge);
    if (!bench) return status_usage;
    bool all = true;
    for (const std::string& form : forms) {
        const FoundForm found = find_form(*bench, form);
        all = all && (!found.owners.empty() || found.is_stop);
        if (json)
            std::cout << found_json(form, found).dump() << '\n';
        else
            print_found(form, found);
    }
    return all ? status_done : status_gate;
}

constexpr std::array<Command, 4> table = {{
    {"lint", "find what loads and is a mistake all the same", lint},
    {"find", "show whose name a form is, and when it counts", find},
    {"add", "add a checked row", gazetteer_add_command},
    {"suggest", "list the names of a corpus that no gazetteer has", gazetteer_suggest_command},
}};

}  // namespace

int gazetteer_command(std::span<const std::string> arguments) {
    return run_subcommand("hardfacts gazetteer",
                          "Checks, searches and grows the gazetteers, those of your own layers too.",
                          "; gazetteers/README.md teaches adding a name.\n", table, arguments);
}

}  // namespace hardfacts::cli
