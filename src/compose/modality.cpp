#include "compose/modality.h"

#include <algorithm>
#include <array>

#include "compose/word_list.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// The weight of words that speak of the figure beside them alone.
constexpr int of_its_neighbour = 9;

constexpr std::array<std::string_view, 4> strongest_first = {"negated", "hypothetical", "planned", "reported"};

bool on_its_side(const CueInContext& hit, Span value) {
    if (hit.cue->side == CueSide::near || hit.place != CuePlace::sentence) return true;
    return hit.cue->side == CueSide::before ? hit.span.end <= value.begin : hit.span.begin >= value.begin;
}

/// "$1.90 against $1.72 expected": what is compared with an expectation is none itself.
bool is_compared(std::string_view gap) {
    for (const std::string_view word : {" vs", " versus ", " against ", " compared ", " beat", " topp", " above ",
                                        " below ", " miss", " exceed", "上回", "下回", "に対し", "を超え"}) {
        if (gap.find(word) != gap.npos) return true;
    }
    return false;
}

bool holds_any(std::string_view text, Words words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

Span between_of(Span a, Span b) {
    return a.end <= b.begin ? Span{a.end, b.begin} : Span{b.end, std::max(b.end, a.begin)};
}

/// True if a figure stands in `gap`.
bool holds_figure(Span gap, const SentenceContext& context, const Findings& findings) {
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& other = findings.mentions[k];
        const bool figure = !is_entity(other.type) && other.type != MentionType::date;
        if (figure && gap.contains(other.span)) return true;
    }
    return false;
}

/// "a $13 billion consensus", `市場予想の約726億ドル`, "$1.72 expected": the figure is the expectation itself. Such
/// words (weight 9) speak of the value beside them alone, and of it whatever else the sentence plans.
bool is_expectation(const CueInContext& hit, const Mention& value, const SentenceContext& context,
                    const Findings& findings, std::string_view text) {
    constexpr std::size_t beside = 14;
    if (hit.cue->weight < of_its_neighbour || hit.cue->attribute != "reported") return false;
    const bool here = hit.place == CuePlace::sentence;
    if (!here) return hit.place == CuePlace::heading;
    if (hit.span.overlaps(value.span)) return true;
    const Span between = between_of(hit.span, value.span);
    const std::string_view gap = slice(text, between);
    return between.size() <= beside && !is_compared(gap) && gap.find_first_of(",;)") == gap.npos &&
           !holds_any(gap, {"、", "）"}) && !holds_figure(between, context, findings);
}

/// "announced May 18", "in May": no word of what may be.
bool is_month(std::string_view text, Span cue) {
    if (slice(text, cue) != "May") return false;
    const std::string_view behind = text.substr(cue.end);
    const bool day = behind.size() > 1 && behind[0] == ' ' && behind[1] >= '0' && behind[1] <= '9';
    const bool inside = cue.begin > 0 && text[cue.begin - 1] == ' ' && !text.substr(0, cue.begin).ends_with(". ");
    return day || inside;
}

/// What stands between a cue and the value and ends what the cue governs: another clause, or what went before it.
bool is_divided(std::string_view gap, bool before, bool reported) {
    if (holds_any(gap, {"。", "; ", " but ", " while ", " whereas ", "一方"})) return true;
    if (!before) return false;
    if (gap.find(" following ") != gap.npos) return true;
    return !reported &&
           holds_any(gap, {" after ", " since ", " current ", ", which is ", ", which was ", ", which has ",
                           ", which had ", ", which are ", ", which raised ", ", who ", ", having "});
}

/// "up from $13 billion", "compared with $60 billion", "$4.1 billion a year ago", `前年の3兆円から`: a figure of the
/// past, or of now, that the planned one is held against.
bool is_what_was(Span value, Span sentence, std::string_view text) {
    const std::string_view until = slice(text, {sentence.begin, value.begin});
    const std::string_view before = until.substr(until.size() - std::min<std::size_t>(until.size(), 40));
    const std::string_view behind = slice(text, {value.end, sentence.end});
    constexpr std::size_t near = 40;
    if (before.ends_with("from ") &&
        (holds_any(behind.substr(0, near), {" to "}) || ends_with_any(before, {"up from ", "down from "})))
        return true;
    if (ends_with_any(before, {"compared with ", "compared to ", "versus ", "vs. ", "instead of ", "last year's ",
                               "a year ago's ", "the current ", "its current "}))
        return true;
    if (starts_with_any(behind, {" a year ago", " a year earlier", " a year before", " last year", " last quarter",
                                 " the year before", " in the year-ago", " in the same period", " in the prior year",
                                 " in the previous ", " the previous ", " today", " currently", " at present"}))
        return true;
    for (const std::string_view word :
         {"前年の", "前年同期の", "前年度の", "昨年の", "前期の", "従来の", "現在の", "現行の", "これまでの"}) {
        const std::size_t at = before.rfind(word);
        if (at != before.npos && before.size() - at <= word.size() + 9) return true;  // 約, or a word of two signs
    }
    return false;
}

