// Enters: nothing. Leaves: Decision, why a value became the fact it is, or none. Filled by compose/ where asked for.
// Tested in tests/compose/compose_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.h"
#include "model/span.h"

namespace hardfacts {

/// A name that was weighed as the subject of a value.
struct WeighedName {
    std::size_t mention;  ///< in Findings::mentions
    Span at;              ///< in Text::folded: where it, or a word that stands for it, was read
    int score;            ///< hundredths: the sum of the signs' weights
    std::vector<std::pair<std::string_view, int>> signs;  ///< name and weight; the names live as long as the program
};

/// What was decided about a value, and by what.
struct Decision {
    std::size_t value;  ///< in Findings::mentions
    std::string_view measure, kind, attribute, direction;
    std::string_view attribute_by;     ///< the row that decided ("gazetteers/attributes.csv#12"), or how else
    Span attribute_cue;                ///< in Text::folded; empty where no word decided
    std::vector<WeighedName> weighed;  ///< the likeliest first
    int open_score = 0;                ///< what a name must beat
    int lead = 0;                      ///< of the first over the next and over `open_score`
    std::string_view outcome;          ///< "fact", "fact with an open subject", or why there is none
};

/// A name that was weighed, as a reader of the record sees it.
struct ExplainedName {
    std::string mention;  ///< "m12", in the record
    std::string entity, name;
    std::string read_as;  ///< the words: the name itself, or what stands for it ("同社")
    int score = 0;
    std::vector<std::pair<std::string_view, int>> signs;
};

/// Why a value became the fact it is, or none.
struct ExplainedValue {
    std::string mention;  ///< "m7", in the record
    std::string_view measure, kind, attribute, direction;
    std::string attribute_by, attribute_cue;
    std::vector<ExplainedName> names;  ///< the likeliest first
    int open_score = 0;
    int lead = 0;
    std::string_view outcome;
    std::string fact;  ///< the id of the fact, empty where there is none
};

/// A record, and the decisions that led to it.
struct Explanation {
    Record record;
    std::vector<ExplainedValue> values;  ///< in the order of the text
};

}  // namespace hardfacts
