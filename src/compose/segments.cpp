#include "compose/segments.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// What of a company is told by its parts.
bool has_parts(const AttributeChoice& attribute, std::string_view text) {
    if (attribute.attribute == "revenue" || attribute.attribute == "profit") return true;
    if (attribute.attribute != "other_share") return false;
    const std::string_view cue = slice(text, attribute.cue_span);
    return cue.find("margin") != cue.npos || cue.ends_with("率");
}

/// Behind the words that only say that it is a part: 部門, "segment".
std::size_t end_of_part(std::string_view text, std::size_t end) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view word :
             {"部門", "事業", "セグメント", "分野", "関連", "ビジネス", " segment", " business", " unit", " division",
              "-related", " group", " products", " product"}) {
            if (!text.substr(end).starts_with(word)) continue;
            end += word.size();
            more = true;
        }
    }
    return end;
}

bool is_joint(std::string_view gap) {
    constexpr std::array<std::string_view, 9> joints = {"",       " ",      "の",        "'s ",  "向け",
                                                        "向けの", "からの", "'s total ", " net "};
    return std::find(joints.begin(), joints.end(), gap) != joints.end();
}

bool leads_back(std::string_view gap) {
    constexpr std::array<std::string_view, 11> joints = {" from ",     " in ",       " of ",     " for ",
                                                         " from its ", " from the ", " in the ", " in its ",
                                                         " for the ",  " from our ", " for its "};
    return std::find(joints.begin(), joints.end(), gap) != joints.end();
}

/// `データセンター事業が…`, "Data Center: $30.8B", "Gaming $2.9B": the part is the topic of what follows.
bool is_topic(std::string_view behind, Span value, std::size_t end) {
    constexpr std::size_t touching = 3;
    if (value.begin >= end && value.begin - end <= touching) return true;
    return starts_with_any(behind, {"が", "は", "では", "も", ":", "：", " was ", " reached ", " came in "});
}

class SegmentFinder {
public:
    SegmentFinder(Span value, const AttributeChoice& attribute, const SentenceContext& context, std::string_view text)
        : value_(value), cue_(attribute.cue_span), context_(context), text_(text) {}

    std::optional<std::string> find() {
        for (const CueInContext& hit : context_.cues) {
            if (hit.cue->sort != CueSort::segment) continue;
            consider(hit);
        }
        if (!best_) return std::nullopt;
        return std::string(slice(text_, {begin_of(best_->span), best_->span.end}));
    }

private:
    /// "AI infrastructure": together with the words for parts straight before it.
    std::size_t begin_of(Span part) const {
        for (const CueInContext& hit : context_.cues) {
            if (hit.cue->sort != CueSort::segment || hit.span.end > part.begin) continue;
            const std::string_view gap = slice(text_, {hit.span.end, part.begin});
            if (gap.empty() || gap == " ") return hit.span.begin;
        }
        return part.begin;
    }

    void consider(const CueInContext& hit) {
        const int points = hit.place == CuePlace::sentence  ? points_in_sentence(hit)
                           : hit.place == CuePlace::heading ? points_in_heading(hit, 6)
                           : hit.place == CuePlace::above   ? points_in_heading(hit, 2)
                                                            : 0;
        if (points > points_) {
            points_ = points;
            best_ = &hit;
        }
    }

    int points_in_sentence(const CueInContext& hit) const {
        const std::size_t end = end_of_part(text_, hit.span.end);
        const bool told_here = !cue_.empty() && context_.span.contains(cue_);
        if (told_here && cue_.begin >= end && is_joint(slice(text_, {end, cue_.begin}))) return 9;
        if (told_here && hit.span.begin >= cue_.end && leads_back(slice(text_, {cue_.end, hit.span.begin}))) return 8;
        if (hit.span.begin >= value_.begin) return 0;
        const bool near = count_clause_breaks(text_, {hit.span.begin, end}, value_) == 0;
        if (near && hit.cue->weight >= plain_part && is_topic(text_.substr(end), value_, end)) return 7;
        return 0;
    }

    /// A heading that is the part and nothing else, or a row that begins with it.
    int points_in_heading(const CueInContext& hit, int points) const {
        if (hit.cue->weight < plain_part && hit.place == CuePlace::above) return 0;
        const bool begins = hit.span.begin == 0 || text_[hit.span.begin - 1] == '\n';
        return begins ? points : 0;
    }

