#include "compose/rules.h"

#include <doctest/doctest.h>
#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>

#include "compose/rule_examples.h"
#include "fold/fold.h"
#include "knowledge/knowledge.h"
#include "support/root.h"

using namespace hardfacts;

namespace {

const ClaimRuleTable& table() {
    static const Knowledge loaded = std::get<Knowledge>(load_knowledge(HARDFACTS_ROOT));
    return *loaded.claim_rules;
}

using Found = std::set<std::pair<std::string, std::size_t>>;  // rule, begin of the match in the skeleton

/// What the rules are meant to find: every one of them, tried at every place of the sentence.
Found naive(const MarkedText& marked) {
    const Skeleton skeleton(marked.text.folded, marked.findings.sentences[0].span, {0, marked.findings.mentions.size()},
                            marked.findings, table().code);
    const std::string& text = skeleton.text();
    Found found;
    for (const ClaimRule& rule : table().rules) {
        std::size_t end = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            re2::StringPiece match;
            if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
            if (rule.starts == 0 && at < end) continue;
            if (!rule.match_regex.get().Match(text, at, text.size(), re2::RE2::ANCHOR_START, &match, 1)) continue;
            end = at + match.size();
            if (!rule.unless.empty() &&
                rule.unless_regex.get().Match(text, at, text.size(), re2::RE2::UNANCHORED, nullptr, 0))
                continue;
            if (!rule.without.empty() &&
                rule.without_regex.get().Match(text, at, end, re2::RE2::UNANCHORED, nullptr, 0))
                continue;
            found.emplace(rule.id, skeleton.to_folded({at, end}).begin);
        }
    }
    return found;
}

Found run(const MarkedText& marked) {
    Found found;
    for (const RuleHit& hit : run_rules(marked.text, marked.findings, table())) {
        found.emplace(hit.rule->id, hit.span.begin);
    }
    return found;
}

}  // namespace

TEST_CASE("waking only the rules that can match finds what trying all of them finds") {
    std::size_t hits = 0;
    for (const RuleExample& example : table().examples) {
        CAPTURE(example.text);
        const MarkedText marked = read_marks(example.text);
        if (marked.findings.sentences.size() > 1) continue;  // a company is spoken of
        const Found wanted = naive(marked);
        hits += wanted.size();
        CHECK(run(marked) == wanted);
    }
    CHECK(hits > table().rules.size());
}

TEST_CASE("a hit tells the mentions of each capture and the words of the match") {
    const MarkedText marked =
        read_marks(fold("昨日、«company:Alpha»は«company:Beta»、«company:Gamma»と業務提携したという。"));
    const auto hits = run_rules(marked.text, marked.findings, table());
    const auto hit = std::find_if(hits.begin(), hits.end(),
                                  [](const RuleHit& one) { return one.rule->id == "relation.partners.with.ja"; });
    REQUIRE(hit != hits.end());
    REQUIRE(hit->captures.size() == 2);
    CHECK(hit->captures[hit->rule->relation.args[0]] == std::vector<std::size_t>{0});
    CHECK(hit->captures[hit->rule->relation.args[1]] == std::vector<std::size_t>{1, 2});
    CHECK(slice(marked.text.folded, hit->span) == "AlphaはBeta、Gammaと業務提携");
}

TEST_CASE("front matter claims nothing") {
    MarkedText marked = read_marks(fold("«company:Alpha»は«company:Beta»と提携した。"));
    CHECK_FALSE(run_rules(marked.text, marked.findings, table()).empty());
    marked.text.blocks[0].kind = BlockKind::front_matter;
    CHECK(run_rules(marked.text, marked.findings, table()).empty());
}
