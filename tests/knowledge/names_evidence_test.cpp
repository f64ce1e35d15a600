#include "knowledge/names_evidence.h"

#include <doctest/doctest.h>

#include "knowledge/gazetteer_folder.h"

namespace hardfacts {

TEST_CASE("words beside a name prove and disprove it") {
    const GazetteerFolder folder(GazetteerRows{{"evidence",
                                                "company,after,のCEO\ncompany,after, Inc\ncompany,before,chipmaker \n"
                                                "company,not_after,平均\nplace,not_before,Fort \n"}});
    Diagnostics faults;
    const NameEvidence evidence = NameEvidence::load(folder.root(), faults);
    REQUIRE(faults.empty());
    struct Row {
        const char* left;
        const char* right;
        MentionType type;
        bool proved;
        bool disproved;
    };
    const Row rows[] = {
        {"", "のCEOは", MentionType::company, true, false},
        {"", "のCEOは", MentionType::chip, false, false},
        {"", " Inc.", MentionType::company, true, false},
        {"", " Incoming", MentionType::company, false, false},
        {"the chipmaker ", "", MentionType::company, true, false},
        {"microchipmaker ", "", MentionType::company, false, false},
        {"", "平均は", MentionType::company, false, true},
        {"Fort ", "", MentionType::place, false, true},
        {"", "", MentionType::company, false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.left);
        CAPTURE(row.right);
        const std::string left = row.left, text = left + "Nova" + row.right;
        const Span name{left.size(), left.size() + 4};
        const bool proved = evidence.proves_before(row.type, text, name) || evidence.proves_after(row.type, text, name);
        CHECK(proved == row.proved);
        CHECK(evidence.disproves(row.type, text, name) == row.disproved);
    }
}

}  // namespace hardfacts
