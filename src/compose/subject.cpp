#include "compose/subject.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "compose/fitness.h"
#include "compose/foreground.h"
#include "compose/word_list.h"

namespace hardfacts {

namespace {

/// A lead over the next name below this, in hundredths, leaves the subject open.
constexpr int least_lead = 60;
constexpr std::size_t touching = 3;
constexpr std::size_t near_bytes = 24;
constexpr std::size_t goes_on_for = 3;  // blocks

Sign sign_of(Mark mark) {
    return static_cast<Sign>(static_cast<std::size_t>(Sign::mark_none) + static_cast<std::size_t>(mark));
}

/// "acquired X", `Xを買収`; not where only a part of X is bought ("acquired X's sensor business").
bool is_bought(const SubjectQuestion& question, Span name) {
    std::string_view rest = question.text.substr(name.end);
    for (const std::string_view mark : {"**", "」", "』", "社", "氏"}) {
        if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
    }
    if (starts_with_any(rest, {"を", "の買収", "買収", "'s acquisition by"})) return true;
    if (starts_with_any(rest, {"'s ", "’s ", "' "})) return false;
    std::string_view head = question.text.substr(0, name.begin);
    for (const std::string_view word : {"**", "startup ", "company ", "firm ", "chipmaker ", "the ", "AI "}) {
        if (head.ends_with(word)) head.remove_suffix(word.size());
    }
    return ends_with_any(head, {"acquire ", "acquired ", "acquires ", "acquiring ", "acquisition of ", "takeover of ",
                                "buyout of ", "buy ", "bought ", "buys ", "buying ", "purchase of ", "merger with "});
}

/// A part of a whole is told of anyone, unless a word as plain as "margin" says of what it is the part.
bool tells_of_anyone(const SubjectQuestion& question) {
    const AttributeChoice& attribute = question.attribute;
    constexpr int plain = 8;
    if (!attribute.cue_span.empty() && is_word_of_accounts(slice(question.text, attribute.cue_span))) return false;
    if (attribute.attribute == "other_share") return attribute.cue == nullptr || attribute.cue->weight < plain;
    return is_told_of_anyone(attribute.kind, attribute.attribute);
}

class Weigher {
public:
    Weigher(const SubjectQuestion& question, const SubjectWeights& weights)
        : question_(question),
          weights_(weights),
          value_(question.findings.mentions[question.value].span),
          fitness_(fitness_in(question)),
          front_(foreground_of(value_, question.attribute.attribute, fitness_, question.context, question.findings,
                               question.outline)) {}

    /// False for a name that cannot be the subject at all.
    bool weigh(const NameInContext& name, SubjectCandidate& out) const {
        const Mention& mention = question_.findings.mentions[name.mention];
        const Fitness fitness = fits(mention);
        if (fitness == Fitness::none) return false;
        if (value_.contains(name.at) && !counted_inside(mention)) return false;
        if (name.scope == Sign::in_sentence && is_other_party(name)) return false;
        out.name = &name;
        out.signs.reset();
        give(out, name.scope);
        give(out, fitness == Fitness::well ? Sign::fits_well : Sign::fits_barely);
        if (tells_of_anyone(question_) || question_.attribute.attribute.starts_with("other_"))
            give(out, is_near(name.scope) ? Sign::told_of_anyone : Sign::told_from_afar);
        if (question_.attribute.attribute == "acquisition_price" && is_bought(question_, name.at))
            give(out, Sign::bought);
        if (is_ingredient(mention, question_.attribute.attribute)) give(out, Sign::ingredient);
        if (!mention.known) give(out, Sign::unknown);
        if (question_.context.unknown_opening && name.scope != Sign::in_sentence) give(out, Sign::unknown_opening);
        weigh_document(name, out);
        if (name.scope == Sign::in_sentence) {
            weigh_sentence(name, out);
        } else {
            weigh_from_afar(name, out);
        }
        out.score = 0;
        constexpr std::size_t half = 64;
        static_assert(sign_count <= 2 * half);
        const std::bitset<sign_count> low(~std::uint64_t{0});
        add_up((out.signs & low).to_ullong(), 0, out.score);
        add_up((out.signs >> half).to_ullong(), half, out.score);
        return true;
    }

private:
    std::uint32_t entity_of(const NameInContext& name) const { return question_.outline.entity(name.mention); }
    Fitness fits(const Mention& mention) const {
        if (is_device(mention) && has_parts(question_.attribute.attribute)) return Fitness::well;
        return fitness_[static_cast<std::size_t>(mention.type)];
    }

