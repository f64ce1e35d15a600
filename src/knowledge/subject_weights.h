// Enters: gazetteers/subject_weights.csv. Leaves: SubjectWeights, how much each sign speaks for a name as the subject
// of a value. Tested in tests/knowledge/subject_weights_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

/// A sign that a name is, or is not, what a value describes. compose/subject.h says when each is given.
enum class Sign : std::uint8_t {
    in_sentence,
    earlier_sentence,
    lead_in,
    row_heading,
    column_heading,
    section_heading,
    upper_heading,
    previous_block,
    title,
    document_topic,
    same_row,
    last_topic,
    mark_none,
    mark_topic,
    mark_subject,
    mark_possessor,
    mark_object,
    mark_receiver,
    mark_companion,
    mark_place,
    mark_source_of,
    mark_baseline,
    mark_speaker,
    opens_sentence,
    earlier_topic,
    earlier_oblique,
    earlier_opens,
    earlier_label,
    insider_there,
    label,
    touches_before,
    touches_after,
    near_before,
    near_after,
    same_clause,
    behind_value,
    fitting_between,
    aside,
    same_aside,
    counted,
    fits_well,
    fits_barely,
    ingredient,
    names_maker,
    last_subject,
    last_subject_of_block,
    title_names_it,
    most_named,
    named_often,
    referred_to,
    unknown,
    bought,
    dominant,
    decided_last,
    unknown_opening,
    owns_cue,
    longer_name,
    strange_between,
    behind_strange,
    headed_nearer,
    latest_name,
    latest_topic,
    goes_on,
    title_sole,
    nearest_subject,
    subject_fits,
    modifies_noun,
    component,
    strange_heading,
    told_of_anyone,
    told_from_afar,
    open,  ///< the case of no subject at all
    count
};

inline constexpr std::size_t sign_count = static_cast<std::size_t>(Sign::count);

std::string_view to_string(Sign sign);

/// Weights in hundredths; a difference of 100 makes a name e times as likely.
class SubjectWeights {
public:
    /// Appends every fault to `faults`; the weights are to be used only if none was added.
    static std::unique_ptr<const SubjectWeights> load(const KnowledgeFolders& folders, Diagnostics& faults);

    int of(Sign sign) const { return weights_[static_cast<std::size_t>(sign)]; }

private:
    std::array<int, sign_count> weights_{};
};

}  // namespace hardfacts
