#include "knowledge/knowledge.h"

#include <utility>

#include "knowledge/attributes.h"
#include "knowledge/name_rules.h"
#include "knowledge/names.h"
#include "knowledge/subject_weights.h"
#include "knowledge/values.h"

namespace hardfacts {

Knowledge::Knowledge() = default;
Knowledge::~Knowledge() = default;
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;

std::variant<Knowledge, Diagnostics> load_knowledge(const std::filesystem::path& root) {
    Diagnostics faults;
    Knowledge knowledge;
    knowledge.names = NameTable::load(root, faults);
    knowledge.name_rules = NameRuleTable::load(root, faults);
    knowledge.values = ValueTable::load(root, faults);
    knowledge.attributes = AttributeTable::load(root, faults);
    knowledge.subject_weights = SubjectWeights::load(root, faults);
    if (!faults.empty()) return faults;
    return knowledge;
}

}  // namespace hardfacts
