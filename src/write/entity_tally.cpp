#include "write/entity_tally.h"

#include <algorithm>
#include <set>

namespace hardfacts {

/// Counts the record's document the first time it is called for an entity.
EntityCounts& EntityTally::entity(const std::string& id, const std::string& name, const Record& record) {
    EntityCounts& counts = entities_[id];
    if (counts.name.empty()) counts.name = name;
    if (counts.type.empty()) counts.type = id.substr(0, id.find(':'));
    if (counts.last_record != records_) {
        counts.last_record = records_;
        ++counts.documents;
        if (counts.first_document.empty()) counts.first_document = record.doc.id;
    }
    return counts;
}

void EntityTally::add(const Record& record) {
    ++records_;
    for (const RecordMention& mention : record.mentions) {
        if (!is_entity(mention.type)) continue;
        EntityCounts& counts = entity(mention.entity, mention.name, record);
        counts.type = to_string(mention.type);
        counts.known = counts.known || mention.known;
        ++counts.mentions;
        ++counts.spellings[mention.plain.value_or(mention.text)];
    }
    for (const RecordFact& fact : record.facts) {
        if (fact.subject) ++entity(fact.subject->entity, fact.subject->name, record).facts;
        std::set<EntityCounts*> in_roles;
        for (const auto& [role, entities] : fact.roles) {
            for (const EntityRef& ref : entities) in_roles.insert(&entity(ref.entity, ref.name, record));
        }
        for (EntityCounts* counts : in_roles) ++counts->roles;
    }
    for (const RecordRelation& relation : record.relations) {
        for (const EntityRef& ref : relation.args) ++entity(ref.entity, ref.name, record).relations;
    }
}

std::vector<EntityTally::Row> EntityTally::rows() const {
    std::vector<Row> out;
    out.reserve(entities_.size());
    for (const auto& [id, counts] : entities_) out.push_back({id, &counts});
    std::stable_sort(out.begin(), out.end(),
                     [](const Row& a, const Row& b) { return a.counts->mentions > b.counts->mentions; });
    return out;
}

}  // namespace hardfacts
