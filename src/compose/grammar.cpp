#include "compose/grammar.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

bool is_letter(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0; }

struct MarkRow {
    std::string_view word;
    Mark mark;
};

// The longer first.
constexpr std::array<MarkRow, 46> particles = {{
    {"によると", Mark::speaker}, {"によれば", Mark::speaker},   {"が報じ", Mark::speaker},
    {"の調査", Mark::speaker},   {"の予想", Mark::speaker},     {"のアナリスト", Mark::speaker},
    {"調べ", Mark::speaker},     {"と比較", Mark::baseline},    {"と比べ", Mark::baseline},
    {"に比べ", Mark::baseline},  {"に対し", Mark::baseline},    {"を上回", Mark::baseline},
    {"を下回", Mark::baseline},  {"よりも", Mark::baseline},    {"より", Mark::baseline},
    {"比で", Mark::baseline},    {"比", Mark::baseline},        {"対比", Mark::baseline},
    {"の約", Mark::baseline},    {"では", Mark::topic},         {"には", Mark::topic},
    {"とは", Mark::companion},   {"は", Mark::topic},           {"も", Mark::topic},
    {"が", Mark::subject},       {"から", Mark::source_of},     {"による", Mark::source_of},
    {"により", Mark::source_of}, {"によって", Mark::source_of}, {"の", Mark::possessor},
    {"を", Mark::object},        {"に", Mark::receiver},        {"へ", Mark::receiver},
    {"向け", Mark::receiver},    {"との", Mark::companion},     {"と", Mark::companion},
    {"で", Mark::place},         {"や", Mark::companion},       {"、", Mark::none},
    {"など", Mark::none},        {"ベース", Mark::companion},   {"搭載", Mark::companion},
    {"対応", Mark::companion},   {"互換", Mark::companion},     {"採用", Mark::companion},
    {"発の", Mark::source_of},
}};
constexpr WordList particle_words(words_of(particles), 2, true);

/// A noun for what X has a figure of, as against a thing of its own that X makes (Xのラックは).
bool is_figure(std::string_view phrase) {
    constexpr std::array<std::string_view, 26> nouns = {
        "決算",   "売上",     "売上高", "収益",   "利益",     "業績", "損失", "評価額", "時価総額",
        "株価",   "収入",     "シェア", "投資額", "投資",     "価格", "料金", "費用",   "受注残",
        "見通し", "従業員数", "顧客数", "性能",   "消費電力", "容量", "帯域", "帯域幅"};
    return std::any_of(nouns.begin(), nouns.end(), [&](std::string_view noun) { return phrase.ends_with(noun); });
}

/// `Xの2025年第4四半期決算は`: the whole noun phrase is the topic, and X is whose it is.
bool leads_to_topic(std::string_view rest) {
    constexpr std::size_t longest = 60;
    std::size_t at = 0;
    while (at < std::min(rest.size(), longest)) {
        const CodePoint next = decode_at(rest, at);
        if (is_han(next.value) || is_katakana(next.value) || is_latin(next.value) || is_ascii_digit(next.value) ||
            next.value == U'の' || next.value == U'・') {
            at += next.size;
            continue;
        }
        return rest.substr(at).starts_with("は") && is_figure(rest.substr(0, at));
    }
    return false;
}

Mark japanese_mark(std::string_view rest) {
    const std::size_t row = particle_words.first_in(rest);
    if (row == not_found) return Mark::none;
    const Mark mark = particles[row].mark;
    return mark == Mark::possessor && leads_to_topic(rest) ? Mark::topic : mark;
}

constexpr std::array<MarkRow, 40> prepositions = {{
    {"according to ", Mark::speaker},
    {"According to ", Mark::speaker},
    {"analysts at ", Mark::speaker},
    {"compiled by ", Mark::speaker},
    {"polled by ", Mark::speaker},
    {"surveyed by ", Mark::speaker},
    {"compared to ", Mark::baseline},
    {"compared with ", Mark::baseline},
    {"relative to ", Mark::baseline},
    {" than ", Mark::baseline},
    {" versus ", Mark::baseline},
    {" vs. ", Mark::baseline},
    {" vs ", Mark::baseline},
    {" over ", Mark::baseline},
    {"that of ", Mark::baseline},
    {" as ", Mark::baseline},
    {" from ", Mark::source_of},
    {" by ", Mark::source_of},
    {" of ", Mark::source_of},
    {" with ", Mark::companion},
    {" to ", Mark::receiver},
    {" for ", Mark::receiver},
    {"For ", Mark::topic},
    {" at ", Mark::place},
    {" in ", Mark::place},
    {" on ", Mark::place},
    {" inside ", Mark::place},
    {" into ", Mark::receiver},
    {" against ", Mark::baseline},
    {" behind ", Mark::baseline},
    {" including ", Mark::companion},
    {" like ", Mark::companion},
    {" and ", Mark::companion},
    {" per ", Mark::source_of},
    {" through ", Mark::place},
    {" between ", Mark::companion},
    {"With ", Mark::topic},
    {"At ", Mark::topic},
    {"In ", Mark::place},
    {"対", Mark::baseline},
}};
constexpr WordList preposition_words(words_of(prepositions), 1, false);  // nearly all end in a space
constexpr WordList<8> articles({" the new ", " the ", " The ", " its ", " a ", " an ", " new ", " each "}, 1, false);

