#include "compose/rules.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr int most_groups = 16;

MentionRange range_from(std::size_t begin, Span sentence, const Findings& findings) {
    std::size_t end = begin;
    while (end < findings.mentions.size() && findings.mentions[end].span.begin < sentence.end) ++end;
    return {begin, end};
}

}  // namespace

RuleRunner::RuleRunner(const Text& text, const Findings& findings, const ClaimRuleTable& table)
    : text_(text), findings_(findings), table_(table), lists_found_(table.rules.size()), topic_(text, findings) {}

void RuleRunner::run(std::size_t sentence, MentionRange mentions, std::vector<RuleHit>& hits) {
    topic_.enter(findings_.sentences[sentence]);
    const std::size_t could_be = mentions.end - mentions.begin + (topic_.company() ? 1 : 0);
    if (mentions.begin == mentions.end || could_be < table_.fewest_mentions) {
        if (mentions.begin != mentions.end || topic_.company()) {
            topic_.pass(findings_.sentences[sentence], mentions, false);
        }
        return;
    }
    counts_.fill(0);
    all_types_ = 0;
    for (std::size_t k = mentions.begin; k < mentions.end; ++k) {
        const auto type = static_cast<std::size_t>(findings_.mentions[k].type);
        ++counts_[type];
        all_types_ |= TypeSet{1} << type;
    }
    const Span span = findings_.sentences[sentence].span;
    wake(span, mentions);
    if (!awake_.empty()) {
        const Skeleton skeleton(text_.folded, span, mentions, findings_, table_.code, stand_ins_);
        for (const std::uint32_t rule : awake_) match(table_.rules[rule], skeleton, sentence, hits);
    }
    topic_.pass(findings_.sentences[sentence], mentions, stand_ins_.size() > 1);
}

/// Fills awake_ with the rules whose mentions and texts the sentence holds, and stand_ins_.
void RuleRunner::wake(Span sentence, MentionRange mentions) {
    awake_.clear();
    stand_ins_.clear();
    if (topic_.company()) {
        stand_ins_.push_back({{sentence.begin, sentence.begin}, *topic_.company()});
        ++counts_[static_cast<std::size_t>(MentionType::company)];
        all_types_ |= type_bit(MentionType::company);
    }
    table_.triggers.find(text_.folded, sentence, [&](std::uint32_t trigger, std::size_t at) {
        if (table_.stand_ins[trigger] && topic_.company()) {
            add_stand_in({at, at + table_.triggers.text(trigger).size()}, mentions);
        }
        for (const ClaimRuleTable::Wake& one : table_.wakes[trigger]) {
            if (lists_found_[one.rule] == 0) touched_.push_back(one.rule);
            lists_found_[one.rule] |= static_cast<std::uint8_t>(1U << one.list);
        }
    });
    for (const std::uint32_t rule : table_.without_trigger) {
        if (has_mentions(table_.rules[rule])) awake_.push_back(rule);
    }
    for (const std::uint32_t rule : touched_) {
        const bool all = static_cast<std::size_t>(std::popcount(lists_found_[rule])) == table_.rules[rule].triggers;
        lists_found_[rule] = 0;
        if (all && has_mentions(table_.rules[rule])) awake_.push_back(rule);
    }
    touched_.clear();
    std::sort(awake_.begin(), awake_.end());  // the order of the rules, whatever woke them
}

/// Lets the word at `span` stand for the company spoken of, where it is a word and in no name.
void RuleRunner::add_stand_in(Span span, MentionRange mentions) {
    const auto is_letter = [this](std::size_t at) {
        return is_ascii_alpha(static_cast<unsigned char>(text_.folded[at])) ||
               is_ascii_digit(static_cast<unsigned char>(text_.folded[at]));
    };
    if (is_letter(span.begin) &&
        ((span.begin > 0 && is_letter(span.begin - 1)) || (span.end < text_.folded.size() && is_letter(span.end))))
        return;
    for (std::size_t k = mentions.begin; k < mentions.end; ++k) {
        if (findings_.mentions[k].span.overlaps(span)) return;
    }
    if (!stand_ins_.empty() && stand_ins_.back().span.overlaps(span)) return;
    stand_ins_.push_back({span, *topic_.company()});
    ++counts_[static_cast<std::size_t>(MentionType::company)];
    all_types_ |= type_bit(MentionType::company);
}

