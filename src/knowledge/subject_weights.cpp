#include "knowledge/subject_weights.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "knowledge/csv.h"
#include "knowledge/layers.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, sign_count> names = {"in_sentence",     "earlier_sentence",
                                                            "lead_in",         "row_heading",
                                                            "column_heading",  "section_heading",
                                                            "upper_heading",   "previous_block",
                                                            "title",           "document_topic",
                                                            "same_row",        "last_topic",
                                                            "mark_none",       "mark_topic",
                                                            "mark_subject",    "mark_possessor",
                                                            "mark_object",     "mark_receiver",
                                                            "mark_companion",  "mark_place",
                                                            "mark_source_of",  "mark_baseline",
                                                            "mark_speaker",    "opens_sentence",
                                                            "earlier_topic",   "earlier_oblique",
                                                            "earlier_opens",   "earlier_label",
                                                            "insider_there",   "label",
                                                            "touches_before",  "touches_after",
                                                            "near_before",     "near_after",
                                                            "same_clause",     "behind_value",
                                                            "fitting_between", "aside",
                                                            "same_aside",      "counted",
                                                            "fits_well",       "fits_barely",
                                                            "ingredient",      "names_maker",
                                                            "last_subject",    "last_subject_of_block",
                                                            "title_names_it",  "most_named",
                                                            "named_often",     "referred_to",
                                                            "unknown",         "bought",
                                                            "dominant",        "decided_last",
                                                            "unknown_opening", "owns_cue",
                                                            "longer_name",     "strange_between",
                                                            "behind_strange",  "headed_nearer",
                                                            "latest_name",     "latest_topic",
                                                            "goes_on",         "title_sole",
                                                            "nearest_subject", "subject_fits",
                                                            "modifies_noun",   "component",
                                                            "strange_heading", "told_of_anyone",
                                                            "told_from_afar",  "open"};

}  // namespace

std::string_view to_string(Sign sign) { return names[static_cast<std::size_t>(sign)]; }

std::unique_ptr<const SubjectWeights> SubjectWeights::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto result = std::make_unique<SubjectWeights>();
    const CsvTable csv = load_rows(folders, "subject_weights.csv", {"sign", "weight"}, {"sign"}, faults);
    const auto sign = csv.column("sign");
    const auto weight = csv.column("weight");
    if (!sign || !weight) return result;
    std::array<bool, sign_count> told{};
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const std::string_view name = csv.cell(row, sign);
        const std::string_view digits = csv.cell(row, weight);
        const auto found = std::find(names.begin(), names.end(), name);
        int number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        constexpr int most = 10000;
        if (error != std::errc() || end != digits.data() + digits.size() || number > most || number < -most) {
            faults.push_back(
                csv.fault(row, *weight, "gazetteer.weight", "a weight must be a whole number, -10000 to 10000"));
        }
        if (found == names.end()) {
            faults.push_back(
                csv.fault(row, *sign, "gazetteer.sign", "unknown sign: src/knowledge/subject_weights.h lists them"));
            continue;
        }
        const auto index = static_cast<std::size_t>(found - names.begin());
        if (told[index]) faults.push_back(csv.fault(row, *sign, "gazetteer.sign", "this sign has a weight already"));
        told[index] = true;
        result->weights_[index] = number;
    }
    for (std::size_t k = 0; k < sign_count; ++k) {
        if (!told[k]) {
            faults.push_back(csv.header_fault(*sign, "gazetteer.sign",
                                              "the sign " + std::string(names[k]) + " has no weight: add a row"));
        }
    }
    return result;
}

}  // namespace hardfacts
