#include "compose/grammar.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace hardfacts {

namespace {

using Words = std::initializer_list<std::string_view>;

bool starts_with_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

/// The length of the first of `words` that `text` begins with, 0 if none; the longer stand first.
std::size_t leading(std::string_view text, Words words) {
    for (const std::string_view word : words) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

bool is_letter(char byte) { return std::isalpha(static_cast<unsigned char>(byte)) != 0; }

/// Generic nouns that may follow a name without changing what is spoken of.
std::size_t generic_noun(std::string_view text) {
    const std::size_t japanese = leading(text, {"プロセッサー",
                                                "プロセッサ",
                                                "アクセラレータ",
                                                "アーキテクチャ",
                                                "プラットフォーム",
                                                "スーパーコンピュータ",
                                                "サーバー",
                                                "チップ",
                                                "システム",
                                                "シリーズ",
                                                "グループ",
                                                "クラスター",
                                                "クラウド",
                                                "ラック",
                                                "モデル",
                                                "サービス",
                                                "株式",
                                                "事業",
                                                "全体",
                                                "自身",
                                                "社",
                                                "側",
                                                "氏",
                                                "株",
                                                "製"});
    if (japanese != 0) return japanese;
    const std::size_t space = text.starts_with(' ') ? 1 : 0;
    const std::size_t word = leading(
        text.substr(space),
        {"accelerators", "accelerator", "processors", "processor", "architecture", "platform", "systems",      "system",
         "servers",      "server",      "chips",      "chip",      "cards",        "card",     "GPUs",         "GPU",
         "CPUs",         "CPU",         "SoC",        "series",    "family",       "racks",    "rack",         "models",
         "model",        "shares",      "stock",      "Group",     "CEO",          "cluster",  "supercomputer"});
    if (word == 0) return 0;
    const std::string_view rest = text.substr(space + word);
    return rest.empty() || !is_letter(rest[0]) ? space + word : 0;
}

/// The end of a bracket that opens right at the beginning of `text`; 0 where none does or it does not close nearby.
std::size_t bracket(std::string_view text) {
    constexpr std::size_t longest = 90;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs = {
        {{"（", "）"}, {"(", ")"}, {" (", ")"}, {" （", "）"}}};
    for (const auto& [open, close] : pairs) {
        if (!text.starts_with(open)) continue;
        const std::size_t end = text.substr(0, longest).find(close);
        if (end != text.npos) return end + close.size();
    }
    return 0;
}

Mark japanese_mark(std::string_view rest) {
    struct Row {
        std::string_view particle;
        Mark mark;
    };
    // The longer first.
    constexpr std::array<Row, 40> rows = {{
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
        {"など", Mark::none},
    }};
    for (const Row& row : rows) {
        if (rest.starts_with(row.particle)) return row.mark;
    }
    return Mark::none;
}

/// What the words right before a name make of it.
Mark preposition_mark(std::string_view head) {
    while (!head.empty() && (head.back() == '"' || head.back() == '(' || head.back() == '*')) head.remove_suffix(1);
    for (const std::string_view article : {" the new ", " the ", " The ", " its ", " a ", " an ", " new ", " each "}) {
        if (head.ends_with(article)) {
            head.remove_suffix(article.size() - 1);
            break;
        }
    }
    struct Row {
        std::string_view word;
        Mark mark;
    };
    constexpr std::array<Row, 40> rows = {{
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
    for (const Row& row : rows) {
        if (head.ends_with(row.word)) return row.mark;
    }
    return Mark::none;
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

bool is_common_verb(std::string_view word) {
    constexpr std::array<std::string_view, 46> verbs = {
        "said",     "says",     "has",      "have",  "had",    "will",    "would", "is",       "was",    "are",
        "were",     "can",      "could",    "may",   "plans",  "expects", "aims",  "makes",    "made",   "offers",
        "claims",   "makes",    "does",     "did",   "sells",  "sold",    "buys",  "bought",   "builds", "built",
        "delivers", "provides", "features", "packs", "comes",  "uses",    "runs",  "supports", "saw",    "beat",
        "beats",    "won",      "spent",    "began", "became", "holds"};
    return word.ends_with("ed") || std::find(verbs.begin(), verbs.end(), word) != verbs.end();
}

/// True where what follows the name reads like its verb, or like a clause about it.
bool verb_follows(std::string_view head, std::string_view rest) {
    if (starts_with_any(rest, {", which ", ", who ", ", whose ", ", the ", ", a ", ", an ", ", on ", ", in "}))
        return true;
    if (!rest.starts_with(' ') || rest.size() < 3) return false;
    rest.remove_prefix(1);
    if (std::islower(static_cast<unsigned char>(rest[0])) == 0) return false;
    std::size_t end = 0;
    while (end < rest.size() && (is_letter(rest[end]) || rest[end] == '\'')) ++end;
    const std::string_view word = rest.substr(0, end);
    if (is_common_verb(word)) return true;
    if (!clause_begins(head)) return false;
    constexpr std::array<std::string_view, 34> others = {
        "and",  "or",  "of",   "for",  "with",  "in",   "on",     "at",    "to",   "from",    "by",    "as",
        "than", "but", "per",  "over", "under", "when", "while",  "where", "into", "based",   "after", "before",
        "vs",   "via", "plus", "each", "about", "near", "during", "since", "up",   "analysts"};
    return std::find(others.begin(), others.end(), word) == others.end();
}

}  // namespace

const char* to_string(Mark mark) {
    constexpr std::array<const char*, 11> names = {"none",      "topic", "subject",   "possessor", "object", "receiver",
                                                   "companion", "place", "source_of", "baseline",  "speaker"};
    return names[static_cast<std::size_t>(mark)];
}

std::size_t end_of_noun(std::string_view text, Span sentence, Span name) {
    const std::string_view within = text.substr(0, sentence.end);
    std::size_t end = name.end;
    constexpr int most = 3;
    for (int k = 0; k < most; ++k) {
        const std::string_view rest = within.substr(end);
        std::size_t more = leading(rest, {"」", "』", "\"", "”", "**"});
        if (more == 0) more = generic_noun(rest);
        if (more == 0) more = bracket(rest);
        if (more == 0) break;
        end += more;
    }
    return end;
}

Mark mark_of(std::string_view text, Span sentence, Span name) {
    const std::string_view head = text.substr(sentence.begin, name.begin - sentence.begin);
    const std::string_view behind = text.substr(name.end, sentence.end - name.end);
    if (starts_with_any(behind, {"'s ", "’s ", "' ", "’ "})) {
        return starts_with_any(behind.substr(behind.find(' ')), {" consensus", " estimate", " analysts", " survey"})
                   ? Mark::speaker
                   : Mark::possessor;
    }
    const std::size_t end = end_of_noun(text, sentence, name);
    const std::string_view rest = text.substr(end, sentence.end - end);
    const Mark particle = japanese_mark(rest);
    if (particle != Mark::none) return particle;
    if (starts_with_any(rest, {" analysts", " estimates", " consensus", " data shows"})) return Mark::speaker;
    const Mark preposition = preposition_mark(head);
    if (preposition == Mark::companion && verb_follows(head, rest) && head.find(',') == head.npos) return Mark::subject;
    if (preposition != Mark::none) return preposition;
    return verb_follows(head, rest) ? Mark::subject : Mark::none;
}

bool joins_list(std::string_view gap) {
    constexpr std::array<std::string_view, 10> joints = {"、",    "と",     "や",     "・",       ", ",
                                                         " and ", ", and ", "および", "、および", "+"};
    return std::find(joints.begin(), joints.end(), gap) != joints.end();
}

bool in_brackets(std::string_view text, Span sentence, std::size_t at) {
    int depth = 0;
    for (std::size_t k = sentence.begin; k < at; ++k) {
        const std::string_view rest = text.substr(k, 3);
        if (text[k] == '(' || rest == "（") ++depth;
        if ((text[k] == ')' || rest == "）") && depth > 0) --depth;
    }
    return depth > 0;
}

}  // namespace hardfacts