bool RuleRunner::has_mentions(const ClaimRule& rule) const {
    for (const TypeCount& wanted : rule.mentions) {
        if ((all_types_ & wanted.types) == 0) return false;
    }
    for (const TypeCount& wanted : rule.mentions) {
        if (wanted.least == 1) continue;
        std::size_t found = 0;
        for (TypeSet types = all_types_ & wanted.types; types != 0; types &= types - 1) {
            found += counts_[static_cast<std::size_t>(std::countr_zero(types))];
        }
        if (found < wanted.least) return false;
    }
    return true;
}

void RuleRunner::match(const ClaimRule& rule, const Skeleton& skeleton, std::size_t sentence,
                       std::vector<RuleHit>& hits) {
    const auto keep = [&](std::optional<RuleHit>&& hit) {
        if (!hit) return;
        hit->sentence = sentence;
        hits.push_back(std::move(*hit));
    };
    if (rule.starts == 0) {
        std::size_t at = 0;
        while (at < skeleton.text().size()) keep(match_from(rule, skeleton, at, false));
        return;
    }
    for (const Skeleton::Place& place : skeleton.places()) {
        if ((rule.starts & type_bit(findings_.mentions[place.mention].type)) == 0) continue;
        std::size_t at = place.at;
        if (!rule.second.empty()) {
            const std::size_t behind = at + Skeleton::code_size;
            if (behind >= skeleton.text().size()) continue;
            const char32_t next = decode_at(skeleton.text(), behind).value;
            if (!std::binary_search(rule.second.begin(), rule.second.end(), next)) continue;
        }
        keep(match_from(rule, skeleton, at, true));
    }
}

/// The match at `at`, or from there on; `at` moves behind it, or to the end of the text where none is.
std::optional<RuleHit> RuleRunner::match_from(const ClaimRule& rule, const Skeleton& skeleton, std::size_t& at,
                                              bool anchored) const {
    const std::string& text = skeleton.text();
    const std::size_t most = skeleton.bytes_of(rule.longest);
    std::size_t limit = anchored ? std::min(text.size(), at + most) : text.size();
    while (limit < text.size() && !is_lead(text[limit])) ++limit;
    std::array<re2::StringPiece, most_groups + 1> found;
    const int groups = static_cast<int>(rule.groups.size()) + 1;
    const auto anchor = anchored ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED;
    // Most attempts fail; RE2 tells so by its automaton when it is asked for no groups, and by backtracking else.
    const re2::RE2& regex = rule.match.get();
    if (!regex.Match(text, at, limit, anchor, nullptr, 0) ||
        !regex.Match(text, at, limit, anchor, found.data(), groups)) {
        at = text.size();
        return std::nullopt;
    }
    const auto span_of = [&](const re2::StringPiece& piece) {
        const auto begin = static_cast<std::size_t>(piece.data() - text.data());
        return Span{begin, begin + piece.size()};
    };
    const Span whole = span_of(found[0]);
    at = std::max(whole.end, at + 1);
    if (whole.size() > most || (whole.end == limit && limit < text.size())) return std::nullopt;  // cut, not ended
    if (!rule.unless.empty() &&
        rule.unless.get().Match(text, whole.begin, text.size(), re2::RE2::UNANCHORED, nullptr, 0)) {
        return std::nullopt;
    }
    RuleHit hit;
    hit.rule = &rule;
    hit.span = skeleton.to_folded(whole);
    hit.captures.resize(rule.captures.size());
    for (std::size_t group = 0; group < rule.groups.size(); ++group) {
        const re2::StringPiece& piece = found[group + 1];
        if (piece.data() == nullptr) continue;
        const auto [first, last] = skeleton.places_in(span_of(piece));
        for (std::size_t k = first; k < last; ++k) {
            hit.captures[rule.groups[group]].push_back(skeleton.places()[k].mention);
        }
    }
    return hit;
}

std::vector<RuleHit> run_rules(const Text& text, const Findings& findings, const ClaimRuleTable& table) {
    std::vector<RuleHit> hits;
    RuleRunner runner(text, findings, table);
    std::size_t next = 0;
    for (std::size_t k = 0; k < findings.sentences.size(); ++k) {
        const Sentence& sentence = findings.sentences[k];
        while (next < findings.mentions.size() && findings.mentions[next].span.begin < sentence.span.begin) ++next;
        const MentionRange mentions = range_from(next, sentence.span, findings);
        next = mentions.end;
        if (text.blocks[sentence.block].kind != BlockKind::front_matter) runner.run(k, mentions, hits);
    }
    return hits;
}

}  // namespace hardfacts
