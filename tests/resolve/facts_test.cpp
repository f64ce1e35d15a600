#include "resolve/facts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "fold/fold.h"
#include "hardfacts.h"
#include "support/root.h"

using namespace hardfacts;

namespace {

const Extractor& extractor() {
    static const Extractor loaded = std::get<Extractor>(Extractor::load(HARDFACTS_ROOT));
    return loaded;
}

std::vector<RecordFact> facts(std::string_view text) {
    InputOptions options;
    options.id = options.path = "a.md";
    options.format = "markdown";
    return extractor().extract(text, options).records.at(0).facts;
}

const RecordFact* find(const std::vector<RecordFact>& all, std::string_view value) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const RecordFact& fact) { return fact.value_text == value; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what is said twice, in both languages too, is one fact with its occurrences") {
    const auto all =
        facts("# NVIDIA raised $3 billion\n\nNVIDIA raised $3 billion.\n\nエヌビディアは30億ドルを調達した。\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].occurrences.size() == 3);
    CHECK(all[0].subject->entity == "company:nvidia");
}

TEST_CASE("a fact's id stands when other text changes") {
    const auto before = facts("NVIDIA raised $3 billion.\n");
    const auto after =
        facts("# Money\n\nIntel has 4,000 employees.\n\nNVIDIA raised $3 billion.\n\nAMD raised $1 billion.\n");
    REQUIRE(find(before, "$3 billion") != nullptr);
    REQUIRE(find(after, "$3 billion") != nullptr);
    CHECK(find(before, "$3 billion")->id == find(after, "$3 billion")->id);
    CHECK(find(before, "$3 billion")->anchor == find(after, "$3 billion")->anchor);
}

TEST_CASE("a restatement names the fact that it says again") {
    const auto all = facts("NVIDIA raised $3 billion (about ¥450 billion).\n");
    const RecordFact* dollars = find(all, "$3 billion");
    const RecordFact* yen = find(all, "¥450 billion");
    REQUIRE(dollars != nullptr);
    REQUIRE(yen != nullptr);
    CHECK(yen->restates == dollars->id);
    CHECK(dollars->restates.empty());
}

TEST_CASE("claims of other periods are other facts") {
    const auto all = facts("NVIDIA's revenue was $3 billion in 2021. NVIDIA's revenue was $3 billion in 2022.\n");
    CHECK(all.size() == 2);
}

TEST_CASE("a headline leaves out that a thing is planned; what is done is not made a plan by what follows") {
    const char* body = "NVIDIA will invest $3 billion in Arizona.\n";
    const auto headline = facts(std::string("# NVIDIA invests $3 billion in Arizona\n\n") + body);
    REQUIRE(headline.size() == 1);
    CHECK(headline[0].modality == "planned");
    CHECK(headline[0].cue);
    const auto sentence = facts(std::string("NVIDIA invests $3 billion in Arizona.\n\n") + body);
    REQUIRE(sentence.size() == 1);
    CHECK(sentence[0].modality == "asserted");
}

TEST_CASE("figures under a lead-in that names reports are reported") {
    const auto all = facts("# NVIDIA H100\n\n複数の報告によると、スペックは次の通りです。\n\n- メモリ: 80GB\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].modality == "reported");
}

TEST_CASE("a table breaks revenue down by part, costs it does not") {
    const auto attribute = [](std::string_view first_row) {
        const auto all = facts("# NVIDIA results\n\n| Item | Q1 |\n|---|---|\n| " + std::string(first_row) +
                               " | $10 billion |\n| Data Center | $4 billion |\n");
        const RecordFact* part = find(all, "$4 billion");
        return part == nullptr ? std::string() : part->attribute;
    };
    CHECK(attribute("Revenue") == "revenue");
    CHECK(attribute("Operating expenses") != "cost");
}

TEST_CASE("the units of a company go on with what the sentence before told") {
    const auto all = facts("Intelの営業利益は$3,311M。DCAI $482M（15.9%）、NEX $184M（13.5%）も黒字。\n");
    REQUIRE(find(all, "$482M") != nullptr);
    CHECK(find(all, "$482M")->attribute == "profit");
    const auto alone = facts("Intelの決算。DCAI $3,036M（YoY-18.3%）だった。\n");
    REQUIRE(find(alone, "$3,036M") != nullptr);
    CHECK(find(alone, "$3,036M")->attribute == "revenue");
}

TEST_CASE("a size of which neither subject nor attribute is plain is no fact, whatever the title names") {
    const auto all = facts("# NVIDIA and AMD\n\nThe power can reach 15 kW per 4-6U of space.\n");
    CHECK(find(all, "4-6U") == nullptr);
}
