#include "compose/compose.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>

#include "compose/attribute.h"
#include "compose/confidence.h"
#include "compose/context.h"
#include "compose/grammar.h"
#include "compose/measure.h"
#include "compose/modality.h"
#include "compose/qualifiers.h"
#include "compose/relations.h"
#include "compose/restatement.h"
#include "compose/roles.h"
#include "compose/rule_claims.h"
#include "compose/rules.h"
#include "compose/subject.h"
#include "compose/table_relations.h"
#include "compose/why_no_claim.h"
#include "knowledge/attributes.h"
#include "knowledge/claim_rules.h"
#include "knowledge/names.h"

namespace hardfacts {

namespace {

Span joined(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

/// The shortest stretch that shows value and subject where both stand in the sentence, or in one table row.
Span evidence_of(const Mention& value, const SubjectCandidate* subject, const SentenceContext& context) {
    if (subject != nullptr && context.span.contains(subject->name->at)) return joined(value.span, subject->name->at);
    if (context.row_heading && context.row_heading->end <= value.span.begin) {
        return joined(value.span, *context.row_heading);
    }
    return context.span;
}

class Composer {
public:
    Composer(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge,
             std::span<const RuleHit> hits, std::vector<Decision>* decisions)
        : text_(text),
          findings_(findings),
          knowledge_(knowledge),
          contexts_(document, text, findings, *knowledge.attributes),
          rules_(hits),
          decisions_(decisions) {}

    std::vector<Claim> run() {
        claims_.reserve(static_cast<std::size_t>(std::count_if(
            findings_.mentions.begin(), findings_.mentions.end(),
            [](const Mention& mention) { return !is_entity(mention.type) && mention.type != MentionType::date; })));
        std::size_t next = 0;
        std::size_t block = no_block;
        for (const Sentence& sentence : findings_.sentences) {
            while (next < findings_.mentions.size() && findings_.mentions[next].span.begin < sentence.span.begin)
                ++next;
            if (sentence.block != block) {
                chosen_.clear();
                memory_.of_block = Outline::no_entity;
                of_block_.clear();
            }
            block = sentence.block;
            memory_.of_sentence = Outline::no_entity;
            segment_.words.clear();
            metric_.words.clear();
            of_block_.insert(of_block_.end(), chosen_.begin(), chosen_.end());
            if (std::ssize(of_block_) > remembered) of_block_.erase(of_block_.begin(), of_block_.end() - remembered);
            chosen_.clear();
            const SentenceContext* context = nullptr;
            for (; next < findings_.mentions.size() && findings_.mentions[next].span.begin < sentence.span.end;
                 ++next) {
                const Mention& mention = findings_.mentions[next];
                if (is_entity(mention.type) || mention.type == MentionType::date) continue;
                if (context == nullptr) {
                    context = &contexts_.of(sentence);
                    brackets_ = BracketReader(text_.folded, sentence.span);
                }
                decide(next, *context);
            }
        }
        return std::move(claims_);
    }

private:
    struct Chosen {
        std::string_view measure;
        AttributeChoice choice;
    };

    struct Column {
        std::uint32_t number;
        Chosen told;
    };

    static const AttributeChoice* last_of(const std::vector<Chosen>& chosen, std::string_view measure) {
        for (std::size_t k = chosen.size(); k > 0; --k) {
            if (chosen[k - 1].measure == measure) return &chosen[k - 1].choice;
        }
        return nullptr;
    }

    /// `Aが1億ドル、Bが2億ドルを調達`: the verb behind the list speaks for its first value too.
    std::optional<AttributeChoice> attribute_behind(std::size_t index, std::string_view measure,
                                                    const SentenceContext& context,
                                                    std::span<const Mention> sentence) const {
        const std::string_view after = std::string_view(text_.folded).substr(findings_.mentions[index].span.end);
        if (!after.starts_with("、") && !after.starts_with(", ") && !after.starts_with("・")) return std::nullopt;
        for (std::size_t k = index + 1; k < context.mentions.end; ++k) {
            const Mention& next = findings_.mentions[k];
            if (is_entity(next.type) || measure_of(next) != measure) continue;
            if (auto own =
                    choose_attribute({next, measure, sentence, context.cues, text_.folded}, *knowledge_.attributes)) {
                if (own->cue_span.begin >= next.span.end) return own;
            }
            const std::string_view rest = std::string_view(text_.folded).substr(next.span.end);
            if (!rest.starts_with("、") && !rest.starts_with(", ") && !rest.starts_with("・")) return std::nullopt;
        }
        return std::nullopt;
    }

    /// What the cells over this one told, by word, of values of the measure.
    const AttributeChoice* column_before(const SentenceContext& context, std::string_view measure) const {
        if (context.block->kind != BlockKind::table_cell || context.block->table != table_) return nullptr;
        const auto kept = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) {
            return column.number == context.block->column && column.told.measure == measure;
        });
        return kept == columns_.end() ? nullptr : &kept->told.choice;
    }

