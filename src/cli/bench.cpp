#include "cli/bench.h"

#include <iostream>
#include <utility>
#include <variant>

#include "cli/status.h"
#include "cli/talk.h"

namespace hardfacts::cli {

std::optional<Workbench> load_bench(const KnowledgeOptions& options) {
    Talk talk(false);
    auto folders = knowledge_folders(options);
    Diagnostics faults;
    if (auto* unplaced = std::get_if<Diagnostics>(&folders)) {
        faults = std::move(*unplaced);
    } else {
        auto loaded = Workbench::load(std::get<KnowledgeFolders>(std::move(folders)));
        if (auto* bench = std::get_if<Workbench>(&loaded)) return std::move(*bench);
        faults = std::get<Diagnostics>(std::move(loaded));
    }
    for (const Diagnostic& fault : faults) talk.tell(fault);
    return std::nullopt;
}

int tell_findings(const Diagnostics& findings) {
    for (const Diagnostic& finding : findings) std::cout << to_string(finding) << '\n';
    std::cout << (findings.empty() ? "nothing found" : counted(findings.size(), "finding")) << '\n';
    return findings.empty() ? status_done : status_gate;
}

}  // namespace hardfacts::cli
