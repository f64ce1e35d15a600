// Enters: gazetteers/{companies,chips,systems,products,places,people,evidence}.csv. Leaves: NameTable: entities, their
// surfaces and patterns, one index over all of them, and the evidence that ambiguous names need.
// Tested in tests/knowledge/names_test.cpp; the format is told in gazetteers/README.md.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/names_evidence.h"
#include "knowledge/names_index.h"
#include "knowledge/names_pattern.h"
#include "knowledge/text_arena.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"
#include "model/mention.h"

namespace hardfacts {

inline constexpr std::uint32_t no_entity = 0xFFFFFFFFU;

/// One row of a gazetteer. The strings live in the NameTable.
struct NameEntity {
    MentionType type = MentionType::company;
    std::string_view id;                ///< "company:vultr"; of a row with a pattern: "chip:amd-instinct-{0}"
    std::string_view name;              ///< as written in the row
    std::string_view by;                ///< "gazetteers/companies.csv#vultr"
    std::string_view kind;              ///< the column `kind`, where there is one; "observer" with that flag
    std::uint32_t maker = no_entity;    ///< maker, owner or organization
    std::uint32_t admin = no_entity;    ///< places: state, prefecture or other part of the country it lies in
    std::uint32_t country = no_entity;  ///< places: country it lies in
};

/// A way an entity is written.
struct NameSurface {
    std::string_view text;  ///< folded
    std::uint32_t entity = no_entity;
    std::uint32_t next = NameIndex::none;  ///< next surface with the same normal form
    std::uint8_t letters = 0;              ///< ASCII letters in it, at most 255
    bool ambiguous = false;                ///< `?` or `~`: counts only with evidence
    bool capital = false;                  ///< `~`: a capital in mid-sentence is evidence enough
    bool exact = false;                    ///< `=`: only in this letter case
};

/// A row's pattern.
struct NameModel {
    NamePattern pattern;
    std::uint32_t entity = no_entity;      ///< the row; its id and name hold {0}
    std::uint32_t next = NameIndex::none;  ///< next pattern with the same trigger
};

/// Numbers of entities by their ids, in one piece of memory: a node for each took a tenth of the time to load.
class EntityIds {
public:
    /// REQUIRES: no more than `entities` are added. To be called first.
    void reserve(std::size_t entities);
    /// Adds that entity; false, and the one before stays, where its id is there already.
    bool add(std::uint32_t number, const std::vector<NameEntity>& entities);
    std::uint32_t find(std::string_view id, const std::vector<NameEntity>& entities) const;

private:
    struct Slot {
        std::uint32_t hash = 0, number = no_entity;
    };
    /// Where the id with that hash stands, or would.
    std::size_t place(std::string_view id, std::size_t hash, const std::vector<NameEntity>& entities) const;

    std::vector<Slot> slots_;
};

/// What the gazetteers know, compiled for finding. Immutable once loaded.
class NameTable {
public:
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const NameTable> load(const KnowledgeFolders& folders, Diagnostics& faults);

    const NameEntity& entity(std::uint32_t k) const { return entities_[k]; }
    const NameSurface& surface(std::uint32_t k) const { return surfaces_[k]; }
    const NameModel& model(std::uint32_t k) const { return models_[k]; }
    std::size_t entities() const { return entities_.size(); }
    std::size_t surfaces() const { return surfaces_.size(); }
    const NameIndex& index() const { return *index_; }
    const NameEvidence& evidence() const { return evidence_; }

    /// The entity of that id ("company:vultr"), or no_entity.
    std::uint32_t find(std::string_view id) const;
    /// True where `whole` is the maker or owner of `part`, directly or over at most three others.
    bool belongs_to(std::uint32_t part, std::uint32_t whole) const;
    /// True where the place `whole` is the state or country of `part`.
    bool lies_in(std::uint32_t part, std::uint32_t whole) const;

private:
    friend class NameLoader;

    TextArena arena_;
    std::vector<NameEntity> entities_;
    std::vector<NameSurface> surfaces_;
    std::vector<NameModel> models_;
    EntityIds ids_;
    std::unique_ptr<NameIndex> index_;
    NameEvidence evidence_;
};

}  // namespace hardfacts