    void add_up(std::uint64_t signs, std::size_t first, int& score) const {
        for (; signs != 0; signs &= signs - 1) {
            score += weights_.of(static_cast<Sign>(first + static_cast<std::size_t>(std::countr_zero(signs))));
        }
    }

    /// What a share costs is told of the company, what a thing costs is not.
    static FitnessByType fitness_in(const SubjectQuestion& question) {
        const AttributeChoice& attribute = question.attribute;
        const bool shares =
            attribute.attribute == "price" && !attribute.cue_span.empty() &&
            starts_with_any(slice(question.text, attribute.cue_span), {"stock", "Stock", "share", "Share", "株"});
        return shares ? fitness_by_type("money", "market_cap") : fitness_by_type(attribute.kind, attribute.attribute);
    }

    /// Whose part in the sentence can only be another one: who pays in a funding, who buys.
    bool is_other_party(const NameInContext& name) const {
        const std::string_view attribute = question_.attribute.attribute;
        if (attribute == "funding" || attribute == "subsidy") return name.mark == Mark::source_of;
        if (attribute == "investment")
            return name.mark == Mark::receiver &&
                   question_.findings.mentions[name.mention].type == MentionType::company;
        if (attribute != "acquisition_price" || is_bought(question_, name.at)) return false;
        return std::any_of(question_.context.names.begin(), question_.context.names.end(),
                           [&](const NameInContext& other) {
                               return other.scope == Sign::in_sentence && is_bought(question_, other.at);
                           });
    }

    /// In the sentence, or over its list, row or column.
    static bool is_near(Sign scope) {
        return scope == Sign::in_sentence || scope == Sign::lead_in || scope == Sign::row_heading ||
               scope == Sign::column_heading || scope == Sign::same_row;
    }

    static void give(SubjectCandidate& out, Sign sign) { out.signs.set(static_cast<std::size_t>(sign)); }

    /// `eight A100 accelerators` counts what is named inside it.
    bool counted_inside(const Mention& mention) const {
        return question_.attribute.attribute == "units" &&
               (mention.type == MentionType::chip || mention.type == MentionType::system);
    }

    void weigh_document(const NameInContext& name, SubjectCandidate& out) const {
        const std::uint32_t entity = entity_of(name);
        const Outline::Named& named = question_.outline.named(entity);
        constexpr std::size_t often = 3;
        if (named.in_title) give(out, Sign::title_names_it);
        if (named.times >= often) give(out, Sign::named_often);
        if (named.most) give(out, Sign::most_named);
        if (named.dominant && name.scope == Sign::document_topic) give(out, Sign::dominant);
        if (entity == Outline::no_entity) return;
        if (entity == question_.memory.of_document) give(out, Sign::decided_last);
        if (entity == question_.memory.of_sentence) give(out, Sign::last_subject);
        if (entity == question_.memory.of_block) give(out, Sign::last_subject_of_block);
    }

    /// A name outside the sentence: what part it played where it stands, and whether the sentence has one of its own.
    void weigh_from_afar(const NameInContext& name, SubjectCandidate& out) const {
        switch (name.mark) {
            case Mark::topic:
            case Mark::subject: give(out, Sign::earlier_topic); break;
            case Mark::receiver:
            case Mark::companion:
            case Mark::place:
            case Mark::source_of:
            case Mark::baseline:
            case Mark::speaker: give(out, Sign::earlier_oblique); break;
            default: break;
        }
        if (name.opens) give(out, Sign::earlier_opens);
        if (name.label) give(out, Sign::earlier_label);
        if (front_.insider) give(out, Sign::insider_there);
        const bool in_block = name.scope == Sign::earlier_sentence || name.scope == Sign::lead_in;
        const std::vector<Span>& strange = question_.context.strange;
        if (!strange.empty() && strange.front().end <= value_.begin) give(out, Sign::strange_between);
        if (question_.context.strange_heading && !in_block) give(out, Sign::strange_heading);
        const std::uint32_t entity = entity_of(name);
        if (entity == Outline::no_entity) return;
        if (entity == front_.latest) give(out, Sign::latest_name);
        if (entity == front_.latest_topic) give(out, Sign::latest_topic);
        if (entity == front_.title_sole) give(out, Sign::title_sole);
        if (front_.nearest_heading > 0 && heading_rank(name.scope) > front_.nearest_heading)
            give(out, Sign::headed_nearer);
        const SubjectMemory& memory = question_.memory;
        const bool near = question_.context.block_index - memory.block <= goes_on_for &&
                          question_.context.block->heading == memory.heading;
        if (entity == memory.of_document && near && memory.kind == question_.attribute.kind) give(out, Sign::goes_on);
    }

