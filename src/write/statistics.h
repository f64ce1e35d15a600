// Enters: Records. Leaves: how many facts there are of each kind, company, month, ... as text with bars, and as JSON.
// Tested in tests/write/statistics_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace hardfacts {

/// How to show statistics on a terminal.
struct StatisticsView {
    std::size_t width = 100;  ///< columns; no line is wider
    std::size_t most = 10;    ///< rows of a section, the rest is counted; 0: all
    bool colour = false;
};

/// Adds up records. Sizes grow with documents, entities and attributes, not with facts.
class Statistics {
public:
    void add(const Record& record);

    struct Item {
        std::string key;    ///< "company:vultr"
        std::string label;  ///< "Vultr"; the key itself where there is no other name
        std::size_t count;
    };
    struct Section {
        std::string_view name;     ///< "kind"
        std::string_view counted;  ///< "facts", or "warnings"
        std::vector<Item> items;   ///< most first; months by time, bands of confidence from the top
    };
    std::vector<Section> sections() const;

    std::size_t documents() const { return documents_; }
    std::size_t facts() const { return facts_; }

    /// Appends the totals and a chart for each section.
    void append_text(std::string& out, const StatisticsView& view) const;
    /// Appends one JSON object on one line, and a line break: totals, and all items of all sections.
    void append_json(std::string& out) const;

private:
    struct Count {
        std::string label;
        std::size_t count = 0;
    };
    using Counts = std::map<std::string, Count, std::less<>>;

    void add_fact(const RecordFact& fact);

    std::size_t documents_ = 0, facts_ = 0, relations_ = 0, mentions_ = 0, open_ = 0;
    Counts kinds_, attributes_, companies_, document_facts_, months_, modalities_, bands_, warnings_;
};

}  // namespace hardfacts
