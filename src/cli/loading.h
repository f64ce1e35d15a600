// Enters: what the command line says of rules and gazetteers. Leaves: their folders, or the Extractor made of them, or
// all that is wrong. Tested in tests/e2e/layers_test.py.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <variant>
#include <vector>

#include "hardfacts.h"

namespace hardfacts::cli {

struct KnowledgeOptions {
    std::string knowledge, project;
    std::vector<std::string> gazetteers, rules;
    bool no_project = false;
};

/// Declares --knowledge, --gazetteers, --rules, --project and --no-project.
void declare_knowledge(CLI::App& app, KnowledgeOptions& options);

/// The layers, the lowest first: --knowledge, else HARDFACTS_KNOWLEDGE, else what the project file says, else the
/// program's own; those of the project file; those of the command line.
std::variant<KnowledgeFolders, Diagnostics> knowledge_folders(const KnowledgeOptions& options);

std::variant<Extractor, Diagnostics> load_extractor(const KnowledgeOptions& options);

}  // namespace hardfacts::cli
