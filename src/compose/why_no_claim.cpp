#include "compose/why_no_claim.h"

#include <algorithm>
#include <array>

#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// What a writer counts of his own thoughts.
constexpr std::array<std::string_view, 26> parts_of_thought = {
    "ニュース", "トピック", "ポイント", "理由",       "要因", "転換点", "視点",     "観点",     "課題",
    "テーマ",   "動き",     "変化",     "キーワード", "軸",   "柱",     "方法",     "ステップ", "段階",
    "側面",     "リリース", "問い",     "疑問",       "教訓", "論点",   "シナリオ", "トレンド"};

/// What follows the word is no more of the noun: a particle, a mark or the end.
bool ends_noun(std::string_view noun, std::string_view word) {
    const std::size_t at = noun.find(word) + word.size();
    if (at >= noun.size()) return true;
    const char32_t next = decode_at(noun, at).value;
    return !is_han(next) && !is_katakana(next);
}

/// An attribute that says only that no word tells which needs a subject that is plain by itself: read from afar, or by
/// a narrow lead, such facts were wrong three times in four.
bool says_too_little(const AttributeChoice& attribute, const SubjectChoice& subject) {
    if (attribute.signed_so) return false;
    if (!attribute.attribute.starts_with("other_") && !attribute.guessed) return false;
    const bool by_word = attribute.cue != nullptr && !attribute.cue_span.empty();
    constexpr int plain_word = 8;  // 営業利益率, "free cash flow"
    if (subject.mention == no_mention) {
        const bool figure = attribute.kind == "money" || attribute.kind == "share" || attribute.kind == "ratio";
        return !by_word || !figure || attribute.cue->weight < plain_word;
    }
    if (by_word && attribute.attribute != "other_count") return false;
    constexpr int wide = 150;
    switch (subject.scope) {
        case Sign::in_sentence: return subject.lead < wide;
        case Sign::column_heading:
        case Sign::lead_in:
        case Sign::upper_heading: return false;
        default: return true;
    }
}

/// `1チップで4 PFLOPS`, `1ラックあたり`: one of what another value is told for.
bool is_divisor(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "count" || !value.value->magnitude.number || *value.value->magnitude.number != Decimal(1))
        return false;
    const std::string_view after = text.substr(value.span.end);
    if (!after.empty() && after[0] >= '0' && after[0] <= '9') return true;  // 1株1,455円
    return after.starts_with("で") || after.starts_with("あたり") || after.starts_with("当たり") ||
           after.starts_with("ごと") || after.starts_with("につき") || after.starts_with("に");
}

/// "$9 per 1M tokens", `入力$15（100万トークン）`: what a price is told for.
bool is_priced_amount(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "token") return false;
    std::string_view before = text.substr(0, value.span.begin);
    for (const std::string_view word : {"per ", "/", "/ ", "every "}) {
        if (before.ends_with(word)) return true;
    }
    const std::string_view after = text.substr(value.span.end);
    if (after.starts_with("あたり") || after.starts_with("当たり") || after.starts_with("につき")) return true;
    for (const std::string_view bracket : {"(", "（"}) {
        if (!before.ends_with(bracket)) continue;
        before.remove_suffix(bracket.size());
        return before.ends_with("ドル") || before.ends_with("円") ||
               (!before.empty() && before.back() >= '0' && before.back() <= '9');
    }
    return false;
}

/// "one of the top 500 supercomputers": a list of so many.
bool is_list_length(const Mention& value, std::string_view measure, std::string_view text) {
    return measure == "count" && text.substr(0, value.span.begin).ends_with(" top ");
}

/// "73.5% (±50bps)": how far another value may be off.
bool is_tolerance(const Mention& value, std::string_view text) {
    if (slice(text, value.span).starts_with("±")) return true;
    const std::string_view before = text.substr(0, value.span.begin);
    return before.ends_with("±") || before.ends_with("± ") || before.ends_with("+/- ") ||
           before.ends_with("plus or minus ") || before.ends_with("プラスマイナス");
}

/// `AやBなど4社`: counts the names in front of it, which tells nothing of any of them.
bool counts_names(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "count") return false;
    const std::string_view before = text.substr(0, value.span.begin);
    return before.ends_with("など") || before.ends_with("ら") || before.ends_with("などの") || before.ends_with("等");
}

