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
