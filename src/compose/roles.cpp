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
        : value_(value),
          attribute_(attribute),
          subject_(subject),
          context_(context),
          findings_(findings),
          text_(text) {}

    Roles find() {
        const std::string_view attribute = attribute_.attribute;
        if (attribute_.kind == "ratio") add_baselines();
        if (attribute == "units") add_holder();
        if (attribute == "investment" || attribute == "stake") {
            add_by_mark("target", MentionType::company, {Mark::receiver, Mark::place});
        }
        if (attribute == "investment" || attribute == "power") add_places();
        if (attribute == "funding") add_by_mark("investor", MentionType::company, {Mark::source_of});
        if (attribute == "contract_value" || attribute == "contract_term") {
            add_by_mark("counterparty", MentionType::company, {Mark::companion, Mark::receiver, Mark::source_of});
            if (roles_.empty()) add_only_other("counterparty");
            if (roles_.empty() && subject_ == no_mention) add_parties();
        }
        if (attribute == "acquisition_price") {
            add_by_mark("buyer", MentionType::company, {Mark::topic, Mark::subject, Mark::possessor});
            if (roles_.empty()) add_only_other("buyer");
        }
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
            if (mention.type != type || is_subject(mention)) continue;
            const bool agent = name.mark == Mark::topic || name.mark == Mark::subject;
            if (!agent && out_of_reach(name.at)) continue;
            if (std::find(marks.begin(), marks.end(), name.mark) == marks.end()) continue;
            add_list(role, type, name);
        }
    }

    /// The name, and those before it in its list: `A、B、Cから`, "from A, B and C".
    void add_list(std::string_view role, MentionType type, const NameInContext& last) {
        std::vector<std::size_t> members = {last.mention};
        Span next = last.at;
        for (auto other = context_.names.rbegin(); other != context_.names.rend(); ++other) {
            if (other->scope != Sign::in_sentence || other->at.end > next.begin) continue;
            const Mention& mention = findings_.mentions[other->mention];
            const bool joined = joins_list(slice(text_, {other->at.end, next.begin}));
            if (!joined || mention.type != type || is_subject(mention)) break;
            members.push_back(other->mention);
            next = other->at;
        }
        for (auto member = members.rbegin(); member != members.rend(); ++member) add(role, *member);
    }

    /// The one company of the sentence that is not the subject, where there is just one.
    void add_only_other(std::string_view role) {
        std::optional<std::size_t> only;
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence) break;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type != MentionType::company || is_subject(mention) || name.mark == Mark::speaker) continue;
            if (only && findings_.mentions[*only].entity != mention.entity) return;
            only = name.mention;
        }
        if (only) add(role, *only);
    }

    /// Whoever signs, where nothing tells who supplies whom.
    void add_parties() {
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence) break;
            if (findings_.mentions[name.mention].type == MentionType::company && name.mark != Mark::speaker) {
                add("counterparty", name.mention);
            }
        }
    }

    void add_baselines() {
        std::optional<std::size_t> nearest;
        std::size_t least = 0;
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence || name.mark != Mark::baseline) continue;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type == MentionType::place || mention.type == MentionType::person || is_subject(mention))
                continue;
            const std::size_t gap = name.at.end <= value_.span.begin
                                        ? value_.span.begin - name.at.end
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
        if (!add_holder(MentionType::system)) add_holder(MentionType::company);
    }

    bool add_holder(MentionType type) {
        for (const NameInContext& name : context_.names) {
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type != type || is_subject(mention)) continue;
            const bool lead = name.scope == Sign::lead_in && type == MentionType::system;
            const bool inside = name.scope == Sign::in_sentence;
            const bool topic = inside && (name.mark == Mark::topic || name.mark == Mark::subject || name.label);
            const bool at = inside && type == MentionType::system && name.mark == Mark::place;
            if (!lead && !topic && !at) continue;
            add("holder", name.mention);
            return true;
        }
        return false;
    }

    void add_places() {
        for (const NameInContext& name : context_.names) {
            if (name.scope != Sign::in_sentence) break;
            const Mention& mention = findings_.mentions[name.mention];
            if (mention.type != MentionType::place) continue;
            if (name.at.end <= value_.span.begin && out_of_reach(name.at)) continue;
            // "… 80億ドルを投じるほか、欧州でも30億ドルを": another clause has its own place.
            if (name.at.begin >= value_.span.end && count_clause_breaks(text_, value_.span, name.at) > 0) continue;
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
