#include "compose/context.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "compose/strange_names.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// What has capitals or digits and still names nothing.
bool is_shorthand(std::string_view word) {
    constexpr std::array<std::string_view, 36> words = {
        "AI",  "GPU", "GPUs", "CPU", "CPUs", "NPU",  "TDP", "EPS", "GAAP", "Non-GAAP", "R&D",  "SGA",
        "API", "RAM", "SSD",  "IT",  "US",   "U.S.", "UK",  "EU",  "HPC",  "LLM",      "LLMs", "PC",
        "PCs", "IPO", "CEO",  "CFO", "COO",  "CTO",  "Q1",  "Q2",  "Q3",   "Q4",       "H1",   "H2"};
    while (!word.empty() && (word.back() == ',' || word.back() == ':')) word.remove_suffix(1);
    return word.starts_with("FY") || std::find(words.begin(), words.end(), word) != words.end();
}

/// Nothing, an article, or an adverb and a comma: the words before what a sentence opens with.
bool begins_clause(std::string_view head) {
    for (const std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An ", "new ", "This ", "Its ", "Our "}) {
        if (head.ends_with(article)) head.remove_suffix(article.size());
    }
    constexpr std::size_t longest = 24;
    return head.empty() || (head.size() <= longest && head.ends_with(", "));
}

/// Names farther back than this are out of mind.
constexpr std::size_t names_remembered = 8;

}  // namespace

Contexts::Contexts(const Document& document, const Text& text, const Findings& findings, const AttributeTable& table)
    : document_(document),
      text_(text),
      findings_(findings),
      table_(table),
      outline_(document, text, findings),
      parts_(findings.mentions.size()),
      read_(findings.mentions.size()) {}

void Contexts::add_cues(Span span, CuePlace place, std::vector<CueInContext>& cues) {
    hits_.clear();
    table_.find(text_.folded, span, hits_);
    const MentionRange mentions = outline_.mentions().in(span);
    const auto in_longer = [&](const AttributeTable::Hit& hit) {  // the 投資 of 短期投資 speaks of no investment
        return std::any_of(hits_.begin(), hits_.end(), [&](const AttributeTable::Hit& other) {
            return other.cue->sort == hit.cue->sort && other.span != hit.span && other.span.contains(hit.span);
        });
    };
    for (const AttributeTable::Hit& hit : hits_) {
        if (in_longer(hit)) continue;
        const bool in_name = std::any_of(
            findings_.mentions.begin() + static_cast<std::ptrdiff_t>(mentions.begin),
            findings_.mentions.begin() + static_cast<std::ptrdiff_t>(mentions.end), [&](const Mention& mention) {
                return is_entity(mention.type) && mention.span.contains(hit.span) && mention.span != hit.span;
            });
        if (!in_name) cues.push_back({hit.cue, hit.span, place});  // the Core of Core Ultra counts no cores
    }
}

void Contexts::add_heading_cues(std::size_t block, CuePlace place) {
    const auto span = outline_.folded_block(block);
    if (!span) return;
    const auto [known, is_new] = heading_cues_.try_emplace(block);
    if (is_new) add_cues(*span, place, known->second);
    for (CueInContext cue : known->second) {
        cue.place = place;
        context_.cues.push_back(cue);
    }
}

/// The members of a list play the part of its last: in "A and B signed" both signed.
void Contexts::share_marks(MentionRange range) {
    std::size_t last = no_mention;
    for (std::size_t k = range.end; k > range.begin; --k) {
        const std::size_t before = k - 1;
        if (!is_entity(findings_.mentions[before].type)) continue;
        const std::size_t next = std::exchange(last, before);
        if (next == no_mention) continue;
        const Mention& a = findings_.mentions[before];
        const Mention& b = findings_.mentions[next];
        if (a.type != b.type || a.span.end > b.span.begin) continue;
        if (!joins_list(slice(text_.folded, {a.span.end, b.span.begin}))) continue;
        if (parts_[before].mark != Mark::none && parts_[before].mark != Mark::companion) continue;
        parts_[before].mark = parts_[next].mark;
        parts_[before].listed = parts_[next].listed = true;
    }
}

