#include "cli/explanation_text.h"
#include "support/root.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

using namespace hardfacts;
using namespace hardfacts::cli;

namespace {

/// The explanation of one document in plain words (or JSON).
std::string explained(const std::string& text, const ExplanationFilter& filter, bool json = false) {
    static const Extractor extractor = std::get<Extractor>(Extractor::load(HARDFACTS_ROOT));
    std::istringstream in(text);
    InputOptions options;
    options.id = options.path = "a.md";
    options.format = "markdown";
    std::string out;
    read_documents(
        in, options,
        [&](Document&& document) {
            const Explanation explanation = extractor.explain(document);
            out = json ? explanation_json(explanation) : explanation_text(explanation, document, filter);
            return true;
        },
        [](Diagnostic&&) {});
    return out;
}

}  // namespace

TEST_CASE("a value is explained by its attribute, its subject and what was weighed") {
    const std::string words = explained("Hello.\n\nNVIDIA raised $3 billion.\n", {});
    CHECK(words.find("3:15  \"$3 billion\"") == 0);
    CHECK(words.find("money/funding, by the word \"raised\"") != std::string::npos);
    CHECK(words.find("Its subject is NVIDIA") != std::string::npos);
    CHECK(words.find("mark_subject +") != std::string::npos);
}

TEST_CASE("a place chooses what stands there, a value or a name") {
    const std::string text = "NVIDIA raised $3 billion, and AMD raised $1 billion.\n";
    const std::string value = explained(text, {TextPlace{1, 16}, ""});
    CHECK(value.find("$3 billion") != std::string::npos);
    CHECK(value.find("$1 billion") == std::string::npos);
    CHECK(explained(text, {TextPlace{1, 2}, ""}).find("company:nvidia") != std::string::npos);
    CHECK(explained(text, {TextPlace{9, 1}, ""}).empty());
}

TEST_CASE("JSON holds every sign with its weight") {
    const auto json = nlohmann::json::parse(explained("NVIDIA raised $3 billion.\n", {}, true));
    CHECK(json["doc"] == "a.md");
    REQUIRE(json["values"].size() == 1);
    const auto& name = json["values"][0]["names"][0];
    int sum = 0;
    for (const auto& [sign, weight] : name["signs"].items()) sum += weight.get<int>();
    CHECK(sum == name["score"].get<int>());
}
