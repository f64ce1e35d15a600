#include "knowledge/claim_rules.h"

#include <algorithm>

#include "knowledge/claim_rules_loader.h"
#include "knowledge/layers.h"

namespace hardfacts {

std::unique_ptr<const ClaimRuleTable> ClaimRuleTable::load(const KnowledgeFolders& folders,
                                                           std::vector<std::string> dimensions, Diagnostics& faults) {
    auto table = std::make_unique<ClaimRuleTable>();
    table->code = SkeletonCode(std::move(dimensions));
    std::vector<RuleFile> files = load_rule_files(folders, "relations", true, faults);
    for (RuleFile& file : load_rule_files(folders, "claims", true, faults)) files.push_back(std::move(file));
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