/// A cue in brackets speaks of what stands in them, or straight before them: "39% (targeting 42%)", "42% (planned)".
bool is_bracketed_away(Span cue, Span value, std::string_view text) {
    constexpr std::size_t longest = 60;
    const std::size_t from = cue.begin - std::min(cue.begin, longest);
    const std::size_t open = text.substr(0, cue.begin).find_last_of("()");
    if (open == text.npos || open < from || text[open] == ')') return false;
    const std::size_t close = text.find(')', cue.end);
    if (close == text.npos || close > cue.end + longest) return false;
    const bool inside = value.begin > open && value.end <= close;
    const bool straight_before = value.end <= open && open - value.end <= 2;
    return !inside && !straight_before;
}

/// "its planned $4 billion plant", "the proposed merger": an adjective, which reaches no further than its noun.
bool is_far_adjective(Span at, std::string_view gap, bool before, std::string_view text) {
    constexpr std::size_t noun = 60;
    const std::string_view cue = slice(text, at);
    if (cue != "planned" && cue != "proposed" && cue != "upcoming") return false;
    if (ends_with_any(text.substr(0, at.begin), {" is ", " are ", " was ", " were ", " been "})) return false;
    return before && (gap.size() > noun || gap.find(',') != gap.npos);
}

/// `と語った`, `と予測される`: what stands in front of the verb is all of it what was said. `gap` lies between value
/// and cue, `text` ends behind the cue.
bool is_speech(std::string_view cue, std::string_view gap, std::string_view text) {
    if (starts_with_any(cue, {"と語", "と述べ", "と公言", "と話", "と明かし", "と主張", "と説明", "と報じ", "と伝え",
                              "と指摘", "と分析"}))
        return true;
    text.remove_suffix(cue.size());
    if (holds_any(gap, {"記録", "、そして", "だった"})) return false;  // a clause of its own, of what was
    return starts_with_any(cue, {"と予測", "と見込", "と試算", "と推計"}) ||
           (text.ends_with("と") && starts_with_any(cue, {"予測", "見込ま", "予想"}));
}

/// `1,500億円、2027年度には5,000億円を超える見込み`: a figure without a predicate of its own shares the next one's.
bool shares_predicate(const Mention& value, std::string_view gap, std::string_view text) {
    std::string_view behind = text.substr(value.span.end);
    for (const std::string_view bracket : {"(", "（"}) {
        if (!behind.starts_with(bracket)) continue;
        const std::size_t close = std::min(behind.find(")"), behind.find("）"));
        constexpr std::size_t longest = 60;
        if (close > longest) return false;
        behind.remove_prefix(close + (behind[close] == ')' ? 1 : std::string_view("）").size()));
    }
    return behind.starts_with("、") && !holds_any(gap, {"で、", "り、", "し、", "て、", "が、", "。"});
}

/// `複数の報告によると、次の通り：` over a list: so it is with all figures under it.
bool is_over_all(const CueInContext& hit, std::string_view text) {
    return hit.place == CuePlace::above && hit.cue->attribute == "reported" &&
           starts_with_any(slice(text, hit.span), {"によると", "によれば", "according to"});
}

/// Another clause of the sentence, with a value of its own, keeps its cue to itself: "posted $4 billion, and will ...".
bool in_reach(const CueInContext& hit, const Mention& value, const SentenceContext& context, const Findings& findings,
              std::string_view text) {
    if (hit.place != CuePlace::sentence) return hit.place == CuePlace::heading || is_over_all(hit, text);
    const bool before = hit.span.end <= value.span.begin;
    const std::string_view gap = slice(text, between_of(hit.span, value.span));
    if (hit.cue->attribute == "reported" && hit.cue->weight >= of_its_neighbour) return false;
    if (is_divided(gap, before, hit.cue->attribute == "reported")) return false;
    if (hit.cue->attribute == "reported" && is_compared(gap)) return false;
    const std::string_view word = slice(text, hit.span);
    if (is_bracketed_away(hit.span, value.span, text) || is_far_adjective(hit.span, gap, before, text)) return false;
    if (hit.span.begin < value.span.end) return true;  // a cue before governs all that follows
    if (hit.cue->attribute != "reported" && gap.find(" after ") != gap.npos) return false;
    const std::string_view behind = text.substr(hit.span.end);
    if (word.ends_with("へ") && starts_with_any(behind, {"の", "と"})) return false;  // 投資への意欲
    if (is_speech(word, gap, text.substr(0, hit.span.end)) || shares_predicate(value, gap, text)) return true;
    const bool english = is_ascii_alpha(static_cast<unsigned char>(word[0]));
    const std::size_t breaks = count_clause_breaks(text, value.span, hit.span);
    const bool revision = starts_with_any(word, {"上方修正", "下方修正"});
    if ((english || revision) && breaks > 0 && hit.cue->attribute == "planned")
        return false;  // "..., and affirmed its guidance"
    for (std::size_t k = context.mentions.begin; k < context.mentions.end; ++k) {
        const Mention& other = findings.mentions[k];
        if (is_entity(other.type) || other.type == MentionType::date || other.type == MentionType::duration) continue;
        const bool nearer = other.span.begin >= value.span.end && other.span.end <= hit.span.begin;
        if (nearer && count_clause_breaks(text, value.span, other.span) > 0) return false;
    }
    return true;
}

