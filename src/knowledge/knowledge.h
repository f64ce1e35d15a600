// Enters: the folders of rules and gazetteers. Leaves: Knowledge, checked, compiled, immutable, shared by threads.
// Tested in tests/knowledge/.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

class NameTable;       // knowledge/names.h: entities, their surfaces, patterns and evidence
struct NameRuleTable;  // knowledge/name_rules.h: the words that prove an unknown name beside them
class ValueTable;      // knowledge/values.h: units, currencies, qualifier words, value rules
class AttributeTable;  // knowledge/attributes.h: cue words that name a value's attribute
class SubjectWeights;  // knowledge/subject_weights.h: what speaks for a name as a value's subject
class ClaimRuleTable;  // knowledge/claim_rules.h: what sentences look like that state claims and relations

/// Everything that rules/ and gazetteers/ say. Built once, then const; any number of threads may read it.
struct Knowledge {
    std::unique_ptr<const NameTable> names;
    std::unique_ptr<const NameRuleTable> name_rules;
    std::unique_ptr<const ValueTable> values;
    std::unique_ptr<const AttributeTable> attributes;
    std::unique_ptr<const SubjectWeights> subject_weights;
    std::unique_ptr<const ClaimRuleTable> claim_rules;

    Knowledge();
    ~Knowledge();
    Knowledge(Knowledge&&) noexcept;
    Knowledge& operator=(Knowledge&&) noexcept;
};

/// Reads and compiles all layers. Either the Knowledge, or every fault of every file.
std::variant<Knowledge, Diagnostics> load_knowledge(const KnowledgeFolders& folders);

}  // namespace hardfacts
