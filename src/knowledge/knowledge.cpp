#include "knowledge/knowledge.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "knowledge/attributes.h"
#include "knowledge/claim_rules.h"
#include "knowledge/layers.h"
#include "knowledge/name_rules.h"
#include "knowledge/names.h"
#include "knowledge/subject_weights.h"
#include "knowledge/values.h"

namespace hardfacts {

Knowledge::Knowledge() = default;
Knowledge::~Knowledge() = default;
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;

std::variant<Knowledge, Diagnostics> load_knowledge(const KnowledgeFolders& folders) {
    Diagnostics faults;
    check_layers(folders, faults);
    Knowledge knowledge;
    knowledge.names = NameTable::load(folders, faults);
    knowledge.name_rules = NameRuleTable::load(folders, faults);
    knowledge.values = ValueTable::load(folders, faults);
    knowledge.attributes = AttributeTable::load(folders, faults);
    knowledge.subject_weights = SubjectWeights::load(folders, faults);
    std::vector<std::string> dimensions;
    for (const Unit& unit : knowledge.values->units) {
        if (std::find(dimensions.begin(), dimensions.end(), unit.dimension) == dimensions.end()) {
            dimensions.push_back(unit.dimension);
        }
    }
    knowledge.claim_rules = ClaimRuleTable::load(folders, std::move(dimensions), faults);
    if (!faults.empty()) return faults;
    return knowledge;
}

}  // namespace hardfacts