/// Behind the "(…)" or the ", the president and CEO of Nord," that follows a name.
std::size_t behind_apposition(std::size_t end, std::string_view text) {
    constexpr std::size_t longest = 90;
    const std::string_view behind = text.substr(end, longest);
    if (behind.starts_with(" (")) {
        const std::size_t close = behind.find(')');
        return close == behind.npos ? end : end + close + 1;
    }
    if (!behind.starts_with(", ") ||
        !starts_with_any(text.substr(end + 2),
                         {"the ",     "a ",      "an ",       "who ",    "its ",       "co-",      "chief ",
                          "CEO",      "CFO",     "CTO",       "COO",     "president",  "chair",    "vice ",
                          "head of ", "founder", "managing ", "senior ", "executive ", "director", "principal "}))
        return end;
    const std::size_t comma = behind.find(", ", 2);
    const std::size_t break_at = behind.find_first_of(".;:\"", 2);
    if (comma == behind.npos || break_at < comma) return end;
    return end + comma + 1;  // the verb is looked for with the space in front of it
}

/// "Vale said", "said Vale", "she told reporters": what a person says of his firm or another is reported. What a
/// company says of itself is what a document is made of.
Span speech_of_person(const Mention& value, const SentenceContext& context, const Findings& findings,
                      std::string_view text) {
    const std::string_view until = text.substr(0, context.span.end);
    const auto verb_behind = [&](std::size_t at) -> Span {
        for (const std::string_view verb :
             {" said", " says", " told", " claimed", " claims", " estimated", " estimates", " believes", " argued",
              " argues", " insists", " insisted", " expects"}) {
            if (!until.substr(at).starts_with(verb)) continue;
            const std::size_t end = at + verb.size();
            if (end < until.size() && is_ascii_alpha(static_cast<unsigned char>(until[end]))) continue;
            const bool for_the_company = starts_with_any(
                until.substr(end),
                {" in a statement", " in the statement", " in a press", " in a release", " in the release"});
            return for_the_company ? Span{} : Span{at + 1, end};
        }
        return {};
    };
    const auto governs = [&](Span verb) {
        return !verb.empty() &&
               !is_divided(slice(text, between_of(verb, value.span)), verb.end <= value.span.begin, true);
    };
    for (const NameInContext& name : context.names) {
        if (name.scope != Sign::in_sentence) break;
        if (findings.mentions[name.mention].type != MentionType::person) continue;
        if (const Span verb = verb_behind(behind_apposition(name.at.end, until)); governs(verb)) return verb;
        for (const std::string_view verb : {" said ", " says "}) {
            if (!until.substr(0, name.at.begin).ends_with(verb)) continue;
            const Span said{name.at.begin - verb.size() + 1, name.at.begin - 1};
            if (governs(said)) return said;
        }
    }
    for (const std::string_view pronoun : {" he", " she", "He", "She"}) {
        for (std::size_t at = until.find(pronoun, context.span.begin); at != until.npos;
             at = until.find(pronoun, at + 1)) {
            if (pronoun[0] != ' ' && at != context.span.begin) continue;
            if (const Span verb = verb_behind(at + pronoun.size()); governs(verb)) return verb;
        }
    }
    return {};
}

ClaimSource speaker_in(const SentenceContext& context, const Findings& findings) {
    for (const NameInContext& name : context.names) {
        if (name.scope != Sign::in_sentence || name.mark != Mark::speaker) continue;
        const Mention& mention = findings.mentions[name.mention];
        if (mention.type == MentionType::company || mention.type == MentionType::person) {
            return {mention.span, name.mention};
        }
    }
    return {};
}

