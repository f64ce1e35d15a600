// Enters: rows and rules of a test's own. Leaves: a Workbench of the program's knowledge with these as its last layer.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/temporary_folder.h"
#include "support/root.h"
#include "workbench/workbench.h"

namespace hardfacts::testing {

/// Files by their path below the layer: {"companies.csv", …} of gazetteers, {"values/x.toml", …} of rules.
using Files = std::map<std::string, std::string>;

class Layered {
public:
    explicit Layered(const Files& gazetteers, const Files& rules = {}) : folders_(HARDFACTS_ROOT) {
        for (const auto& [file, content] : gazetteers) folder_.write("g/" + file, content);
        for (const auto& [file, content] : rules) folder_.write("r/" + file, content);
        if (!gazetteers.empty()) folders_.add_gazetteers(folder_ / "g", "g");
        if (!rules.empty()) folders_.add_rules(folder_ / "r", "r");
    }

    const KnowledgeFolders& folders() const { return folders_; }
    const TemporaryFolder& folder() const { return folder_; }
    Workbench bench() const {
        auto loaded = Workbench::load(folders_);
        return std::get<Workbench>(std::move(loaded));
    }

private:
    TemporaryFolder folder_;
    KnowledgeFolders folders_;
};

/// "file:line code" of those in the layers g and r.
inline std::vector<std::string> own_findings(const Diagnostics& findings) {
    std::vector<std::string> out;
    for (const Diagnostic& one : findings) {
        if (!one.file.starts_with("g/") && !one.file.starts_with("r/")) continue;
        out.push_back(one.file + ':' + std::to_string(one.line) + ' ' + one.code);
    }
    return out;
}

}  // namespace hardfacts::testing
