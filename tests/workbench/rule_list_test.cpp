#include "workbench/rule_list.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "workbench/layered.h"

using namespace hardfacts;
using namespace hardfacts::testing;

namespace {

const char* const rules = R"([[rule]]
id = "relation.supplies.lend.en"
description = "A lends B to C"
confidence = "0.8"
pattern = '''{company:supplier} lends {company:customer}'''
relation = { type = "supplies", args = ["supplier", "customer"] }
[[rule.match]]
text = "«company:Alpha» lends «company:Beta» racks."
relation = ["Alpha", "Beta"]
[[rule.reject]]
text = "«company:Alpha» lends nothing to «company:Beta»."

# About what follows.

[shared]
lends = 'lends'
)";

}  // namespace

TEST_CASE("a rule is listed with its place, its lines and its examples") {
    const Layered layered({}, {{"relations/mine.toml", rules}});
    const std::vector<ListedRule> list = list_rules(layered.bench());
    const auto mine = std::find_if(list.begin(), list.end(),
                                   [](const ListedRule& rule) { return rule.file == "r/relations/mine.toml"; });
    REQUIRE(mine != list.end());
    CHECK(mine->id == "relation.supplies.lend.en");
    CHECK(mine->says == "A lends B to C");
    CHECK(mine->group == "relations");
    CHECK(mine->line == 1);
    CHECK(mine->matches == 1);
    CHECK(mine->rejects == 1);
    CHECK(mine->source.starts_with("[[rule]]\nid = "));
    CHECK(mine->source.ends_with("lends nothing to «company:Beta».\"\n"));
}

TEST_CASE("a rule is shown with what the loader made of it") {
    const Layered layered({}, {{"relations/mine.toml", rules}});
    const auto shown = show_rule(layered.bench(), "relation.supplies.lend.en");
    REQUIRE(shown);
    const auto part = [&](const std::string& name) {
        const auto found =
            std::find_if(shown->parts.begin(), shown->parts.end(), [&](const auto& one) { return one.first == name; });
        return found == shown->parts.end() ? std::string("missing") : found->second;
    };
    CHECK(part("needs") == "2 × company");
    CHECK(part("woken by").starts_with("lends"));
    CHECK(part("pattern").find("{company}") != std::string::npos);
    CHECK_FALSE(show_rule(layered.bench(), "relation.supplies.nothing"));
}
