#include "knowledge/names.h"

#include "knowledge/names_loader.h"

namespace hardfacts {

std::unique_ptr<const NameTable> NameTable::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto table = std::make_unique<NameTable>();
    Diagnostics evidence_faults;
    table->evidence_ = NameEvidence::load(folders, evidence_faults);
    NameLoader(*table, faults).load(folders);
    faults.insert(faults.end(), evidence_faults.begin(), evidence_faults.end());
    return table;
}

std::uint32_t NameTable::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? no_entity : found->second;
}

bool NameTable::belongs_to(std::uint32_t part, std::uint32_t whole) const {
    for (int steps = 0; steps < 4 && part != no_entity; ++steps) {
        part = entities_[part].maker;
        if (part != no_entity && part == whole) return true;
    }
    return false;
}

bool NameTable::lies_in(std::uint32_t part, std::uint32_t whole) const {
    for (int steps = 0; steps < 3 && part != no_entity; ++steps) {
        if (entities_[part].admin == whole || entities_[part].country == whole) return true;
        part = entities_[part].admin;
    }
    return false;
}

}  // namespace hardfacts