    void keep_column(const SentenceContext& context, std::string_view measure, const AttributeChoice& choice) {
        if (context.block->kind != BlockKind::table_cell || choice.cue == nullptr || choice.cue_span.empty()) return;
        if (context.block->table != table_) columns_.clear();
        table_ = context.block->table;
        std::erase_if(columns_, [&](const Column& column) {
            return column.number == context.block->column && column.told.measure == measure;
        });
        columns_.push_back({context.block->column, {measure, choice}});
    }

    /// A value that says the one before it again in brackets makes the same claim.
    bool restate(std::size_t index, const SentenceContext& context) {
        if (claims_.empty() || claims_.back().value < context.mentions.begin) return false;
        const Mention& value = findings_.mentions[index];
        const auto restatement = restatement_of(findings_.mentions[claims_.back().value], value, text_.folded);
        if (!restatement) return false;
        Claim claim = claims_.back();
        claim.restates = claim.value;
        claim.value = index;
        claim.evidence = joined(claim.evidence, value.span);
        claim.rule = "binder.restatement";
        if (!restatement->rate.empty()) {
            claim.qualifiers.emplace_back("implied_rate", restatement->rate);
            std::sort(claim.qualifiers.begin(), claim.qualifiers.end());
        }
        if (!restatement->plausible) {
            claim.doubt = "said again as another amount than the one before it";
            if (!restatement->rate.empty()) claim.doubt += ", at " + restatement->rate;
        }
        if (decisions_ != nullptr) {
            Decision decision = decisions_->back();
            decision.value = index;
            decision.attribute_by = "the value it restates";
            decisions_->push_back(std::move(decision));
        }
        claims_.push_back(std::move(claim));
        return true;
    }

    void decide(std::size_t index, const SentenceContext& context) {
        const Mention& value = findings_.mentions[index];
        const bool aside = brackets_.inside(value.span.begin);
        if (restate(index, context)) return;
        const std::span<const Mention> sentence(findings_.mentions.data() + context.mentions.begin,
                                                context.mentions.end - context.mentions.begin);
        const std::string_view measure = measure_of(value);
        if (const std::string_view why = why_no_claim(value, measure, text_.folded); !why.empty()) {
            return tell(index, measure, nullptr, nullptr, why);
        }
        AttributeQuestion question_of{value, measure, sentence, context.cues, text_.folded};
        question_of.before = last_of(chosen_, measure);
        question_of.money_before = last_of(chosen_, "money");
        question_of.block_before = last_of(of_block_, measure);
        question_of.column_before = column_before(context, measure);
        const auto behind = attribute_behind(index, measure, context, sentence);
        if (behind) question_of.behind = &*behind;
        auto attribute = choose_attribute(question_of, *knowledge_.attributes);
        const RuleHit* hit = rules_.of(index);
        if (hit != nullptr) attribute = attribute_of(*hit, attribute ? &*attribute : nullptr);
        if (!attribute) return tell(index, measure, nullptr, nullptr, "a value of this kind makes no claim");
        chosen_.push_back({measure, *attribute});
        keep_column(context, measure, *attribute);
        const SubjectQuestion question{index,        *attribute, context, findings_, contexts_.outline(),
                                       text_.folded, memory_,    aside};
        SubjectChoice subject = choose_subject(question, *knowledge_.subject_weights);
        if (hit != nullptr) {
            subject.mention = subject_of(*hit);
            tell(index, measure, &*attribute, &subject, "fact by a rule");
            claims_.push_back(claim_of(*hit, *attribute, subject, context));
            return;
        }
        if (const std::string_view why = why_no_claim(value, *attribute, subject, text_.folded); !why.empty()) {
            return tell(index, measure, &*attribute, &subject, why);
        }
        if (subject_is_doubtful(*attribute, subject)) subject.mention = no_mention;
        tell(index, measure, &*attribute, &subject,
             subject.mention == no_mention ? "fact with an open subject" : "fact");
        claims_.push_back(claim_of(index, *attribute, subject, context));
    }