    void weigh_sentence(const NameInContext& name, SubjectCandidate& out) const {
        give(out, sign_of(name.mark));
        if (name.reference) give(out, Sign::referred_to);
        if (name.opens) give(out, Sign::opens_sentence);
        if (name.label) give(out, Sign::label);
        if (name.aside != question_.aside) give(out, Sign::aside);
        if (name.aside && question_.aside) give(out, Sign::same_aside);
        if (counts(name)) give(out, Sign::counted);
        if (owns_cue(name)) give(out, Sign::owns_cue);
        if (name.longer) give(out, Sign::longer_name);
        const MentionType type = question_.findings.mentions[name.mention].type;
        if (name.mark == Mark::companion && type != MentionType::company) give(out, Sign::component);
        if (name.modifies) give(out, Sign::modifies_noun);
        const bool acts = name.mark == Mark::topic || name.mark == Mark::subject;
        if (acts && fits(question_.findings.mentions[name.mention]) == Fitness::well) give(out, Sign::subject_fits);
        if (name.mention == front_.subject) give(out, Sign::nearest_subject);
        weigh_strangers(name, out);
        const bool before = name.at.end <= value_.begin;
        if (!before) give(out, Sign::behind_value);
        weigh_distance(name, before, out);
        if (names_maker_of_fitting(name)) give(out, Sign::names_maker);
    }

    /// A name that nobody knows stands between this one and the value, or is what the sentence opens with.
    void weigh_strangers(const NameInContext& name, SubjectCandidate& out) const {
        const std::vector<Span>& strange = question_.context.strange;
        const Span between = name.at.end <= value_.begin ? Span{name.at.end, value_.begin}
                                                         : Span{value_.end, std::max(name.at.begin, value_.end)};
        const bool parted = std::any_of(strange.begin(), strange.end(),
                                        [&](Span other) { return !other.empty() && between.contains(other); });
        if (parted) give(out, Sign::strange_between);
        if (question_.context.strange_opening && strange.front().begin < name.at.begin) give(out, Sign::behind_strange);
    }

    void weigh_distance(const NameInContext& name, bool before, SubjectCandidate& out) const {
        const std::size_t end = before ? std::max(name.end_of_noun, name.at.end) : name.at.end;
        const std::size_t gap = before ? (value_.begin > end ? value_.begin - end : 0)
                                       : (name.at.begin > value_.end ? name.at.begin - value_.end : 0);
        if (gap <= touching)
            give(out, before ? Sign::touches_before : Sign::touches_after);
        else if (gap <= near_bytes)
            give(out, before ? Sign::near_before : Sign::near_after);
        if (count_clause_breaks(question_.text, name.at, value_) == 0) give(out, Sign::same_clause);
        const std::size_t from = before ? name.at.end : value_.end;
        const std::size_t to = before ? value_.begin : name.at.begin;
        for (const NameInContext& other : question_.context.names) {
            if (other.scope != Sign::in_sentence) break;
            if (other.at.begin < from || other.at.end > to || other.mark == Mark::baseline) continue;
            if (entity_of(other) == entity_of(name)) continue;
            const Mention& mention = question_.findings.mentions[other.mention];
            if (fits(mention) == Fitness::well && !is_ingredient(mention, question_.attribute.attribute)) {
                give(out, Sign::fitting_between);
                return;
            }
        }
    }

    /// `24,000基ものMI355X`, `130K MI355X`, `MI355Xを24,000基`.
    bool counts(const NameInContext& name) const {
        const Mention& mention = question_.findings.mentions[name.mention];
        if (question_.attribute.attribute == "price") {  // "the $599 Borealis 9"
            return mention.type != MentionType::company && name.at.begin == value_.end + 1 &&
                   name.mark != Mark::companion;
        }
        const bool straight = name.at.begin == value_.end + 1 && question_.text[value_.end] == ' ';
        if (question_.attribute.attribute == "core_count" && straight) {  // "the 16-core Borealis 9"
            return fits(mention) == Fitness::well && !is_ingredient(mention, question_.attribute.attribute);
        }
        if (question_.attribute.attribute != "units") return false;
        if (mention.type != MentionType::chip && mention.type != MentionType::system) return false;
        if (value_.contains(name.at)) return true;
        constexpr std::size_t few = 14;
        if (name.at.begin >= value_.end) {
            return name.at.begin - value_.end <= few && count_clause_breaks(question_.text, name.at, value_) == 0;
        }
        return name.mark == Mark::object && count_clause_breaks(question_.text, name.at, value_) == 0;
    }

