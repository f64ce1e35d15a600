#include "compose/skeleton.h"

#include <doctest/doctest.h>

#include "compose/rule_examples.h"
#include "fold/fold.h"

using namespace hardfacts;

namespace {

const SkeletonCode code({"count"});

Skeleton skeleton_of(const MarkedText& marked) {
    return {marked.text.folded,
            marked.findings.sentences[0].span,
            {0, marked.findings.mentions.size()},
            marked.findings,
            code};
}

}  // namespace

TEST_CASE("mentions become characters of their type") {
    const struct {
        std::string written, skeleton;
    } rows[] = {
        {"«company:Alpha»が«chip:Beta 9»を«quantity.count:30基»買う", "\uE000が\uE001を\uE020買う"},
        {"«company:Alpha»の「«product:Gamma»」", "\uE000の\uE003"},
        {"«company:Alpha»（アルファ）は", "\uE000は"},
        {"昨日 «company:Alpha» は «product:Gamma» を売る", "昨日\uE000は\uE003を売る"},
        {"«company:Alpha» sells «product:Gamma» ", "\uE000 sells \uE003 "},
        {"«company:Alpha» (NASDAQ: ALP) said", "\uE000 said"},
        {"«company:Alpha»（«company:Alpha»）は", "\uE000は"},
        {"«company:Alpha»（«company:Beta»）は", "\uE000(\uE000)は"},
        {"«company:Alpha»（«money:3億円»）は", "\uE000(\uE006)は"},
        {"\"«product:Gamma»\" by «company:Alpha»", "\uE003 by \uE000"},
        {"「«company:Alpha»は強い」", "「\uE000は強い」"},
        {"a \uE000 b \uF8FF «company:Alpha»", "a \uE07F b \uE07F \uE000"},
        {"plain", "plain"},
        {"", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.written);
        const MarkedText marked = read_marks(fold(row.written));
        CHECK(skeleton_of(marked).text() == row.skeleton);
    }
}

TEST_CASE("places lead back to the mentions and to the text") {
    const MarkedText marked = read_marks(fold("昨日«company:Alpha»（アルファ）の「«product:Gamma»」を売る"));
    const Skeleton skeleton = skeleton_of(marked);
    REQUIRE(skeleton.places().size() == 2);
    CHECK(skeleton.text() == "昨日\uE000の\uE003を売る");
    const auto words = [&](Span span) { return std::string(slice(marked.text.folded, skeleton.to_folded(span))); };
    CHECK(words({6, 9}) == "Alpha");
    CHECK(words({6, 15}) == "Alpha(アルファ)の「Gamma");
    CHECK(words({6, 18}) == "Alpha(アルファ)の「Gamma」を");
    CHECK(words({9, 12}) == "の");
    CHECK(words({0, 6}) == "昨日");
    CHECK(words({0, skeleton.text().size()}) == marked.text.folded);
    CHECK(skeleton.places_in({6, 12}) == std::pair<std::size_t, std::size_t>{0, 1});
    CHECK(skeleton.places_in({7, 15}) == std::pair<std::size_t, std::size_t>{1, 2});
}

TEST_CASE("what stands inside a mention is not shown") {
    MarkedText marked = read_marks(fold("«quantity:362 FP8 PFLOPS»を持つ"));
    Mention inner = marked.findings.mentions[0];
    inner.type = MentionType::product;
    inner.span = {4, 7};
    marked.findings.mentions.push_back(inner);
    CHECK(skeleton_of(marked).text() == "\uE007を持つ");
}

TEST_CASE("no characters of a sentence take more bytes than is said") {
    // Two mentions stand close together, and what follows them is plain: their bytes are far above the sentence's mean.
    for (const char* written :
         {"«company:Alpha» lends «company:Beta» racks and more racks", "«company:A»は«chip:B»を積む", "plain words",
          "«company:A»", "😀«company:A»😀 then plain words of one byte each"}) {
        CAPTURE(written);
        const MarkedText marked = read_marks(fold(written));
        const Skeleton skeleton = skeleton_of(marked);
        const std::string& text = skeleton.text();
        const auto is_lead = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U; };
        for (std::size_t begin = 0; begin < text.size(); ++begin) {
            std::size_t characters = 0;
            for (std::size_t end = begin; end < text.size(); ++end) {
                if (!is_lead(begin)) break;
                if (is_lead(end)) ++characters;
                CHECK(end + 1 - begin <= skeleton.bytes_of(characters));
            }
        }
    }
}
