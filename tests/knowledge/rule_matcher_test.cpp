// What a pattern matches, and what its captures take, is what RE2 says of it.
#include "knowledge/rule_matcher.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <random>
#include <string>
#include <vector>

#include "knowledge/claim_rules.h"
#include "knowledge/knowledge.h"
#include "knowledge/rule_pattern.h"
#include "model/utf8.h"
#include "support/root.h"

using namespace hardfacts;

namespace {

const SkeletonCode code({"data", "count_parts"});
const std::string company = "\uE000", chip = "\uE001", data = "\uE020";

RuleNode tree_of(std::string_view pattern) {
    std::vector<PatternFault> faults;
    RuleNode tree = read_rule_pattern(
        pattern, code, [](std::string_view, std::string&) { return nullptr; }, faults);
    for (const PatternFault& fault : faults) FAIL_CHECK(fault.message);
    return tree;
}

std::string told(std::string_view text, const RuleMatcher::Match* match, std::size_t groups) {
    if (match == nullptr) return "none";
    std::string out = std::to_string(match->whole.begin) + "-" + std::to_string(match->whole.end);
    for (std::size_t k = 0; k < groups; ++k) {
        const Span group = match->groups[k];
        out += ' ';
        out += group.begin == RuleMatcher::no_place ? "-" : std::string(slice(text, group));
    }
    return out;
}

std::string told_by_re2(const re2::RE2& regex, std::string_view text, std::size_t at, std::size_t limit,
                        re2::RE2::Anchor anchor) {
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
    const re2::StringPiece whole(text.data(), text.size());
    if (!regex.Match(whole, at, limit, anchor, found.data(), static_cast<int>(found.size()))) return "none";
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    std::string out = std::to_string(begin) + "-" + std::to_string(begin + found[0].size());
    for (std::size_t k = 1; k < found.size(); ++k) {
        out += ' ';
        out += found[k].data() == nullptr ? "-" : std::string(found[k]);
    }
    return out;
}

/// At every place, with every end near it, and searched for from there on.
void check_like_re2(const RuleMatcher& matcher, const re2::RE2& regex, std::string_view text) {
    REQUIRE(regex.ok());
    RuleMatcher::Scratch scratch;
    const auto groups = static_cast<std::size_t>(regex.NumberOfCapturingGroups());
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !is_lead(text[at])) continue;
        for (const std::size_t reach : {text.size(), at + 9}) {
            std::size_t limit = std::min(reach, text.size());
            while (limit < text.size() && !is_lead(text[limit])) ++limit;
            CAPTURE(text);
            CAPTURE(at);
            CAPTURE(limit);
            CHECK(told(text, matcher.match_at(text, at, limit, scratch), groups) ==
                  told_by_re2(regex, text, at, limit, re2::RE2::ANCHOR_START));
            CHECK(told(text, matcher.find(text, at, limit, scratch), groups) ==
                  told_by_re2(regex, text, at, limit, re2::RE2::UNANCHORED));
        }
    }
}

}  // namespace

TEST_CASE("patterns match what RE2 matches") {
    const std::vector<std::string> patterns = {
        "{company:a}が{chip|company:b}を",
        "{company_list:a}(が|は)",
        "{company:a}[^{entity}]{0,4}{company:b}",
        "{company:a}.{0,40}(提携|協業)(した)?",
        "{company:a}(と|と共に)?(組)?む",
        "{company:a} (buys?|will buy|sells) {chip:b}s?\\b",
        "({company:a}の|{chip:a}が)?{company:b}",
        "ab(a|ab)(c|bcd)(d*)",
        "ab(a|b)*?(ab)?$",
        "ab(a?b?)*",
        "ab(a?b?)+c",
        "^ab|^{company:a}",
        "ab{2,4}?[a-c\\d]{1,3}x?",
        "[^a。]b[\\w.]+",
        "\\b(in|for) .{0,12}?{quantity:n}",
        "ab(|a)(b|)",
        "A[b-d]\\s\\+",
    };
    const std::vector<std::string> texts = {
        "",
        company + "が" + chip + "を" + company + "と" + company + "が",
        company + "、" + company + "と" + company + "は、" + company + " and the " + company + "と協業した提携した。",
        company + ", " + company + ", AND " + company + " buys " + chip + "s; for the " + data + " in" + data,
        company + "と組むと共に" + company + "と共に組む" + company + "む",
        "abbcd abcdd ababab abc ABBB1x ab abab",
        "cb.a_9 。b\n.b ab\nab",
        "Ab + ad\t+ abbbbbb123x",
        company + "の" + company + chip + "が" + company + company,
    };
    for (const std::string& pattern : patterns) {
        CAPTURE(pattern);
        const RuleNode tree = tree_of(pattern);
        const RuleMatcher matcher(tree);
        const re2::RE2 regex(prepare_rule_pattern(tree).re2);
        for (const std::string& text : texts) check_like_re2(matcher, regex, text);
    }
}

TEST_CASE("patterns made of random parts match what RE2 matches") {
    std::mt19937 random(7);
    const auto one_of = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
    const auto pattern = [&](auto&& self, int depth) -> std::string {
        std::string out;
        for (auto parts = 1 + random() % 3; parts > 0; --parts) {
            std::string part = one_of({"a", "b", "ab", "[ab]", "[^b]", ".", "の", "{company}", "{company_list}"});
            if (depth > 0 && random() % 2 == 0) part = "(" + self(self, depth - 1) + "|" + self(self, depth - 1) + ")";
            if (part.size() > 1 && part[0] != '[' && part[0] != '(' && part[0] != '{') part = "(" + part + ")";
            out += part + one_of({"", "", "?", "??", "{1,3}", "{0,2}?", "{2}"});
        }
        return out;
    };
    for (int round = 0; round < 300; ++round) {
        const std::string written = pattern(pattern, 2);
        CAPTURE(written);
        const RuleNode tree = tree_of(written);
        std::string text;
        for (int k = 0; k < 12; ++k) text += one_of({"a", "b", "B", "の", "、", "\n", company});
        check_like_re2(RuleMatcher(tree), re2::RE2(prepare_rule_pattern(tree).re2), text);
    }
}

TEST_CASE("the rules' own patterns match their examples as RE2 does") {
    const Knowledge loaded = std::get<Knowledge>(load_knowledge(HARDFACTS_ROOT));
    const ClaimRuleTable& table = *loaded.claim_rules;
    for (const RuleExample& example : table.examples) {
        // The marks are letters here, so that little matches; rules_test.cpp reads them.
        const ClaimRule& rule = table.rules[example.rule];
        std::string text = example.text;
        for (std::size_t at = text.find("«"); at != std::string::npos; at = text.find("«", at)) {
            const std::size_t close = text.find("»", at);
            if (close == std::string::npos) break;
            text.replace(at, close + 2 - at, company);
        }
        CAPTURE(rule.id);
        check_like_re2(rule.match, rule.match_regex.get(), text);
        if (!rule.unless.empty()) check_like_re2(rule.unless, rule.unless_regex.get(), text);
    }
}

TEST_CASE("time grows with the text, however a pattern may be tried") {
    const RuleMatcher matcher(tree_of("ab(a|aa|b|bb)*(a|b)*(a|b)*$x"));
    std::string text = "ab";
    for (int k = 0; k < 20000; ++k) text += "ab";
    RuleMatcher::Scratch scratch;
    CHECK(matcher.match_at(text, 0, text.size(), scratch) == nullptr);
    CHECK(scratch.seen.size() < text.size());
}