    static constexpr int plain_part = 5;
    Span value_, cue_;
    const SentenceContext& context_;
    std::string_view text_;
    const CueInContext* best_ = nullptr;
    int points_ = 0;
};

/// Kanji, katakana, Latin letters and digits: what a Japanese compound is made of.
bool in_compound(char32_t c) {
    return is_han(c) || is_katakana(c) || c == U'・' || is_ascii_alpha(c) || is_ascii_digit(c);
}

Span japanese_market(std::string_view text, Span sentence, std::size_t at) {
    std::size_t begin = at;
    while (begin > sentence.begin) {
        const auto before = decode_before(text, begin);
        if (!in_compound(before.value)) break;
        begin -= before.size;
    }
    const std::size_t year = slice(text, {begin, at}).find("年");  // 2040年世界市場
    if (year != std::string_view::npos && year <= 4 && is_ascii_digit(static_cast<unsigned char>(text[begin]))) {
        begin += year + std::string_view("年").size();
    }
    for (const std::string_view word : {"世界", "国内"}) {
        const std::string with = std::string(word) + "の";
        if (text.substr(0, begin).ends_with(with) && begin - with.size() >= sentence.begin)
            return {begin - with.size(), at};
    }
    return {begin, at};
}

bool ends_phrase(std::string_view word) {
    constexpr std::array<std::string_view, 54> words = {
        "massive",     "huge",    "vast",  "whole", "larger", "broader", "growing", "potential", "emerging",
        "competitive", "crowded", "key",   "major", "The",    "Its",     "A",       "the",       "a",
        "an",          "of",      "in",    "its",   "their",  "this",    "that",    "for",       "to",
        "by",          "on",      "at",    "whose", "our",    "as",      "is",      "was",       "and",
        "with",        "from",    "into",  "share", "entire", "overall", "total",   "new",       "big",
        "said",        "over",    "every", "your",  "stock",  "job",     "labor",   "bull",      "bear"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

Span english_market(std::string_view text, Span sentence, std::size_t at) {
    std::size_t begin = at;
    std::size_t end = at;
    constexpr int most_words = 4;
    for (int k = 0; k < most_words && end > sentence.begin; ++k) {
        std::size_t word = end;
        while (word > sentence.begin && text[word - 1] != ' ') --word;
        const std::string_view spelled = slice(text, {word, end});
        const bool plain = std::all_of(spelled.begin(), spelled.end(), [](char c) {
            const auto letter = static_cast<unsigned char>(c);
            return is_ascii_alpha(letter) || is_ascii_digit(letter) || c == '-';
        });
        if (spelled.empty() || !plain || ends_phrase(spelled)) break;
        begin = word;
        if (word == sentence.begin) break;
        end = word - 1;
    }
    return {begin, at};
}

}  // namespace

std::optional<std::string> segment_of(Span value, const AttributeChoice& attribute, const SentenceContext& context,
                                      std::string_view text) {
    if (!has_parts(attribute, text)) return std::nullopt;
    return SegmentFinder(value, attribute, context, text).find();
}

std::optional<std::string> market_of(Span value, Span sentence, std::string_view text) {
    const std::string_view within = text.substr(0, sentence.end);
    std::optional<Span> nearest;
    std::size_t least = sentence.size() + 1;
    for (const std::string_view word : {"市場", " market"}) {
        for (std::size_t at = within.find(word, sentence.begin); at != within.npos; at = within.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const std::string_view behind = within.substr(end);
            if (starts_with_any(behind, {" cap", " value", "価値", "価格", "予想", "関係者", "ing", "place"})) continue;
            const Span named =
                word[0] == ' ' ? english_market(text, sentence, at) : japanese_market(text, sentence, at);
            if (named.empty()) continue;
            const std::size_t gap = value.begin >= end ? value.begin - end : at - std::min(at, value.end);
            if (gap >= least) continue;
            least = gap;
            nearest = Span{named.begin, end};
        }
    }
    if (!nearest) return std::nullopt;
    return std::string(slice(text, *nearest));
}

}  // namespace hardfacts
