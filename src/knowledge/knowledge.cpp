#include "knowledge/knowledge.h"

#include <algorithm>
#include <future>
#include <iterator>
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
    // Names are about half of the work, and nothing else needs them here.
    Diagnostics faults_of_names;
    auto names = std::async([&] { return NameTable::load(folders, faults_of_names); });
    Diagnostics others;
    knowledge.name_rules = NameRuleTable::load(folders, others);
    knowledge.values = ValueTable::load(folders, others);
    knowledge.attributes = AttributeTable::load(folders, others);
    knowledge.subject_weights = SubjectWeights::load(folders, others);
    std::vector<std::string> dimensions;
    for (const Unit& unit : knowledge.values->units) {
        if (std::find(dimensions.begin(), dimensions.end(), unit.dimension) == dimensions.end()) {
            dimensions.push_back(unit.dimension);
        }
    }
    knowledge.claim_rules = ClaimRuleTable::load(folders, std::move(dimensions), others);
    knowledge.names = names.get();
    for (Diagnostics* part : {&faults_of_names, &others}) {
        faults.insert(faults.end(), std::make_move_iterator(part->begin()), std::make_move_iterator(part->end()));
    }
    if (!faults.empty()) return faults;
    return knowledge;
}

}  // namespace hardfacts