/// What the words right before a name make of it.
Mark preposition_mark(std::string_view head) {
    while (!head.empty() && (head.back() == '"' || head.back() == '(' || head.back() == '*')) head.remove_suffix(1);
    if (const std::size_t article = articles.length_in(head)) head.remove_suffix(article - 1);
    const std::size_t row = preposition_words.first_in(head);
    return row == not_found ? Mark::none : prepositions[row].mark;
}

/// True where a clause begins right behind `head`, so that a name there may be its subject.
bool clause_begins(std::string_view head) {
    if (head.empty()) return true;
    for (const std::string_view opening :
         {", ",      "; ",     ": ",     "\"",     "“",       "(",    "The ", "the ",
          " and ",   " but ",  " that ", " when ", " while ", " as ", " if ", " because ",
          " where ", " said ", " says ", "- ",     "— ",      "。",   "、",   "「"}) {
        if (head.ends_with(opening)) return true;
    }
    return head.find(' ') == head.size() - 1;  // one word before it: "Today Nvidia said"
}

constexpr WordList<46> common_verbs({"said",   "says",    "has",      "have",     "had",      "will",   "would",
                                     "is",     "was",     "are",      "were",     "can",      "could",  "may",
                                     "plans",  "expects", "aims",     "makes",    "made",     "offers", "claims",
                                     "makes",  "does",    "did",      "sells",    "sold",     "buys",   "bought",
                                     "builds", "built",   "delivers", "provides", "features", "packs",  "comes",
                                     "uses",   "runs",    "supports", "saw",      "beat",     "beats",  "won",
                                     "spent",  "began",   "became",   "holds"},
                                    0, true);

bool is_common_verb(std::string_view word) { return word.ends_with("ed") || common_verbs.holds(word); }

constexpr WordList<34> no_verbs({"and",   "or",    "of",   "for",    "with",  "in",     "on",      "at",    "to",
                                 "from",  "by",    "as",   "than",   "but",   "per",    "over",    "under", "when",
                                 "while", "where", "into", "based",  "after", "before", "vs",      "via",   "plus",
                                 "each",  "about", "near", "during", "since", "up",     "analysts"},
                                0, true);

/// True where what follows the name reads like its verb, or like a clause about it.
bool verb_follows(std::string_view head, std::string_view rest) {
    if (rest.starts_with(',') &&
        starts_with_any(rest, {", which ", ", who ", ", whose ", ", the ", ", a ", ", an ", ", on ", ", in "}))
        return true;
    if (!rest.starts_with(' ') || rest.size() < 3) return false;
    rest.remove_prefix(1);
    if (std::islower(static_cast<unsigned char>(rest[0])) == 0) return false;
    std::size_t end = 0;
    while (end < rest.size() && (is_letter(rest[end]) || rest[end] == '\'')) ++end;
    const std::string_view word = rest.substr(0, end);
    if (is_common_verb(word)) return true;
    if (!clause_begins(head)) return false;
    return !no_verbs.holds(word);
}

/// "an X gaming laptop", "X mini PCs": the device is spoken of, not what it is built with.
bool names_device(std::string_view rest) {
    constexpr std::array<std::string_view, 16> devices = {
        "laptop", "laptops",     "PC",      "PCs",      "notebook", "notebooks", "SBC",      "board",
        "boards", "motherboard", "desktop", "desktops", "tablet",   "tablets",   "handheld", "workstation"};
    constexpr int most_words = 3;
    for (int k = 0; k < most_words && rest.starts_with(' '); ++k) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find_first_of(" ,.;:()"), rest.size());
        if (std::find(devices.begin(), devices.end(), rest.substr(0, end)) != devices.end()) return true;
        if (no_verbs.holds(rest.substr(0, end)) || common_verbs.holds(rest.substr(0, end))) return false;
        rest.remove_prefix(end);
    }
    return false;
}

