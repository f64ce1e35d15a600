// The rules of rules/relations/ and rules/claims/ are tests of themselves: every match gives what it says, every reject
// nothing. And they are about words: no pattern names an entity.
#include "compose/rule_examples.h"

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <filesystem>

#include "hardfacts.h"
#include "knowledge/knowledge.h"
#include "support/root.h"

using namespace hardfacts;

namespace {

const Knowledge& knowledge() {
    static const Knowledge loaded = [] {
        auto result = load_knowledge(HARDFACTS_ROOT);
        if (const auto* faults = std::get_if<Diagnostics>(&result)) {
            for (const Diagnostic& fault : *faults) MESSAGE(to_string(fault));
        }
        return std::get<Knowledge>(std::move(result));
    }();
    return loaded;
}

}  // namespace

TEST_CASE("every example of every claim and relation rule comes out as written") {
    const ClaimRuleTable& table = *knowledge().claim_rules;
    REQUIRE(table.examples.size() >= 2 * table.rules.size());
    for (const Diagnostic& fault : check_rule_examples(table)) FAIL_CHECK(to_string(fault));
}

TEST_CASE("marks become the mentions they name") {
    const MarkedText marked = read_marks("«company:Alpha»が«chip:Beta 9@Alpha»を«quantity.count:30 units»出荷");
    REQUIRE(marked.findings.mentions.size() == 3);
    CHECK(marked.text.folded == "AlphaがBeta 9を30 units出荷");
    CHECK(marked.findings.mentions[0].type == MentionType::company);
    CHECK(slice(marked.text.folded, marked.findings.mentions[1].span) == "Beta 9");
    CHECK(marked.findings.mentions[1].maker == "Alpha");
    CHECK(marked.findings.mentions[2].value->dimension == "count");
}

TEST_CASE("no rule names an entity: rules are about words, names are rows of the gazetteers") {
    auto loaded = Extractor::load(HARDFACTS_ROOT);
    const Extractor& extractor = std::get<Extractor>(loaded);
    const auto names_in = [&](const std::string& pattern) {
        std::string names;
        std::string words = pattern;
        for (char& c : words) {
            if (std::string_view("(){}[]|?*+^$").find(c) != std::string_view::npos) c = '\n';
        }
        for (const Record& record : extractor.extract(words).records) {
            for (const RecordMention& mention : record.mentions) {
                if (is_entity(mention.type)) names += mention.text + ' ';
            }
        }
        return names;
    };
    REQUIRE(names_in("(NVIDIA|an ordinary word)") == "NVIDIA ");
    for (const char* folder : {"rules/relations", "rules/claims"}) {
        const auto path = std::filesystem::path(HARDFACTS_ROOT) / folder;
        if (!std::filesystem::exists(path)) continue;
        for (const auto& file : std::filesystem::directory_iterator(path)) {
            const toml::table tables = toml::parse_file(file.path().string());
            if (const toml::table* shared = tables.get_as<toml::table>("shared")) {
                for (const auto& [name, node] : *shared) CHECK(names_in(node.value_or(std::string())) == "");
            }
            const toml::array* rules = tables.get_as<toml::array>("rule");
            for (std::size_t k = 0; rules != nullptr && k < rules->size(); ++k) {
                const toml::table& rule = *rules->get(k)->as_table();
                CAPTURE(rule["id"].value_or(std::string()));
                CHECK(names_in(rule["pattern"].value_or(std::string())) == "");
                CHECK(names_in(rule["unless"].value_or(std::string())) == "");
            }
        }
    }
}
