#include "compose/strange_names.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

namespace {

/// The strange names of a sentence, divided by '|'; what stands between '<' and '>' is a mention.
std::string strange_in(std::string text) {
    std::vector<Mention> mentions;
    for (std::size_t begin = text.find('<'); begin != std::string::npos; begin = text.find('<', begin)) {
        text.erase(begin, 1);
        const std::size_t end = text.find('>', begin);
        text.erase(end, 1);
        Mention mention;
        mention.span = {begin, end};
        mentions.push_back(mention);
    }
    std::vector<Span> found;
    find_strange_names(text, {0, text.size()}, mentions, found);
    std::string out;
    for (const Span span : found) out += (out.empty() ? "" : "|") + std::string(slice(text, span));
    return out;
}

}  // namespace

TEST_CASE("words that look like names and that nobody knows are found") {
    struct Row {
        const char* sentence;
        const char* strange;
    };
    for (const Row row : {
             Row{"The WIZ630io module has <Ethernet> at <80 Mbps>.", "WIZ630io"},
             Row{"CHUWI has put an <Intel N100> into its laptop.", "CHUWI"},
             Row{"an iBuyPower gaming PC with 32 GB", "iBuyPower"},
             Row{"The <Nord Video> ‘Ultra’ tier will cost <$5>.", "Ultra"},
             Row{"it runs the Quartz Pro board at <5 W>", "Quartz Pro"},
             Row{"この基板はMBB1002に<16GB>を載せる。", "MBB1002"},
             Row{"The new GPU uses PCIe with 4K video and USB-C in Q4 FY2026.", ""},
             Row{"On Monday in March the Chief Executive of <Nord> said so.", ""},
             Row{"The Borealis costs <$599>.", "Borealis"},
             Row{"Startup Tanager Raises <$5 Million> To Build Faster Racks", ""},
             Row{"Revenue rose. Profit fell.", ""},
         }) {
        CHECK_MESSAGE(strange_in(row.sentence) == row.strange, row.sentence);
    }
}

TEST_CASE("a known name goes on as a strange one") {
    const std::string_view text = "Nord MBB1002, Sud \"Ultra\", Ost's MBB1003";
    const auto span = [&](std::string_view word) {
        const std::size_t at = text.find(word);
        return Span{at, at + word.size()};
    };
    const std::vector<Span> strange = {span("MBB1002"), span("Ultra"), span("MBB1003")};
    CHECK(goes_on_as_strange(text, span("Nord"), strange));
    CHECK(goes_on_as_strange(text, span("Sud"), strange));
    CHECK_FALSE(goes_on_as_strange(text, span("Ost"), strange));
}