/// "a Linux-powered badge": what is spoken of has it, runs it or is like it.
bool modifies(std::string_view rest) {
    if (names_device(rest)) return true;
    return rest.starts_with('-') &&
           starts_with_any(rest.substr(1), {"powered", "based", "compatible", "equipped", "class", "like", "style",
                                            "level", "backed", "supported", "certified", "enabled", "ready", "to-"});
}

/// "StreetAccount's $13 billion consensus", "X's average estimate": what others expect of somebody.
bool expects(std::string_view phrase) {
    constexpr int most_words = 6;
    for (int k = 0; k < most_words && !phrase.empty(); ++k) {
        const std::size_t end = std::min(phrase.find_first_of(" ,.;:()"), phrase.size());
        if (starts_with_any(phrase.substr(0, end), {"consensus", "estimate", "analyst", "survey"})) return true;
        if (end == phrase.size() || (phrase[end] != ' ' && phrase[end] != '.')) return false;
        phrase.remove_prefix(end + 1);
    }
    return false;
}

/// "former X engineers", "ex-X", `X共同創業者`: who once was with X, or began it, is not X.
bool tells_of_past(std::string_view head, std::string_view rest) {
    constexpr std::array<std::string_view, 6> before = {"former ", "Former ", "ex-", "Ex-", "元", "元・"};
    if (std::any_of(before.begin(), before.end(), [&](std::string_view word) { return head.ends_with(word); }))
        return true;
    return starts_with_any(
        rest, {"共同創業者", "創業者", "出身", " co-founder", " cofounder", " founder", " alum", " veteran"});
}

}  // namespace

const char* to_string(Mark mark) {
    constexpr std::array<const char*, 11> names = {"none",      "topic", "subject",   "possessor", "object", "receiver",
                                                   "companion", "place", "source_of", "baseline",  "speaker"};
    return names[static_cast<std::size_t>(mark)];
}

Mark mark_of(std::string_view text, Span sentence, Span name) {
    return mark_of(text, sentence, name, end_of_noun(text, sentence, name));
}

Mark mark_of(std::string_view text, Span sentence, Span name, std::size_t end_of_noun) {
    const std::string_view head = text.substr(sentence.begin, name.begin - sentence.begin);
    const std::string_view behind = text.substr(name.end, sentence.end - name.end);
    const bool apostrophe = behind.starts_with('\'') || behind.starts_with("’");
    if (apostrophe && starts_with_any(behind, {"'s ", "’s ", "' ", "’ "})) {
        return expects(behind.substr(behind.find(' ') + 1)) ? Mark::speaker : Mark::possessor;
    }
    const std::string_view rest = text.substr(end_of_noun, sentence.end - end_of_noun);
    if (modifies(rest) || tells_of_past(head, rest)) return Mark::companion;
    const Mark particle = japanese_mark(rest);
    if (particle != Mark::none) return particle;
    if (rest.starts_with(' ') && starts_with_any(rest, {" analysts", " estimates", " consensus", " data shows"})) {
        return Mark::speaker;
    }
    const Mark preposition = preposition_mark(head);
    if (preposition == Mark::companion && verb_follows(head, rest) && head.find(',') == head.npos) return Mark::subject;
    if (preposition != Mark::none) return preposition;
    return verb_follows(head, rest) ? Mark::subject : Mark::none;
}

bool noun_follows(std::string_view rest) {
    if (rest.empty()) return false;
    if (rest.starts_with(' ')) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), rest.size());
        const std::string_view word = rest.substr(0, end);
        return word.size() > 1 && !is_common_verb(word) && !no_verbs.holds(word);
    }
    const char32_t next = decode_at(rest, 0).value;
    return is_han(next) || is_katakana(next);
}

bool joins_list(std::string_view gap) {
    constexpr std::array<std::string_view, 10> joints = {"、",    "と",     "や",     "・",       ", ",
                                                         " and ", ", and ", "および", "、および", "+"};
    gap.remove_prefix(space_before_japanese(gap));
    gap.remove_suffix(space_behind_japanese(gap));
    return std::find(joints.begin(), joints.end(), gap) != joints.end();
}

bool BracketReader::inside(std::size_t at) {
    for (; at_ < at; ++at_) {
        const char byte = text_[at_];
        if (byte == '(') {
            ++depth_;
        } else if (byte == ')') {
            if (depth_ > 0) --depth_;
        } else if (byte == '\xEF') {
            const std::string_view rest = text_.substr(at_, 3);
            if (rest == "（") ++depth_;
            if (rest == "）" && depth_ > 0) --depth_;
        }
    }
    return depth_ > 0;
}

bool in_brackets(std::string_view text, Span sentence, std::size_t at) {
    return BracketReader(text, sentence).inside(at);
}

}  // namespace hardfacts
