#include "compose/foreground.h"

#include <limits>

namespace hardfacts {

namespace {

bool is_before_sentence(Sign scope) {
    return scope == Sign::earlier_sentence || scope == Sign::previous_block || scope == Sign::lead_in ||
           scope == Sign::section_heading;
}

bool is_spoken_of(const NameInContext& name) {
    return name.mark == Mark::topic || name.mark == Mark::subject || name.label ||
           name.scope == Sign::section_heading || name.scope == Sign::lead_in;
}

}  // namespace

int heading_rank(Sign scope) {
    switch (scope) {
        case Sign::row_heading:
        case Sign::column_heading: return 1;
        case Sign::lead_in: return 2;
        case Sign::section_heading: return 3;
        case Sign::upper_heading: return 4;
        case Sign::title:
        case Sign::document_topic:
        case Sign::last_topic: return 5;
        default: return 0;
    }
}

Foreground foreground_of(Span value, std::string_view attribute, const FitnessByType& fitness,
                         const SentenceContext& context, const Findings& findings, const Outline& outline) {
    Foreground out;
    int nearest = std::numeric_limits<int>::max();
    std::size_t latest = 0, latest_topic = 0, subject = 0;  // where they begin, and one
    bool several = false;
    for (const NameInContext& name : context.names) {
        const Mention& mention = findings.mentions[name.mention];
        const bool inside = name.scope == Sign::in_sentence;
        if (inside && name.at.end <= value.begin && (name.mark == Mark::topic || name.mark == Mark::subject) &&
            name.at.begin + 1 > subject) {
            subject = name.at.begin + 1;
            out.subject = name.mention;
        }
        if (fitness[static_cast<std::size_t>(mention.type)] != Fitness::well || is_ingredient(mention, attribute))
            continue;
        const std::uint32_t entity = outline.entity(name.mention);
        const bool compared = name.mark == Mark::baseline || name.mark == Mark::speaker;
        if (inside) {
            out.insider |= name.at.end <= value.begin && !compared;
        } else if (name.scope == Sign::title) {
            several |= out.title_sole != Outline::no_entity && out.title_sole != entity;
            out.title_sole = entity;
        }
        const int rank = heading_rank(name.scope);
        if (rank > 0 && rank < nearest) nearest = out.nearest_heading = rank;
        if (!is_before_sentence(name.scope) || compared) continue;
        if (name.at.begin + 1 > latest) {
            latest = name.at.begin + 1;
            out.latest = entity;
        }
        if (is_spoken_of(name) && name.at.begin + 1 > latest_topic) {
            latest_topic = name.at.begin + 1;
            out.latest_topic = entity;
        }
    }
    if (several) out.title_sole = Outline::no_entity;
    return out;
}

}  // namespace hardfacts
