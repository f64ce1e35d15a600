#include "workbench/rule_lint.h"

#include <doctest/doctest.h>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

/// A relation rule whose pattern stands between two companies.
std::string rule(const std::string& name, const std::string& between, const std::string& said,
                 const std::string& reject) {
    return "[[rule]]\nid = \"relation.supplies." + name +
           "\"\ndescription = \"x\"\nconfidence = \"0.8\"\npattern = '{company:a} " + between +
           " {company:b}'\nrelation = { type = \"supplies\", args = [\"a\", \"b\"] }\n[[rule.match]]\ntext = "
           "\"«company:A» " +
           said + " «company:B»\"\nrelation = [\"A\", \"B\"]\n[[rule.reject]]\ntext = \"" + reject + "\"\n";
}

std::vector<std::string> findings(const std::map<std::string, std::string>& rules) {
    return own_findings(lint_rules(Layered({}, rules).bench()));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a good rule gives no finding") {
    CHECK(findings({{"relations/m.toml", rule("x", "lends", "lends", "«company:A» lends nothing")}}).empty());
}

TEST_CASE("each mistake is found") {
    CHECK(findings({{"relations/m.toml", rule("x", "lends", "lends", "«company:A» buys nothing")}}) ==
          Lines{"r/relations/m.toml:10 lint.idle_reject"});
    CHECK(findings({{"relations/m.toml", rule("x", "lends", "lends", "«company:A» lends nothing") +
                                             rule("y", "lends", "lends", "«company:A» lends nothing")}}) ==
          Lines{"r/relations/m.toml:12 lint.same_pattern"});
    CHECK(findings({{"relations/m.toml",
                     rule("x", "lends NVIDIA to", "lends NVIDIA to", "«company:A» lends nvidia to us")}}) ==
          Lines{"r/relations/m.toml:5 lint.names_entity"});
    CHECK(findings({{"relations/m.toml", "[shared]\nlending = 'lends|gives'\n"}}) ==
          Lines{"r/relations/m.toml:2 lint.unused"});
    CHECK(findings({{"names/m.toml", "[[class]]\nname = \"mine\"\nwords = [\"blorp\", \"blorp\"]\n"}}) ==
          Lines{"r/names/m.toml:1 lint.unused", "r/names/m.toml:3 lint.word_twice"});
    CHECK(
        findings(
            {{"values/m.toml",
              "[[words]]\nid = \"value.veto.m\"\nrole = \"veto\"\nside = \"after\"\nwords = [\"blorps\", \"blorps\"]\n"
              "match = [\"7 blorps\"]\nreject = [\"7 racks\"]\n"}}) == Lines{"r/values/m.toml:5 lint.word_twice"});
}

TEST_CASE("a pattern that RE2 expands too far is found") {
    std::string words;
    for (int k = 0; k < 256; ++k) words += "a ";
    words.pop_back();
    std::string far;
    for (int k = 0; k < 4; ++k) far += "(( [a-z]{1,8}){8}){8}";
    CHECK(findings({{"relations/m.toml", rule("x", "lends" + far, "lends " + words, "lends «company:B»")}}) ==
          Lines{"r/relations/m.toml:1 lint.pattern_size"});
}
