#include "knowledge/name_rules.h"
#include "support/root.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace hardfacts;

namespace {

/// The codes of all faults of a folder whose one rule file holds `toml`.
std::string faults_of(const std::string& toml) {
    const auto root = std::filesystem::temp_directory_path() / ("hardfacts-name-rules-" + std::to_string(::getpid()));
    std::filesystem::create_directories(root / "rules" / "names");
    std::ofstream(root / "rules" / "names" / "one.toml") << toml;
    Diagnostics faults;
    (void)NameRuleTable::load(root, faults);
    std::filesystem::remove_all(root);
    std::string out;
    for (const Diagnostic& fault : faults) {
        CHECK(fault.line > 0);
        out += (out.empty() ? "" : " ") + fault.code;
    }
    return out;
}

constexpr const char* cues = "[[class]]\nname = \"maker\"\nwords = [\"maker\"]\n";

std::string rule(const std::string& type, const std::string& pattern) {
    return std::string(cues) + "[[rule]]\nid = \"name.x\"\nscript = \"latin\"\ntype = \"" + type + "\"\npattern = '''" +
           pattern + "'''\nmatch = [{ text = \"maker Ada\", name = \"Ada\" }]\nreject = [\"Ada\"]\n";
}

}  // namespace

TEST_CASE("faults of name rules are told") {
    struct Row {
        std::string toml;
        const char* faults;
    };
    const Row rows[] = {
        {rule("company", "{maker} {name}"), ""},
        {rule("company", "(?:a|the) {maker} {name}(?:,|$)"), ""},
        {rule("company", "{maker}.*{name}"), "rule.pattern"},
        {rule("company", "{maker}"), "rule.pattern"},
        {rule("company", "{baker} {name}"), "rule.pattern"},
        {rule("company", "{maker} {name}("), "rule.pattern"},
        {rule("planet", "{maker} {name}"), "rule.value"},
        {rule("none", "{company|chip} {name}"), ""},
        {rule("none", "{name} {place}"), ""},
        {rule("none", "{maker} {name}"), "rule.value"},
        {rule("product", "{company|planet} {name}"), "rule.pattern"},
        {rule("company", "{maker} {name}") + "colour = 1\n", "rule.key"},
        {std::string(cues) + "[[rule]]\nid = \"x\"\n", "rule.missing rule.missing"},
        {"[[class]]\nname = \"maker\"\n", "rule.missing"},
        {"[[tables]]\n", "rule.key"},
        {"[[rule\n", "rule.toml"},
    };
    for (const Row& row : rows) CHECK_MESSAGE(faults_of(row.toml) == row.faults, row.toml);
}

TEST_CASE("the project's name rules load") {
    Diagnostics faults;
    const auto table = NameRuleTable::load(std::filesystem::path(HARDFACTS_ROOT), faults);
    for (const Diagnostic& fault : faults) FAIL_CHECK(to_string(fault));
    CHECK(table->rules.size() > 20);
    CHECK(table->is_word("CEO"));
    CHECK(table->parts_names("The"));
    CHECK(!table->parts_names("Quantum"));
}
