#include "scan/unknown_names.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "knowledge/gazetteer_folder.h"
#include "scan/names.h"
#include "support/root.h"

using namespace hardfacts;

namespace {

const NameRuleTable& rules() {
    static Diagnostics faults;
    static const auto table = NameRuleTable::load(std::filesystem::path(HARDFACTS_ROOT), faults);
    REQUIRE(faults.empty());
    return *table;
}

const NameTable& names() {
    static const GazetteerFolder folder(
        {{"companies", "amberton,Amberton,,,,,\nquell,Quell?,,,not_surface,,\nquell-ai,Quell AI,Quell?,,,,\n"},
         {"people", "ada-kestrel,Ada Kestrel,,アダ・ケストレル,,\nbo-tern,Bo Amberton,,,,\n"},
         {"products", "tern,Tern,,,ambiguous_name,,quell-ai\n"}});
    static Diagnostics faults;
    static const auto table = NameTable::load(folder.root(), faults);
    REQUIRE(faults.empty());
    return *table;
}

/// `surface=entity` of every mention; a line of the text is a block.
std::string found_in(const std::string& folded) {
    Text text;
    text.folded = folded;
    for (std::size_t begin = 0; begin < folded.size();) {
        const std::size_t end = std::min(folded.find('\n', begin), folded.size());
        text.blocks.push_back({{begin, end}, text.blocks.size(), BlockKind::paragraph});
        begin = end + 1;
    }
    Findings findings;
    scan_names(text, names(), findings);
    scan_unknown_names(text, names(), rules(), findings);
    std::string out;
    for (const Mention& one : findings.mentions) {
        CHECK(one.known == (one.entity.find('~') == std::string_view::npos));
        out += (out.empty() ? "" : " | ") + std::string(slice(folded, one.span)) + "=" + std::string(one.entity);
    }
    return out;
}

}  // namespace

TEST_CASE("names that no gazetteer has") {
    struct Row {
        const char* text;
        const char* found;
    };
    const Row rows[] = {
        {"They met Brightmoor CEO Ann Lee.", "Brightmoor=company:~brightmoor | Ann Lee=person:~ann-lee"},
        {"Prices rose. Brightmoor sells more.", ""},
        // Proved once, found everywhere, in words of its own only.
        {"They met Brightmoor CEO Ann Lee.\nWe saw that Brightmoor sells more, not Brightmoors.",
         "Brightmoor=company:~brightmoor | Ann Lee=person:~ann-lee | Brightmoor=company:~brightmoor"},
        {"Dellwick Partners led the round.\nWith this Dellwick holds a third.",
         "Dellwick Partners=company:~dellwick-partners | Dellwick=company:~dellwick-partners"},
        // Known names win; a longer unknown one that keeps its cue holds them.
        {"They met Amberton CEO Ann Lee.", "Amberton=company:amberton | Ann Lee=person:~ann-lee"},
        {"The round was led by Amberton Capital in May.", "Amberton Capital=company:~amberton-capital"},
        // A part of a longer name is none: the whole is taken where its kind is plain, else nothing.
        {"Nobody has yet opened the Amberton Tensorbox before noon.", "Amberton Tensorbox=product:~amberton-tensorbox"},
        {"Nobody has yet opened the Amberton Smart Thermostat before noon.", ""},
        {"They spoke about it at Amberton Developer Summit last week.", ""},
        {"They buy Amberton GPUs from Amberton CEO Ann Lee.",
         "Amberton=company:amberton | Amberton=company:amberton | Ann Lee=person:~ann-lee"},
        // What a gazetteer doubts, a rule proves.
        {"The plan of cloud startup Quell is old.", "Quell=company:quell-ai"},
        {"This is new, said Ann Marlow, CEO of a bank.\nHalf of it is old, Marlow said.",
         "Ann Marlow=person:~ann-marlow | Marlow=person:~ann-marlow"},
        {"The board holds an Amberton BX4410 SoC.\nThe BX4410 is new.",
         "Amberton BX4410=chip:~amberton-bx4410 | BX4410=chip:~amberton-bx4410"},
        // Surnames of known persons.
        {"Ada Kestrel came.\nThen Kestrel spoke.", "Ada Kestrel=person:ada-kestrel | Kestrel=person:ada-kestrel"},
        {"Ada Kestrel came.\nThen Kestrel spoke, not Tom Kestrel.",
         "Ada Kestrel=person:ada-kestrel | Tom Kestrel=person:~tom-kestrel"},
        {"Ada Kestrel came.\nThen the two halls were sold by Kestrel Partners to those who had built them for Kestrel.",
         "Ada Kestrel=person:ada-kestrel | Kestrel Partners=company:~kestrel-partners | "
         "Kestrel=company:~kestrel-partners"},
        {"Ada Kestrel came.\nThen a kestrel came, and Kestrel left.", "Ada Kestrel=person:ada-kestrel"},
        {"アダ・ケストレルは語った。\nケストレルは去った。",
         "アダ・ケストレル=person:ada-kestrel | ケストレル=person:ada-kestrel"},
        {"Bo Amberton came.\nThen Amberton sold it.", "Bo Amberton=person:bo-tern | Amberton=company:amberton"},
        // Acronyms of what they stand behind.
        {"They met at Brightmoor Polytechnic (BPT) in the last days of spring.\nThen the BPT closed.",
         "Brightmoor Polytechnic=company:~brightmoor-polytechnic"},
        {"They met at the Institute for Brightmoor Studies (IBS) in the last days of spring.\nThen the IBS closed.",
         "Institute for Brightmoor Studies=company:~institute-for-brightmoor-studies | "
         "IBS=company:~institute-for-brightmoor-studies | IBS=company:~institute-for-brightmoor-studies"},
        // Headlines prove nothing.
        {"Brightmoor CEO Says Prices Rise Again Next Year", ""},
        {"開発はツキミソウ社が担う。\nツキミソウは黒字だ。",
         "ツキミソウ=company:~ツキミソウ | ツキミソウ=company:~ツキミソウ"},
        {"月見草大学の教授", "月見草大学=company:~月見草大学"},
        {"国立大学の教授", ""},
    };
    for (const Row& row : rows) CHECK_MESSAGE(found_in(row.text) == row.found, row.text);
}