/// "three reasons", `5つのニュース`, `厳選7選`: parts of the text itself, or of a thought.
bool counts_parts_of_text(const Mention& value, std::string_view measure, std::string_view text) {
    if (measure != "count") return false;
    constexpr std::array<std::string_view, 26> nouns = {
        "articles",   "article", "stories",  "categories", "reasons", "factors",   "takeaways", "topics", "things",
        "ways",       "steps",   "tips",     "chapters",   "points",  "sections",  "speakers",  "sides",  "types",
        "highlights", "lessons", "insights", "headlines",  "stages",  "scenarios", "pillars",   "themes"};
    const auto is_noun = [&](std::string_view word) {
        return std::find(nouns.begin(), nouns.end(), word) != nouns.end();
    };
    const std::string_view number = slice(text, value.span);
    if (is_noun(number.substr(number.rfind(' ') + 1))) return true;
    std::string_view rest = text.substr(value.span.end);
    constexpr int most_words = 3;
    for (int k = 0; k < most_words && rest.starts_with(' '); ++k) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), rest.size());
        if (is_noun(rest.substr(0, end))) return true;
        if (rest.substr(0, end) == "of") break;
        rest.remove_prefix(end);
    }
    rest = text.substr(value.span.end);
    if (starts_with_any(rest, {"選", "部構成", "回に分け", "を解説", "を紹介", "お届け", "をまとめ"})) return true;
    if (!rest.starts_with("の")) return number.ends_with("選");
    rest.remove_prefix(std::string_view("の").size());
    constexpr std::size_t longest_noun = 36;
    const std::string_view noun = rest.substr(0, std::min(rest.find_first_of(" ,.:;"), longest_noun));
    return std::any_of(parts_of_thought.begin(), parts_of_thought.end(),
                       [&](std::string_view word) { return noun.find(word) != noun.npos && ends_noun(noun, word); });
}

/// A subject was found in the sentence, or right over or before it.
bool is_close(const SubjectChoice& subject) {
    if (subject.mention == no_mention) return false;
    switch (subject.scope) {
        case Sign::title:
        case Sign::document_topic:
        case Sign::last_topic:
        case Sign::upper_heading:
        case Sign::previous_block: return false;
        default: return true;
    }
}

/// "several regions", "two companies", 3つ: a handful that nothing named is counted by tells a reader nothing.
bool is_handful(const Mention& value, const AttributeChoice& attribute, std::string_view text) {
    const bool loose = attribute.attribute == "sites" || attribute.attribute == "customers" ||
                       attribute.attribute == "users" || attribute.attribute == "other_count" ||
                       (attribute.attribute == "units" && attribute.cue != nullptr);
    if (attribute.kind != "count" || !loose) return false;
    const Magnitude& magnitude = value.value->magnitude;
    constexpr int handful = 10;
    const Decimal* most = magnitude.number ? &*magnitude.number : magnitude.max ? &*magnitude.max : nullptr;
    const char first = text[value.span.begin];
    const bool in_words = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return most != nullptr && *most < Decimal(handful) && (in_words || attribute.attribute != "other_count");
}

}  // namespace

std::string_view why_no_claim(const Mention& value, std::string_view measure, std::string_view text) {
    if (is_divisor(value, measure, text)) return "one of what another value is told for";
    if (counts_names(value, measure, text)) return "counts the names in front of it";
    if (is_tolerance(value, text)) return "how far another value may be off";
    if (is_priced_amount(value, measure, text)) return "what a price is told for";
    if (is_list_length(value, measure, text)) return "the length of a list";
    if (counts_parts_of_text(value, measure, text)) return "parts of the text itself";
    return {};
}

std::string_view why_no_claim(const Mention& value, const AttributeChoice& attribute, const SubjectChoice& subject,
                              std::string_view text) {
    if (is_handful(value, attribute, text) && !is_close(subject)) return "a handful of things without a name";
    if (attribute.attribute == "other_count" && subject.mention == no_mention)
        return "a count of things, and nobody whose they are";
    // A sum of which no word tells what it is was told to be another in three cases of four.
    const bool of_a_word = attribute.cue != nullptr && !attribute.cue_span.empty();
    const bool vague_sum = attribute.kind == "money" && !of_a_word && !attribute.guessed;
    if (vague_sum && says_too_little(attribute, subject)) return "neither attribute nor subject is plain";
    if (attribute.kind == "spec" && says_too_little(attribute, subject) && !is_close(subject)) {
        return "neither attribute nor subject is plain";
    }
    return {};
}

bool subject_is_doubtful(const AttributeChoice& attribute, const SubjectChoice& subject) {
    return subject.mention != no_mention && says_too_little(attribute, subject);
}

}  // namespace hardfacts