    Claim claim_of(std::size_t index, const AttributeChoice& attribute, const SubjectChoice& subject,
                   const SentenceContext& context) {
        const Mention& value = findings_.mentions[index];
        Claim claim;
        claim.kind = attribute.kind;
        claim.attribute = attribute.attribute;
        claim.direction = attribute.kind == "ratio" ? attribute.direction : std::string_view{};
        claim.subject = subject.mention;
        claim.value = index;
        claim.roles = roles_of(value, attribute, subject.mention, context, findings_, text_.folded);
        keep_target(claim, context);
        const Modality modality = modality_of(value, context, findings_, text_.folded);
        claim.modality = modality.name;
        if (claim.attribute == "market_size" && claim.modality == "planned") claim.modality = "reported";  // a forecast
        claim.cue = modality.cue;
        claim.source = modality.source;
        add_qualifiers(claim, attribute, context, findings_, text_.folded);
        keep(claim, attribute, "segment", segment_);
        if (claim.attribute == "profit") keep(claim, attribute, "metric", metric_);
        const bool open = subject.mention == no_mention;
        const bool weighed = !open && !subject.candidates.empty();
        claim.evidence = evidence_of(value, weighed ? &subject.candidates[0] : nullptr, context);
        claim.rule = rule_name(attribute, subject);
        claim.confidence = confidence_of(attribute, subject);
        if (!open) {
            memory_.of_sentence = memory_.of_block = memory_.of_document = contexts_.outline().entity(subject.mention);
            memory_.kind = claim.kind;
            memory_.block = context.block_index;
            memory_.heading = context.block->heading;
            contexts_.decided(subject.mention);
        }
        return claim;
    }

    /// What a rule knows of a value stands; the binder adds what it leaves open.
    Claim claim_of(const RuleHit& hit, const AttributeChoice& attribute, const SubjectChoice& subject,
                   const SentenceContext& context) {
        Claim claim = claim_of(hit.captures[hit.rule->claim.value].front(), attribute, subject, context);
        claim.roles = roles_of(hit, claim.roles, findings_);
        for (const auto& [name, words] : hit.rule->claim.qualifiers) {
            const auto told =
                std::find_if(claim.qualifiers.begin(), claim.qualifiers.end(),
                             [&, key = std::string_view(name)](const auto& own) { return own.first == key; });
            if (told == claim.qualifiers.end()) claim.qualifiers.emplace_back(name, words);
        }
        std::sort(claim.qualifiers.begin(), claim.qualifiers.end());
        claim.evidence = joined(hit.span, findings_.mentions[claim.value].span);
        claim.rule = hit.rule->id;
        claim.confidence = hit.rule->confidence;
        return claim;
    }

    /// A qualifier of the last claim of the sentence, and the attribute it was told for.
    struct Kept {
        std::string words;
        std::string_view attribute;
    };

    /// "Data Center revenue was $30.8 billion, up 112%": what is taken over from a value is told of the same part.
    static void keep(Claim& claim, const AttributeChoice& attribute, std::string_view qualifier, Kept& kept) {
        const auto told = std::find_if(claim.qualifiers.begin(), claim.qualifiers.end(),
                                       [&](const auto& own) { return own.first == qualifier; });
        if (told != claim.qualifiers.end()) {
            kept.words = told->second;
        } else if (!attribute.inherited || claim.attribute != kept.attribute) {
            kept.words.clear();
        } else if (!kept.words.empty()) {
            claim.qualifiers.emplace_back(qualifier, kept.words);
            std::sort(claim.qualifiers.begin(), claim.qualifiers.end());
        }
        kept.attribute = claim.attribute;
    }

    /// Who invests says once into whom: a sentence that names no other company goes on about the same target.
    void keep_target(Claim& claim, const SentenceContext& context) {
        if (claim.subject == no_mention || (claim.attribute != "investment" && claim.attribute != "stake")) return;
        const std::string_view investor = findings_.mentions[claim.subject].entity;
        const auto target = std::find_if(claim.roles.begin(), claim.roles.end(),
                                         [](const auto& role) { return role.first == "target"; });
        if (target != claim.roles.end()) {
            investor_ = investor;
            target_ = target->second;
            return;
        }
        if (target_ == no_mention || investor != investor_) return;
        const bool another = std::any_of(context.names.begin(), context.names.end(), [&](const NameInContext& name) {
            const Mention& mention = findings_.mentions[name.mention];
            return name.scope == Sign::in_sentence && mention.type == MentionType::company &&
                   mention.entity != investor;
        });
        if (!another) claim.roles.emplace_back("target", target_);
    }

