#include "knowledge/claim_rules.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "cli/temporary_folder.h"
#include "knowledge/claim_terms.h"

using namespace hardfacts;

namespace {

std::unique_ptr<const ClaimRuleTable> load(const std::string& toml, Diagnostics& faults) {
    const testing::TemporaryFolder folder;
    std::filesystem::create_directories(folder / "rules/relations");
    std::ofstream(folder / "rules/relations/some.toml", std::ios::binary) << toml;
    return ClaimRuleTable::load(folder.path(), {"count"}, faults);
}

std::string faults_of(const std::string& toml) {
    Diagnostics faults;
    load(toml, faults);
    std::string out;
    for (const Diagnostic& fault : faults) {
        out += (out.empty() ? "" : "; ") + std::to_string(fault.line) + ':' + std::to_string(fault.column) + ' ' +
               fault.code.substr(5) + ' ' + fault.message;
    }
    return out;
}

const std::string head = "[[rule]]\nid = \"relation.x\"\ndescription = \"d\"\nconfidence = \"0.9\"\n";
const std::string pattern = "pattern = '''{company:a}と{company:b}が提携'''\n";
const std::string relation = "relation = { type = \"partners_with\", args = [\"a\", \"b\"] }\n";
const std::string examples = "match = [{ text = \"x\", relation = [\"A\", \"B\"] }]\nreject = [{ text = \"y\" }]\n";

}  // namespace

TEST_CASE("a rule is loaded with what wakes it") {
    Diagnostics faults;
    const auto table = load(head + pattern + relation + examples, faults);
    REQUIRE(faults.empty());
    REQUIRE(table->rules.size() == 1);
    const ClaimRule& rule = table->rules[0];
    CHECK(rule.captures == std::vector<std::string>{"a", "b"});
    CHECK(rule.relation.args == std::array<std::size_t, 2>{0, 1});
    CHECK(rule.triggers == 1);
    CHECK(rule.second == std::vector<char32_t>{U'と'});
    REQUIRE(rule.mentions.size() == 1);
    CHECK(rule.mentions[0].least == 2);
    CHECK(table->fewest_mentions == 2);
    CHECK(table->examples.size() == 2);
    CHECK(table->examples[0].gives == std::vector<std::string>{"A > B"});
}

TEST_CASE("a claim rule is loaded with what it gives") {
    Diagnostics faults;
    const auto table = load(R"([[rule]]
id = "count.units.deploy"
description = "d"
confidence = "0.8"
pattern = '{company:who}は{quantity.count:n}の{chip:what}を'
claim = { kind = "count", attribute = "units", subject = "what", value = "n", roles = { holder = "who" }, qualifiers = { scope = "total" } }
match = [{ text = "x", claim = { value = "3基", subject = "B", holder = "A" } }]
reject = [{ text = "y" }]
)",
                            faults);
    for (const Diagnostic& fault : faults) FAIL_CHECK(to_string(fault));
    const ClaimRule& rule = table->rules[0];
    CHECK(rule.claim.subject == 2);
    CHECK(rule.claim.value == 1);
    CHECK(rule.claim.roles == std::vector<std::pair<std::string, std::size_t>>{{"holder", 0}});
    CHECK(rule.claim.qualifiers == std::vector<std::pair<std::string, std::string>>{{"scope", "total"}});
    CHECK(table->examples[0].gives == std::vector<std::string>{"holder=A subject=B value=3基"});
}

TEST_CASE("every fault is told at its place, all at once") {
    std::string captures = "{company:a}";
    for (char name = 'b'; name <= 'q'; ++name) captures.append("と{company:").append(1, name).append("}");
    const struct {
        std::string toml, faults;
    } rows[] = {
        {head + pattern + relation,
         "1:1 no_example the rule needs at least one match example; "
         "1:1 no_example the rule needs at least one reject example"},
        {head + "pattern = '{company:a}と{firm:b}が提携'\n" + relation + examples,
         "5:24 pattern no type of mention and no shared pattern is called {firm:b}"},
        {head + "pattern = '''\n{company:a}と\n{firm}'''\n" + relation + examples,
         "7:1 pattern no type of mention and no shared pattern is called {firm}"},
        {head + "pattern = '''.{0,9}{company:a}と{company:b}'''\n" + relation + examples,
         "5:11 pattern a pattern begins with a mention or with letters, never with a gap, a class or a part that may "
         "be missing: begin it behind them"},
        {head + pattern + "relation = { type = \"likes\", args = [\"a\", \"c\"] }\n" + examples,
         "6:21 value no relation is called likes; 6:43 capture the pattern captures nothing called c"},
        {head + "pattern = '" + captures + "が提携'\n" + relation + examples,
         "5:11 pattern a pattern has 16 captures at most"},
        {head + pattern + examples, "1:1 missing the rule needs relation or claim, and not both"},
        {"[shared]\na = '{b}'\nb = '{a}'\n", "3:6 pattern {a} holds itself, directly or through others"},
        {"[shared]\na = '''x{c}'''\ncompany = 'x'\n",
         "3:11 shared company is a type of mention: choose another name; "
         "2:9 pattern no type of mention and no shared pattern is called {c}"},
        {"[shared]\na = '{company:x}'\n", "2:5 shared a shared pattern names no captures: write {company}"},
        {"[other]\n", "1:1 key unknown table other, use [shared], [stand_in] or [[rule]]"},
        {"[stand_in]\ncompany = ['x']\n", "2:12 type a word that stands for a company has three letters at least"},
        {"[[rule]]\nid = \n", "2:6 toml "},
    };
    for (const auto& row : rows) {
        CAPTURE(row.toml);
        const std::string told = faults_of(row.toml);
        CHECK(told.substr(0, row.faults.size()) == row.faults);
        if (!row.faults.ends_with("toml ")) CHECK(told.size() == row.faults.size());
    }
}

TEST_CASE("only what FACTS.md names may be given") {
    CHECK(is_claim_attribute("money", "investment"));
    CHECK_FALSE(is_claim_attribute("money", "units"));
    CHECK_FALSE(is_claim_attribute("money", "cost price"));
    CHECK(is_claim_role("holder"));
    CHECK_FALSE(is_claim_role(""));
    CHECK(is_relation_type("partners_with"));
    CHECK(is_symmetric("partners_with"));
    CHECK_FALSE(is_symmetric("supplies"));
}