/// Reads the parts of all names of a sentence (or of a block that has none).
void Contexts::read_parts(Span sentence) {
    const MentionRange range = outline_.mentions().in(sentence);
    BracketReader brackets(text_.folded, sentence);
    bool first = true;
    for (std::size_t k = range.begin; k < range.end; ++k) {
        const Mention& mention = findings_.mentions[k];
        read_[k] = true;
        if (!is_entity(mention.type)) continue;
        NameInContext& name = parts_[k];
        name = NameInContext{k, mention.span};
        name.opens = first;
        first = false;
        name.end_of_noun = end_of_noun(text_.folded, sentence, mention.span);
        name.mark = mark_of(text_.folded, sentence, mention.span, name.end_of_noun);
        name.aside = brackets.inside(mention.span.begin);
        const std::string_view rest =
            std::string_view(text_.folded).substr(name.end_of_noun, sentence.end - name.end_of_noun);
        name.label = rest.starts_with(':') || rest.starts_with("：");
        name.modifies = name.mark == Mark::none && noun_follows(rest);
    }
    share_marks(range);
    mark_headline(range, sentence);
}

/// `ノルド、黒字転換`: the first name of a headline is its topic where a comma ends it and no list.
void Contexts::mark_headline(MentionRange range, Span sentence) {
    constexpr std::size_t number = 4;  // "12. "
    for (std::size_t k = range.begin; k < range.end; ++k) {
        NameInContext& name = parts_[k];
        if (!is_entity(findings_.mentions[k].type)) continue;
        const bool first = name.at.begin - sentence.begin <= number && name.mark == Mark::none && !name.listed;
        const std::string_view rest = std::string_view(text_.folded).substr(name.end_of_noun);
        if (first && rest.starts_with("、")) name.mark = Mark::topic;
        return;
    }
}

const NameInContext& Contexts::part_of(std::size_t mention) {
    if (!read_[mention]) {
        const std::size_t at = findings_.mentions[mention].span.begin;
        const auto next =
            std::upper_bound(findings_.sentences.begin(), findings_.sentences.end(), at,
                             [](std::size_t offset, const Sentence& sentence) { return offset < sentence.span.begin; });
        const bool inside = next != findings_.sentences.begin() && at < std::prev(next)->span.end;
        if (inside) {
            read_parts(std::prev(next)->span);
        } else {
            const auto block =
                std::upper_bound(text_.blocks.begin(), text_.blocks.end(), at,
                                 [](std::size_t offset, const TextBlock& other) { return offset < other.span.begin; });
            read_parts(block == text_.blocks.begin() ? findings_.mentions[mention].span : std::prev(block)->span);
        }
        read_[mention] = true;
    }
    return parts_[mention];
}

void Contexts::add_names(MentionRange range, Sign scope) {
    for (std::size_t k = range.begin; k < range.end; ++k) {
        if (!is_entity(findings_.mentions[k].type)) continue;
        context_.names.push_back(part_of(k));
        context_.names.back().scope = scope;
    }
}

/// Names that nobody knows, and the known ones that go on as such.
void Contexts::find_strange() {
    const auto opens = [&](Span name) { return begins_clause(slice(text_.folded, {context_.span.begin, name.begin})); };
    context_.strange.clear();
    const std::span<const Mention> mentions(findings_.mentions.data() + context_.mentions.begin,
                                            context_.mentions.end - context_.mentions.begin);
    find_strange_names(text_.folded, context_.span, mentions, context_.strange);
    context_.strange_opening = !context_.strange.empty() && opens(context_.strange.front());
    for (NameInContext& name : context_.names) {
        name.longer = goes_on_as_strange(text_.folded, name.at, context_.strange);
        if (name.longer && opens(name.at)) context_.strange_opening = true;
    }
}

bool Contexts::has_strange(std::size_t heading) {
    const auto span = outline_.folded_block(heading);
    if (!span) return false;
    const auto [known, is_new] = strange_headings_.try_emplace(heading, false);
    if (is_new) {
        const MentionRange range = outline_.mentions().in(*span);
        std::vector<Span> strange;
        find_strange_names(text_.folded, *span, {findings_.mentions.data() + range.begin, range.end - range.begin},
                           strange);
        known->second = !strange.empty();
    }
    return known->second;
}

/// The entity that 同社 or "the chip" stands for: the nearest before it that fits, one that was a topic first.
std::optional<std::size_t> Contexts::referred(std::string_view what, Span at) {
    const auto fits = [&](MentionType type) {
        if (what == "company") return type == MentionType::company;
        if (what == "system") return type == MentionType::system;
        return type == MentionType::chip || type == MentionType::system || type == MentionType::product;
    };
    const MentionRange before = outline_.mentions().in({0, at.begin});
    constexpr std::size_t looks_back = 24;
    std::size_t seen = 0;
    std::optional<std::size_t> nearest;
    for (std::size_t k = before.end; k > before.begin && seen < looks_back; --k) {
        const Mention& mention = findings_.mentions[k - 1];
        if (!is_entity(mention.type)) continue;
        ++seen;
        if (!fits(mention.type)) continue;
        const Mark mark = part_of(k - 1).mark;
        if (mark == Mark::topic || mark == Mark::subject) return k - 1;
        if (mark == Mark::baseline || mark == Mark::speaker) continue;
        if (!nearest) nearest = k - 1;
    }
    return nearest;
}