    void tell(std::size_t index, std::string_view measure, const AttributeChoice* attribute,
              const SubjectChoice* subject, std::string_view outcome) const {
        if (decisions_ == nullptr) return;
        Decision decision;
        decision.value = index;
        decision.measure = measure;
        decision.outcome = outcome;
        if (attribute != nullptr) {
            decision.kind = attribute->kind;
            decision.attribute = attribute->attribute;
            decision.direction = attribute->direction;
            decision.attribute_cue = attribute->cue_span;
            decision.attribute_by = attribute->inherited        ? std::string_view("the value before it")
                                    : attribute->cue != nullptr ? std::string_view(attribute->cue->by)
                                                                : std::string_view("its form");
        }
        decision.open_score = knowledge_.subject_weights->of(Sign::open);
        if (subject != nullptr) add_weighed(*subject, decision);
        decisions_->push_back(std::move(decision));
    }

    void add_weighed(const SubjectChoice& subject, Decision& decision) const {
        decision.lead = subject.lead;
        for (const SubjectCandidate& candidate : subject.candidates) {
            WeighedName name{candidate.name->mention, candidate.name->at, candidate.score, {}};
            for (std::size_t k = 0; k < sign_count; ++k) {
                const Sign sign = static_cast<Sign>(k);
                if (candidate.signs[k]) name.signs.emplace_back(to_string(sign), knowledge_.subject_weights->of(sign));
            }
            decision.weighed.push_back(std::move(name));
        }
    }

    const Text& text_;
    const Findings& findings_;
    const Knowledge& knowledge_;
    Contexts contexts_;
    RuleClaims rules_;
    SubjectMemory memory_;
    BracketReader brackets_{{}, {}};  ///< of this sentence
    static constexpr std::ptrdiff_t remembered = 8;
    std::vector<Chosen> chosen_;    ///< of this sentence
    std::vector<Chosen> of_block_;  ///< of the sentences of the block before it
    std::vector<Column> columns_;   ///< of the table
    std::uint32_t table_ = 0;       ///< whose columns they are
    std::string_view investor_;     ///< entity id: of the last investment that named its target
    std::size_t target_ = no_mention;
    Kept segment_, metric_;
    std::vector<Claim> claims_;
    std::vector<Decision>* decisions_;
};

std::vector<RuleHit> hits_in(const Text& text, const Findings& findings, const Knowledge& knowledge) {
    if (!knowledge.claim_rules) return {};
    return run_rules(text, findings, *knowledge.claim_rules);
}

Composed bound(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge,
               std::span<const RuleHit> hits, std::vector<Decision>* decisions) {
    Composed out;
    out.claims = Composer(document, text, findings, knowledge, hits, decisions).run();
    out.relations = relations_of(hits, findings, knowledge.names.get());
    tell_modality(out.relations, text, findings, *knowledge.attributes);
    add_relations_of(out.claims, findings, out.relations);
    const std::vector<RelationClaim> of_tables = table_relations(document, text, findings);
    out.relations.insert(out.relations.end(), of_tables.begin(), of_tables.end());
    return out;
}

}  // namespace

Composed compose(const Document& document, const Text& text, const Findings& findings, const Knowledge& knowledge,
                 std::vector<Decision>* decisions) {
    return bound(document, text, findings, knowledge, hits_in(text, findings, knowledge), decisions);
}

std::vector<Composed> compose(std::span<const Document> documents, std::span<const Text> texts,
                              std::span<const Findings> findings, const Knowledge& knowledge) {
    std::vector<std::vector<RuleHit>> hits;
    std::vector<Composed> all;
    hits.reserve(documents.size());
    all.reserve(documents.size());
    for (std::size_t k = 0; k < documents.size(); ++k) hits.push_back(hits_in(texts[k], findings[k], knowledge));
    for (std::size_t k = 0; k < documents.size(); ++k) {
        all.push_back(bound(documents[k], texts[k], findings[k], knowledge, hits[k], nullptr));
    }
    return all;
}

}  // namespace hardfacts
