#include "knowledge/claim_rules.h"

#include <re2/re2.h>
#include <toml++/toml.h>

#include <algorithm>

#include "knowledge/claim_rules_loader.h"

namespace hardfacts {

LazyRegex::LazyRegex(std::string text) : text_(std::move(text)) {}
LazyRegex::~LazyRegex() = default;

const re2::RE2& LazyRegex::get() const {
    std::call_once(once_, [this] {
        re2::RE2::Options options;
        options.set_log_errors(false);
        compiled_ = std::make_unique<const re2::RE2>(text_, options);
    });
    return *compiled_;
}

namespace {

namespace fs = std::filesystem;

struct RuleFile {
    std::string name;  // below the root
    toml::table tables;
};

/// The files of one folder, in order; a folder that is not there holds none.
void read_folder(const fs::path& root, const std::string& folder, std::vector<RuleFile>& files, Diagnostics& faults) {
    std::error_code error;
    std::vector<fs::path> paths;
    for (fs::directory_iterator at(root / folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".toml") paths.push_back(at->path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        const std::string name = folder + '/' + path.filename().string();
        try {
            files.push_back({name, toml::parse_file(path.string())});
        } catch (const toml::parse_error& broken) {
            faults.push_back({Severity::error, name, broken.source().begin.line, broken.source().begin.column,
                              "rule.toml", std::string(broken.description())});
        }
    }
}

}  // namespace

std::unique_ptr<const ClaimRuleTable> ClaimRuleTable::load(const fs::path& root, std::vector<std::string> dimensions,
                                                           Diagnostics& faults) {
    auto table = std::make_unique<ClaimRuleTable>();
    table->code = SkeletonCode(std::move(dimensions));
    std::vector<RuleFile> files;
    read_folder(root, "rules/relations", files, faults);
    read_folder(root, "rules/claims", files, faults);
    ClaimRuleLoader loader(*table, faults);
    for (const RuleFile& file : files) loader.declare_shared(file.name, file.tables);
    loader.read_shared();
    for (const RuleFile& file : files) loader.load_rules(file.name, file.tables);
    for (const RuleFile& file : files) loader.load_stand_ins(file.name, file.tables);
    table->stand_ins.resize(table->triggers.size());
    table->triggers.compile();
    return table;
}

}  // namespace hardfacts
