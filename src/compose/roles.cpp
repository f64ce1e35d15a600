#include "compose/roles.h"

#include <algorithm>
#include <optional>

#include "compose/fitness.h"
#include "compose/grammar.h"
#include "model/claim.h"

namespace hardfacts {

namespace {

class RoleFinder {
public:
    RoleFinder(const Mention& value, const AttributeChoice& attribute, std::size_t subject,
               const SentenceContext& context, const Findings& findings, std::string_view text)
        : value_(value), attribute_(attribute), subject_(subject), context_(context), findings_(findings), text_(text) {}

    Roles find() {
        const std::string_view attribute = attribute_.attribute;
        if (attribute_.kind == "ratio") add_baselines();
        if (attribute == "units") add_holder();
        if (attribute == "investment") {
            add_by_mark("target", MentionType::company, {Mark::receiver, Mark::place});
            add_places();
        }
        if (attribute == "funding") add_by_mark("investor", MentionType::company, {Mark::source_of});
        if (attribute == "contract_value") {
            add_by_mark("counterparty", MentionType::company, {Mark::companion, Mark::receiver, Mark::source_of});
        }
        if (attribute == "acquisition_price") add_by_mark("buyer", MentionType::company, {Mark::topic, Mark::subject, Mark::possessor});
        return std::move(roles_);
    }

private:
    bool is_subject(const Mention& mention) const {
        return subject_ != no_mention && findings_.mentions[subject_].entity == mention.entity;
    }

    /// Divided from the value by the end of a clause and more than a few words.
    bool out_of_reach(Span name) const { return count_clause_breaks(text_, name, value_.span) > 1; }

    void add(std::string_view role, std::size_t mention) {
        const std::string_view entity = findings_.mentions[mention].entity;
        const bool told = std::any_of(roles_.begin(), roles_.end(), [&](const auto& known) {
            return known.first == role && findings_.mentions[known.second].entity == entity;
        });
        if (!told) roles_.emplace_back(role, mention);
    }

    void add_by_mark(std::string_view role, MentionType type, std::initializer_list<Mark> marks) {
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence) break;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type != type || is_subject(mention) || out_of_reach(name.at)) continue;
            if (std::find(marks.begin(), marks.end(), name.mark) == marks.end()) continue;
            add(role, name.mention);
        }
    }

    void add_baselines() {
        std::optional<std::size_t> nearest;
        std::size_t least = 0;
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence || name.mark != Mark::baseline) continue;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type == MentionType::place || mention.type == MentionType::person || is_subject(mention)) continue;
            const std::size_t gap = name.at.end <= value_.span.begin ? value_.span.begin - name.at.end
                                                                     : name.at.begin - std::min(name.at.begin, value_.span.end);
            if (!nearest || gap < least) {
                nearest = name.mention;
                least = gap;
            }
        }
        if (nearest) add("baseline", *nearest);
    }

    /// Who has the units: the system that holds the chips, else the company that is the sentence's topic.
    void add_holder() {
        for (const NameInContext& name : context_.names) {
            const Mention& mention = findings_.mentions[name.mention];
            const bool holds = mention.type == MentionType::system || mention.type == MentionType::company;
            if (!holds || is_subject(mention)) continue;
            const bool lead = name.scope == Sign::lead_in && mention.type == MentionType::system;
            const bool topic = name.scope == Sign::in_sentence && (name.mark == Mark::topic || name.mark == Mark::subject ||
                                                                   name.mark == Mark::place || name.label);
            if (!lead && !topic) continue;
            add("holder", name.mention);
            return;
        }
    }

    void add_places() {
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence) break;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type != MentionType::place || out_of_reach(name.at)) continue;
            const bool stands_there = name.mark == Mark::place || name.mark == Mark::receiver;
            if (stands_there) add("location", name.mention);
        }
    }

    const Mention& value_;
    const AttributeChoice& attribute_;
    std::size_t subject_;
    const SentenceContext& context_;
    const Findings& findings_;
    std::string_view text_;
    Roles roles_;
};

}  // namespace

Roles roles_of(const Mention& value, const AttributeChoice& attribute, std::size_t subject,
               const SentenceContext& context, const Findings& findings, std::string_view text) {
    return RoleFinder(value, attribute, subject, context, findings, text).find();
}

}  // namespace hardfacts
