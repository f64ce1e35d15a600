// Enters: Records. Leaves: the entities they name, and how often. Tested in tests/write/entity_tally_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace hardfacts {

/// An entity, over all the documents.
struct EntityCounts {
    std::string name, type;  ///< "company"; of an entity without a mention what its id says
    bool known = false;
    std::map<std::string, std::size_t> spellings;  ///< as they are written in the text, and how often
    std::size_t mentions = 0, documents = 0;
    std::size_t facts = 0;  ///< of which it is the subject
    std::size_t roles = 0;  ///< facts in which it has a role
    std::size_t relations = 0;
    std::string first_document;
    std::size_t last_record = 0;  ///< number of the record that was counted last, from 1
};

class EntityTally {
public:
    void add(const Record& record);

    struct Row {
        std::string_view id;
        const EntityCounts* counts;
    };
    /// Most mentions first, then by id.
    std::vector<Row> rows() const;

private:
    EntityCounts& entity(const std::string& id, const std::string& name, const Record& record);

    std::map<std::string, EntityCounts, std::less<>> entities_;
    std::size_t records_ = 0;
};

}  // namespace hardfacts