void Contexts::add_references() {
    const std::size_t known = context_.cues.size();
    for (std::size_t k = 0; k < known; ++k) {
        const CueInContext& cue = context_.cues[k];
        if (cue.cue->sort != CueSort::reference) continue;
        const auto mention = referred(cue.cue->attribute, cue.span);
        if (!mention) continue;
        NameInContext name{*mention, cue.span, Sign::in_sentence};
        name.end_of_noun = end_of_noun(text_.folded, context_.span, cue.span);
        name.mark = mark_of(text_.folded, context_.span, cue.span, name.end_of_noun);
        name.aside = in_brackets(text_.folded, context_.span, cue.span.begin);
        name.reference = true;
        context_.names.push_back(name);
    }
}

void Contexts::add_earlier(Span block) {
    MentionRange range = outline_.mentions().in({block.begin, context_.span.begin});
    if (range.end - range.begin > names_remembered) range.begin = range.end - names_remembered;
    add_names(range, Sign::earlier_sentence);
}

void Contexts::add_above(std::size_t block) {
    const Block& own = document_.blocks[block];
    constexpr int deepest = 8;
    constexpr std::size_t most_above = 64;  // names of one line over it: a page in large letters is no heading
    std::size_t over = own.lead_in;
    for (int steps = 0; over != no_block && steps < deepest; ++steps, over = document_.blocks[over].lead_in) {
        if (const auto span = outline_.folded_block(over)) {
            MentionRange range = outline_.mentions().in(*span);
            range.end = std::min(range.end, range.begin + most_above);
            add_names(range, Sign::lead_in);
            add_heading_cues(over, CuePlace::above);
        }
    }
    Sign scope = Sign::section_heading;
    std::size_t heading = own.heading;
    for (int steps = 0; heading != no_block && steps < deepest; ++steps, heading = document_.blocks[heading].heading) {
        if (const auto span = outline_.folded_block(heading)) {
            MentionRange range = outline_.mentions().in(*span);
            range.end = std::min(range.end, range.begin + most_above);
            add_names(range, scope);
            add_heading_cues(heading, scope == Sign::section_heading ? CuePlace::above : CuePlace::far);
        }
        scope = Sign::upper_heading;
    }
}

/// The other cells of the row: the key of a table may stand in any column.
void Contexts::add_row(std::size_t block) {
    const Block& own = document_.blocks[block];
    if (own.kind != BlockKind::table_cell) return;
    constexpr std::size_t widest = 16;
    const auto same_row = [&](std::size_t other) {
        const Block& cell = document_.blocks[other];
        return cell.kind == BlockKind::table_cell && cell.table == own.table && cell.row == own.row;
    };
    for (std::size_t k = 1; k <= std::min(widest, block) && same_row(block - k); ++k) {
        if (block - k == own.row_heading) continue;
        if (const auto span = outline_.folded_block(block - k))
            add_names(outline_.mentions().in(*span), Sign::same_row);
    }
}

/// The names of the blocks before it, back to the heading.
void Contexts::add_before(std::size_t block) {
    const std::size_t index = outline_.text_block(block);
    constexpr std::size_t blocks_back = 4;
    for (std::size_t back = 1; back <= std::min(blocks_back, index); ++back) {
        const TextBlock& before = text_.blocks[index - back];
        if (before.kind == BlockKind::heading || before.kind == BlockKind::table_cell) break;
        MentionRange range = outline_.mentions().in(before.span);
        if (range.end - range.begin > names_remembered) range.begin = range.end - names_remembered;
        add_names(range, Sign::previous_block);
    }
}

void Contexts::add_topics() {
    const auto add = [&](std::size_t mention, Sign scope) {
        context_.names.push_back({mention, findings_.mentions[mention].span, scope});
    };
    if (last_ != no_mention) add(last_, Sign::last_topic);
    add_names(outline_.mentions().in(outline_.title()), Sign::title);
    for (const Outline::Topic& topic : outline_.topics()) add(topic.mention, Sign::document_topic);
}

