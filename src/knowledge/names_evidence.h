// Enters: gazetteers/evidence.csv. Leaves: NameEvidence, the words beside a name that prove or disprove it.
// Tested in tests/knowledge/names_evidence_test.cpp.
#pragma once

#include <array>
#include <bitset>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"
#include "model/mention.h"
#include "model/span.h"

namespace hardfacts {

/// Adjacent texts by type of entity. A row `company,after,のCEO` says that an ambiguous name with のCEO straight behind
/// it is a company; `company,not_after,平均` that no company's name stands before 平均, `none,is,S&P 500` that S&P 500
/// is no name itself and holds none.
class NameEvidence {
public:
    static NameEvidence load(const KnowledgeFolders& folders, Diagnostics& faults);

    /// True where a `before` text ends at the name's begin.
    bool proves_before(MentionType type, std::string_view text, Span name) const;
    /// True where an `after` text begins at its end.
    bool proves_after(MentionType type, std::string_view text, Span name) const;
    /// The same of `not_before` and `not_after`.
    bool disproves(MentionType type, std::string_view text, Span name) const;

    /// The texts of `none,is` rows, folded.
    const std::vector<std::string_view>& stops() const { return stops_; }

private:
    enum Side : std::size_t { before, after, not_before, not_after, sides };
    /// By the byte next to the name, so that most names are done with one look.
    using Texts = std::array<std::vector<std::string_view>, 256>;

    static std::size_t side_of(std::string_view name);
    void add(MentionType type, std::size_t side, std::string_view text);
    bool stands_before(std::size_t side, MentionType type, std::string_view text, std::size_t begin) const;
    bool stands_after(std::size_t side, MentionType type, std::string_view text, std::size_t end) const;

    /// Which two bytes next to the name, the nearer first, some text has there: most names are done with this.
    using Nearest = std::bitset<1024>;
    static std::size_t nearest(char near, char far) {
        return (static_cast<unsigned char>(near) * 37U ^ static_cast<unsigned char>(far) * 5U) & 1023U;
    }

    std::vector<Texts> tables_ = std::vector<Texts>(sides * 6);  ///< side * 6 + type
    std::array<Nearest, sides * 6> nearest_;                     ///< the same
    std::vector<std::string_view> stops_;
    std::deque<std::string> arena_;
};

/// The entity type a gazetteer calls `name`; nothing for another word.
const MentionType* entity_type(std::string_view name);

}  // namespace hardfacts
