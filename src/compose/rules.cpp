#include "compose/rules.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

#include "model/utf8.h"

namespace hardfacts {

namespace {

MentionRange range_from(std::size_t begin, Span sentence, const Findings& findings) {
    std::size_t end = begin;
    while (end < findings.mentions.size() && findings.mentions[end].span.begin < sentence.end) ++end;
    return {begin, end};
}

}  // namespace

RuleRunner::RuleRunner(const Text& text, const Findings& findings, const ClaimRuleTable& table)
    : text_(text), findings_(findings), table_(table), topic_(text, findings) {}

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
    for (std::size_t k = mentions.begin; k < mentions.end; ++k) {
        ++counts_[static_cast<std::size_t>(findings_.mentions[k].type)];
    }
    const Span span = findings_.sentences[sentence].span;
    wake(span, mentions);
    if (!awake_.empty()) {
        const Skeleton skeleton(text_.folded, span, mentions, findings_, table_.code, stand_ins_);
        for (const std::size_t rule : awake_) match(rule, skeleton, sentence, hits);
    }
    topic_.pass(findings_.sentences[sentence], mentions, stand_ins_.size() > 1);
}

/// Fills awake_ with the rules whose mentions and texts the sentence holds, and stand_ins_.
void RuleRunner::wake(Span sentence, MentionRange mentions) {
    awake_.clear();
    stand_ins_.clear();
    texts_.clear();
    if (topic_.company()) {
        stand_ins_.push_back({{sentence.begin, sentence.begin}, *topic_.company()});
        ++counts_[static_cast<std::size_t>(MentionType::company)];
    } else {
        table_.wakes.select(counts_, possible_);
        if (std::all_of(possible_.begin(), possible_.end(), [](std::uint64_t rules) { return rules == 0; })) return;
    }
    table_.wakes.begin(found_);
    table_.triggers.find(text_.folded, sentence, [&](std::uint32_t trigger, std::size_t at) {
        if (table_.stand_ins[trigger] && topic_.company()) {
            add_stand_in({at, at + table_.triggers.text(trigger).size()}, mentions);
        }
        texts_.push_back({trigger, at});
        table_.wakes.add_found(trigger, found_);
    });
    if (topic_.company()) table_.wakes.select(counts_, possible_);
    for (std::size_t word = 0; word < possible_.size(); ++word) {
        std::uint64_t rules = possible_[word] & found_[0][word] & found_[1][word];
        for (; rules != 0; rules &= rules - 1) {
            awake_.push_back(64 * word + static_cast<std::size_t>(std::countr_zero(rules)));
        }
    }
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
}

RuleRunner::LastTexts RuleRunner::last_texts(std::size_t rule) const {
    LastTexts last{};
    for (const FoundText& one : texts_) {
        for (std::size_t list = 0; list < last.size(); ++list) {
            if (table_.wakes.holds(one.trigger, rule, list)) last[list] = one.at;
        }
    }
    return last;
}

/// A match that begins with the mention at `place` holds its triggers behind it, and its other mentions within its
/// length: this turns away half of the places that a rule might begin at, which trying takes far longer for.
bool RuleRunner::may_begin_at(const ClaimRule& rule, const LastTexts& last, const Skeleton& skeleton,
                              std::size_t place) const {
    const auto& places = skeleton.places();
    for (std::size_t list = 0; list < rule.triggers; ++list) {
        if (last[list] < places[place].taken.end) return false;
    }
    const std::size_t stop = places[place].at + skeleton.bytes_of(rule.longest);
    return std::all_of(rule.mentions.begin(), rule.mentions.end(), [&](const TypeCount& wanted) {
        std::size_t missing = wanted.least;
        for (std::size_t k = place; missing > 0 && k < places.size() && places[k].at < stop; ++k) {
            if ((wanted.types & type_bit(findings_.mentions[places[k].mention].type)) != 0) --missing;
        }
        return missing == 0;
    });
}

void RuleRunner::match(std::size_t number, const Skeleton& skeleton, std::size_t sentence, std::vector<RuleHit>& hits) {
    const ClaimRule& rule = table_.rules[number];
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
    const LastTexts last = last_texts(number);
    for (std::size_t k = 0; k < skeleton.places().size(); ++k) {
        const Skeleton::Place& place = skeleton.places()[k];
        if ((rule.starts & type_bit(findings_.mentions[place.mention].type)) == 0) continue;
        if (!may_begin_at(rule, last, skeleton, k)) continue;
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
                                              bool anchored) {
    const std::string& text = skeleton.text();
    const std::size_t most = skeleton.bytes_of(rule.longest);
    // One character more than a match has: what ends at the limit itself may be cut.
    std::size_t limit = anchored ? std::min(text.size(), at + most + 1) : text.size();
    while (limit < text.size() && !is_lead(text[limit])) ++limit;
    const RuleMatcher::Match* found = anchored ? rule.match.match_at(text, at, limit, match_scratch_)
                                               : rule.match.find(text, at, limit, match_scratch_);
    if (found == nullptr) {
        at = text.size();
        return std::nullopt;
    }
    const Span whole = found->whole;
    at = std::max(whole.end, at + 1);
    if (whole.size() > most || (whole.end == limit && limit < text.size())) return std::nullopt;  // cut, not ended
    if (!rule.unless.empty() && rule.unless.find(text, whole.begin, text.size(), unless_scratch_) != nullptr) {
        return std::nullopt;
    }
    if (!rule.without.empty() && rule.without.find(text, whole.begin, whole.end, unless_scratch_) != nullptr) {
        return std::nullopt;
    }
    RuleHit hit;
    hit.rule = &rule;
    hit.span = skeleton.to_folded(whole);
    hit.captures.resize(rule.captures.size());
    for (std::size_t group = 0; group < rule.groups.size(); ++group) {
        const Span taken = found->groups[group];
        if (taken.begin == RuleMatcher::no_place) continue;
        const auto [first, last] = skeleton.places_in(taken);
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
