// Enters: two Records of one document, made by different rules or gazetteers. Leaves: what differs, counted and
// sampled. Tested in tests/workbench/record_diff_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record.h"

namespace hardfacts {

enum class Change : std::uint8_t {
    added,
    removed,
    altered,  ///< the value is told in another way: another attribute, subject, role, modality, …
    retold,   ///< only the rule or the confidence is another
};
inline constexpr std::array<std::string_view, 4> change_names = {"added", "removed", "altered", "retold"};

using ChangeCounts = std::array<std::size_t, 4>;

/// A fact, relation or name that changed.
struct ChangeSample {
    Change change = Change::added;
    std::string what;   ///< "fact", "relation", "name"
    std::string group;  ///< the attribute, the type of relation, the type of the name
    std::string document;
    std::size_t line = 0;              ///< in the document's source, from 1
    std::string before, after;         ///< told in words; empty where there was or is none
    std::vector<std::string> differs;  ///< altered: "subject", "attribute", …
    std::string quote;
};

/// Gathers the differences over documents; `merge` in their order gives the same whatever the threads did.
class RecordDiff {
public:
    /// `samples`: of each change of each attribute.
    explicit RecordDiff(std::size_t samples) : samples_limit_(samples) {}
    RecordDiff() = default;

    /// `source`: the text that both records' spans point into, as UTF-8.
    void add(const Record& before, const Record& after, std::string_view source);
    void merge(RecordDiff&& other);

    /// Of "fact", "relation", "name".
    struct Totals {
        std::size_t before = 0, after = 0, same = 0;
        ChangeCounts changes{};
        std::map<std::string, ChangeCounts> by_group, by_rule;
    };
    const std::map<std::string, Totals>& totals() const { return totals_; }
    const std::vector<ChangeSample>& samples() const { return samples_; }
    std::size_t documents() const { return documents_; }
    std::size_t changed_documents() const { return changed_; }
    bool any() const { return changed_ != 0; }

private:
    struct Said;
    static std::vector<Said> facts_of(const Record& record);
    static std::vector<Said> relations_of(const Record& record);
    static std::vector<Said> names_of(const Record& record);
    bool compare(const std::string& what, std::vector<Said> before, std::vector<Said> after, const Record& record,
                 std::string_view source);
    void count(const std::string& what, Change change, const Said* before, const Said* after, const Record& record,
               std::string_view source);

    std::size_t samples_limit_ = 3;
    std::size_t documents_ = 0, changed_ = 0;
    std::map<std::string, Totals> totals_;
    std::map<std::string, std::size_t> sampled_;  ///< by what, change and group
    std::vector<ChangeSample> samples_;
};

}  // namespace hardfacts