/// The mark of a question that can be answered by yes or no; empty where none is asked.
Span question_in(Span sentence_span, std::string_view text) {
    const std::string_view sentence = slice(text, sentence_span);
    std::string_view end = sentence;
    while (!end.empty() && (end.back() == ' ' || end.back() == '"' || end.back() == '*')) end.remove_suffix(1);
    const bool english =
        end.ends_with('?') && starts_with_any(sentence, {"Will ", "Can ", "Could ", "Is ", "Are ", "Does ", "Do ",
                                                         "Would ", "Should ", "Has ", "What if ", "Might "});
    const bool why = holds_any(sentence, {"なぜ", "どう", "どの", "何", "いつ", "どこ", "誰"});
    const bool japanese = !why && (end.ends_with("か?") || end.ends_with("か？") || end.ends_with("か。"));
    if (!english && !japanese) return {};
    Span mark{sentence_span.begin + end.size() - 1, sentence_span.begin + end.size()};
    while (!is_lead(text[mark.begin])) --mark.begin;
    return mark;
}

/// The "if" that the value hangs on: in its own clause, or in the one that says what would be.
Span condition_of(const Mention& value, Span sentence_span, std::string_view text) {
    const std::string_view sentence = slice(text, sentence_span);
    const std::string_view before = slice(text, {sentence_span.begin, value.span.begin});
    const std::size_t comma = sentence.find(", ");
    if (starts_with_any(sentence, {"If ", "Even if ", "Suppose ", "Assuming "}) && comma >= before.size() &&
        comma != sentence.npos) {
        return {sentence_span.begin, sentence_span.begin + sentence.find(' ')};
    }
    for (const std::string_view opening : {"If ", "\"If ", "“If ", ", if ", "\"if ", "“if "}) {
        const std::size_t at = opening == "If " && before.starts_with(opening) ? 0 : before.find(opening);
        if (at == before.npos || (opening == "If " && at != 0) || !holds_any(before.substr(at), {" would "})) continue;
        const std::size_t word = sentence_span.begin + at + opening.size() - 3;
        return {word, word + 2};
    }
    return {};
}

}  // namespace

Modality modality_of(const Mention& value, const SentenceContext& context, const Findings& findings,
                     std::string_view text) {
    Modality result;
    result.source = speaker_in(context, findings);
    for (const CueInContext& hit : context.cues) {
        if (hit.cue->sort != CueSort::modality || !is_expectation(hit, value, context, findings, text)) continue;
        result.name = "reported";
        result.cue = hit.span;
        return result;
    }
    const bool was = is_what_was(value.span, context.span, text);
    for (const std::string_view modality : strongest_first) {
        if (was && (modality == "planned" || modality == "hypothetical")) continue;
        for (const CueInContext& hit : context.cues) {
            if (hit.cue->sort != CueSort::modality || hit.cue->attribute != modality || !on_its_side(hit, value.span))
                continue;
            if (is_month(text, hit.span) || !in_reach(hit, value, context, findings, text)) continue;
            result.name = modality;
            result.cue = hit.span;
            break;
        }
        if (result.name != "asserted") break;
    }
    if (result.name == "negated" || result.name == "hypothetical") return result;
    Span doubt = question_in(context.span, text);
    if (doubt.empty()) doubt = condition_of(value, context.span, text);
    if (!doubt.empty()) {
        result.name = "hypothetical";
        result.cue = doubt;
    } else if (result.name == "asserted") {
        if (const Span speech = speech_of_person(value, context, findings, text); !speech.empty()) {
            result.name = "reported";
            result.cue = speech;
        }
    }
    return result;
}

void tell_modality(std::vector<RelationClaim>& relations, const Text& text, const Findings& findings,
                   const AttributeTable& table) {
    constexpr std::size_t behind = 36;
    std::vector<AttributeTable::Hit> hits;
    for (RelationClaim& relation : relations) {
        if (relation.type == "develops") continue;  // whose product it is, whatever is planned with it
        const auto next =
            std::upper_bound(findings.sentences.begin(), findings.sentences.end(), relation.evidence.begin,
                             [](std::size_t offset, const Sentence& sentence) { return offset < sentence.span.begin; });
        if (next == findings.sentences.begin()) continue;
        const Span reach{relation.evidence.begin, std::min(std::prev(next)->span.end, relation.evidence.end + behind)};
        hits.clear();
        table.find(text.folded, reach, hits);
        for (const std::string_view modality : strongest_first) {
            const auto told = std::find_if(hits.begin(), hits.end(), [&](const AttributeTable::Hit& hit) {
                if (hit.cue->sort != CueSort::modality || hit.cue->attribute != modality) return false;
                if (is_month(text.folded, hit.span) || hit.span.end > reach.end) return false;
                if (hit.span.end <= relation.evidence.end) return true;
                const bool english = is_ascii_alpha(static_cast<unsigned char>(text.folded[hit.span.begin]));
                return !english && count_clause_breaks(text.folded, relation.evidence, hit.span) == 0;
            });
            if (told == hits.end()) continue;
            relation.modality = modality;
            relation.cue = told->span;
            break;
        }
    }
}

}  // namespace hardfacts
