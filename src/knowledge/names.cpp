#include "knowledge/names.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "knowledge/names_loader.h"

namespace hardfacts {

void EntityIds::reserve(std::size_t entities) {
    slots_.assign(std::bit_ceil(2 * std::max<std::size_t>(entities, 1)), {});
}

std::size_t EntityIds::place(std::string_view id, std::size_t hash, const std::vector<NameEntity>& entities) const {
    for (std::size_t k = hash;; ++k) {
        const Slot& slot = slots_[k &= slots_.size() - 1];
        if (slot.number == no_entity) return k;
        if (slot.hash == static_cast<std::uint32_t>(hash) && entities[slot.number].id == id) return k;
    }
}

bool EntityIds::add(std::uint32_t number, const std::vector<NameEntity>& entities) {
    const std::size_t hash = std::hash<std::string_view>{}(entities[number].id);
    Slot& slot = slots_[place(entities[number].id, hash, entities)];
    if (slot.number != no_entity) return false;
    slot = {static_cast<std::uint32_t>(hash), number};
    return true;
}

std::uint32_t EntityIds::find(std::string_view id, const std::vector<NameEntity>& entities) const {
    if (slots_.empty()) return no_entity;
    return slots_[place(id, std::hash<std::string_view>{}(id), entities)].number;
}

std::unique_ptr<const NameTable> NameTable::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto table = std::make_unique<NameTable>();
    Diagnostics evidence_faults;
    table->evidence_ = NameEvidence::load(folders, evidence_faults);
    NameLoader(*table, faults).load(folders);
    faults.insert(faults.end(), evidence_faults.begin(), evidence_faults.end());
    return table;
}

std::uint32_t NameTable::find(std::string_view id) const { return ids_.find(id, entities_); }

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
