// Enters: gazetteers/attributes.csv. Leaves: AttributeTable, the words that tell what a value says.
// Tested in tests/knowledge/attributes_test.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/phrases.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"
#include "model/value.h"

namespace hardfacts {

/// Where a cue must stand, seen from the value.
enum class CueSide : std::uint8_t { near, before, after };

/// What a row speaks for, told from its kind.
enum class CueSort : std::uint8_t { attribute, direction, modality, reference, segment };

/// A row: near a value of `measure`, `cue` speaks for `attribute` with `weight`.
struct AttributeCue {
    std::string kind;       ///< of FACTS.md section 4, or "direction", "modality", "reference", "segment"
    std::string attribute;  ///< of FACTS.md section 4; "up", "down"; "planned", "negated", ...
    std::string measure;    ///< "money", "change", "compute", "data", ...; "*" for any
    CueSide side = CueSide::near;
    CueSort sort = CueSort::attribute;
    std::uint8_t measure_id = 0;  ///< AttributeTable::measure_id(measure): compared in place of the word
    int weight = 0;               ///< 1 (weak) to 9 (settles it)
    std::string by;               ///< "gazetteers/attributes.csv#12", the number of its line
};

class AttributeTable {
public:
    /// Appends every fault to `faults`; the table is to be used only if none was added.
    static std::unique_ptr<const AttributeTable> load(const KnowledgeFolders& folders, Diagnostics& faults);

    /// A number for each measure; the same for no two. 255 for a word that is none.
    static std::uint8_t measure_id(std::string_view measure);

    struct Hit {
        Span span;                ///< in the text searched
        const AttributeCue* cue;  ///< lives as long as the table
    };

    /// Appends a hit for every row whose cue stands in `range` of `text`.
    void find(std::string_view text, Span range, std::vector<Hit>& hits) const;

    /// The attribute a measure has without any cue ("compute" is compute), or null.
    const AttributeCue* by_measure(std::string_view measure) const;

private:
    PhraseTable phrases_;
    std::vector<std::vector<AttributeCue>> cues_;  ///< by number of the phrase
    std::vector<AttributeCue> defaults_;
};

}  // namespace hardfacts