    /// `Xの売上高`, "X's revenue", "revenue of X": the word that tells the attribute stands right beside the name.
    bool owns_cue(const NameInContext& name) const {
        const Span cue = question_.attribute.cue_span;
        if (cue.empty() || !question_.context.span.contains(cue)) return false;
        constexpr std::size_t beside = 5;
        const std::size_t end = std::max(name.end_of_noun, name.at.end);
        if (cue.begin >= end) return cue.begin - end <= beside && name.mark != Mark::baseline;
        const bool behind = name.at.begin >= cue.end && name.at.begin - cue.end <= beside;
        return behind && slice(question_.text, {cue.end, name.at.begin}).find("of") != std::string_view::npos;
    }

    /// "NVIDIA's H100": the maker stands there for the chip's sake.
    bool names_maker_of_fitting(const NameInContext& name) const {
        const Mention& maker = question_.findings.mentions[name.mention];
        if (maker.type != MentionType::company) return false;
        return std::any_of(
            question_.context.names.begin(), question_.context.names.end(), [&](const NameInContext& other) {
                const Mention& mention = question_.findings.mentions[other.mention];
                return other.scope == Sign::in_sentence && mention.maker == maker.entity &&
                       !is_ingredient(mention, question_.attribute.attribute) && fits(mention) == Fitness::well;
            });
    }

    const SubjectQuestion& question_;
    const SubjectWeights& weights_;
    Span value_;
    FitnessByType fitness_{};  ///< by type of entity
    Foreground front_;
};

}  // namespace

SubjectChoice choose_subject(const SubjectQuestion& question, const SubjectWeights& weights) {
    SubjectChoice choice;
    const Weigher weigher(question, weights);
    const auto entity_of = [&](const NameInContext& name) { return question.outline.entity(name.mention); };
    SubjectCandidate candidate{};
    constexpr std::size_t usual = 16;
    choice.candidates.reserve(std::min(usual, question.context.names.size()));
    for (const NameInContext& name : question.context.names) {
        if (!weigher.weigh(name, candidate)) continue;
        const auto same =
            std::find_if(choice.candidates.begin(), choice.candidates.end(),
                         [&](const SubjectCandidate& other) { return entity_of(*other.name) == entity_of(name); });
        if (same == choice.candidates.end()) {
            choice.candidates.push_back(candidate);
        } else if (candidate.score > same->score) {
            *same = candidate;
        }
    }
    for (std::size_t k = 1; k < choice.candidates.size(); ++k) {  // few; std::stable_sort allocates
        for (std::size_t j = k; j > 0 && choice.candidates[j].score > choice.candidates[j - 1].score; --j) {
            std::swap(choice.candidates[j], choice.candidates[j - 1]);
        }
    }
    if (choice.candidates.empty()) return choice;
    const SubjectCandidate& best = choice.candidates[0];
    int next = weights.of(Sign::open);
    if (choice.candidates.size() > 1) next = std::max(next, choice.candidates[1].score);
    choice.lead = best.score - next;
    choice.scope = best.name->scope;
    // "A and B signed a contract": word order does not tell who supplies whom.
    const bool either = question.attribute.attribute == "contract_value" && best.name->listed;
    const bool far = choice.scope == Sign::document_topic || choice.scope == Sign::title ||
                     choice.scope == Sign::previous_block || choice.scope == Sign::last_topic;
    const bool titled = best.signs[static_cast<std::size_t>(Sign::title_names_it)] || !question.outline.has_title();
    if (far && !titled && tells_of_anyone(question)) return choice;
    // What a document counts in passing is not told of its topic: of 10 such counts readers accepted 1.
    constexpr std::array<std::string_view, 4> own = {"units", "employees", "parameters", "tokens"};
    const bool counted = question.attribute.kind == "count" &&
                         std::find(own.begin(), own.end(), question.attribute.attribute) == own.end();
    if (counted && (far || choice.scope == Sign::upper_heading)) return choice;
    // Who buys is named more often than what is bought, and a part of a company is not the company.
    const bool buyer =
        question.attribute.attribute == "acquisition_price" && !best.signs[static_cast<std::size_t>(Sign::bought)];
    if (choice.lead >= least_lead && !either && !buyer) choice.mention = best.name->mention;
    return choice;
}

}  // namespace hardfacts