/// `政府は…`, `投資家は…`: what the sentence speaks of is neither a name nor a word for a figure of one.
bool Contexts::speaks_of_another() const {
    const std::string_view text = std::string_view(text_.folded).substr(0, context_.span.end);
    constexpr std::string_view particle = "は";
    for (std::size_t at = text.find(particle, context_.span.begin); at != text.npos;
         at = text.find(particle, at + particle.size())) {
        std::size_t begin = at;
        while (begin > context_.span.begin) {
            const auto before = decode_before(text, begin);
            if (!is_han(before.value) && !is_katakana(before.value) && !is_latin(before.value)) break;
            begin -= before.size;
        }
        const Span noun{begin, at};
        if (noun.size() < 2 * particle.size()) continue;
        const auto touches = [&](Span other) { return other.overlaps(noun) || (begin > 0 && other.end == begin); };
        const bool cue = std::any_of(context_.cues.begin(), context_.cues.end(), [&](const CueInContext& hit) {
            return hit.place == CuePlace::sentence && touches(hit.span);
        });
        const MentionRange near = outline_.mentions().in({begin - std::min<std::size_t>(begin, 60), at});
        const bool named = std::any_of(findings_.mentions.begin() + static_cast<std::ptrdiff_t>(near.begin),
                                       findings_.mentions.begin() + static_cast<std::ptrdiff_t>(near.end),
                                       [&](const Mention& mention) { return touches(mention.span); });
        const std::string_view word = slice(text, noun);
        const bool refers = word.starts_with("同") || word.starts_with("本") || word.starts_with("新") ||
                            word.starts_with("今") || word.starts_with("当") || word.ends_with("期") ||
                            word.ends_with("年") || word.ends_with("月") || word.ends_with("時点") ||
                            word.ends_with("企業") || word.ends_with("価格");
        return !cue && !named && !refers;
    }
    return false;
}

/// "Quartz64 will cost ...": capitals or digits at the beginning that no mention covers.
bool Contexts::opens_unknown() const {
    const std::string_view sentence = slice(text_.folded, context_.span);
    constexpr std::size_t looked_at = 60;
    std::size_t at = 0;
    bool first = true;
    while (at < std::min(sentence.size(), looked_at)) {
        const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
        const std::string_view word = sentence.substr(at, end - at);
        const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
        const bool odd = std::any_of(word.begin() + (word.empty() ? 0 : 1), word.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
        const std::size_t place = context_.span.begin + at;
        const MentionRange near =
            outline_.mentions().in({place - std::min<std::size_t>(place, 40), place + word.size()});
        const bool known = std::any_of(findings_.mentions.begin() + static_cast<std::ptrdiff_t>(near.begin),
                                       findings_.mentions.begin() + static_cast<std::ptrdiff_t>(near.end),
                                       [&](const Mention& mention) {
                                           return mention.span.begin < place + word.size() && place < mention.span.end;
                                       });
        if (capital && !known && !is_shorthand(word) && (!first || odd)) return true;
        if (!first && !capital) return false;
        first = false;
        at = end + 1;
    }
    return false;
}

const SentenceContext& Contexts::of(const Sentence& sentence) {
    context_.cues.clear();
    context_.names.clear();
    context_.span = sentence.span;
    context_.mentions = outline_.mentions().in(sentence.span);
    context_.block_index = text_.blocks[sentence.block].block;
    context_.block = &document_.blocks[context_.block_index];
    add_cues(sentence.span, CuePlace::sentence, context_.cues);
    add_names(context_.mentions, Sign::in_sentence);
    find_strange();
    add_references();
    context_.row_heading = outline_.folded_block(context_.block->row_heading);
    if (context_.row_heading) {
        add_names(outline_.mentions().in(*context_.row_heading), Sign::row_heading);
        add_heading_cues(context_.block->row_heading, CuePlace::heading);
    }
    if (const auto column = outline_.folded_block(context_.block->column_heading)) {
        add_names(outline_.mentions().in(*column), Sign::column_heading);
        add_heading_cues(context_.block->column_heading, CuePlace::heading);
    }
    add_earlier(text_.blocks[sentence.block].span);
    add_above(context_.block_index);
    add_row(context_.block_index);
    add_before(context_.block_index);
    add_topics();
    context_.strange_heading = has_strange(context_.block->heading);
    context_.unknown_opening = context_.strange_opening || opens_unknown() || speaks_of_another();
    return context_;
}

}  // namespace hardfacts
