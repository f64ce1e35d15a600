#include "compose/attribute.h"

#include <algorithm>
#include <array>

#include "compose/measure.h"

namespace hardfacts {

namespace {

/// Beyond this many bytes a cue speaks of something else; measured on news sentences of both languages.
constexpr std::size_t reach = 90;
/// What is counted stands beside the number: a farther noun names another thing.
constexpr std::size_t reach_of_count = 30;
/// A clause break between cue and value costs as much as this many bytes.
constexpr std::size_t clause_cost = 30;
/// What follows behind a comma begins the next thing said.
constexpr std::size_t next_clause_cost = 80;
/// A cue that stands nearer to another value of the same type speaks of that one first.
constexpr int rival_cost = 200;
/// The score a cue needs to settle an attribute.
constexpr int settles = 300;

std::size_t distance(Span a, Span b) {
    if (a.overlaps(b)) return 0;
    return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

bool on_its_side(const CueInContext& hit, Span value) {
    if (hit.cue->side == CueSide::near || hit.heading) return true;
    return hit.cue->side == CueSide::before ? hit.span.end <= value.begin : hit.span.begin >= value.begin;
}

/// A value with the sentence it stands in.
struct Asker {
    const Mention& value;
    std::span<const Mention> sentence;  ///< all mentions of the sentence
    std::string_view text;
};

bool has_nearer_rival(Span cue, const Asker& asker, std::size_t own_distance) {
    return std::any_of(asker.sentence.begin(), asker.sentence.end(), [&](const Mention& other) {
        return &other != &asker.value && other.type == asker.value.type && distance(cue, other.span) < own_distance;
    });
}

/// Weight in hundreds, less the way to the value; 0 where the cue is out of reach.
int score(const CueInContext& hit, const Asker& asker) {
    const Span value = asker.value.span;
    if (!on_its_side(hit, value)) return 0;
    if (hit.heading) return hit.cue->weight * 100;
    const std::size_t bytes = distance(hit.span, value);
    const std::size_t cost = hit.span.begin >= value.end ? next_clause_cost : clause_cost;
    const std::size_t way = bytes + cost * count_clause_breaks(asker.text, hit.span, value);
    if (way > (measure_of(asker.value) == "count" ? reach_of_count : reach)) return 0;
    const int rivals = has_nearer_rival(hit.span, asker, bytes) ? rival_cost : 0;
    return hit.cue->weight * 100 - static_cast<int>(way) * 5 - rivals;
}

struct Best {
    const CueInContext* hit = nullptr;
    int score = 0;
};

template <typename Accept>
Best best_cue(std::span<const CueInContext> cues, const Asker& asker, Accept&& accept) {
    Best best;
    for (const CueInContext& hit : cues) {
        if (!accept(*hit.cue)) continue;
        const int points = score(hit, asker);
        if (points > best.score) best = {&hit, points};
    }
    return best;
}

/// The direction of a change. A percentage is a change only with a cue right beside it; a multiple goes up unless a
/// cue says otherwise.
std::string_view direction_of(const Asker& asker, std::string_view measure, std::span<const CueInContext> cues) {
    const Best best = best_cue(
        cues, asker, [&](const AttributeCue& cue) { return cue.kind == "direction" && cue.measure == measure; });
    constexpr std::size_t beside = 24;
    const bool close =
        best.hit != nullptr && (best.hit->heading || distance(best.hit->span, asker.value.span) <= beside);
    if (close) return best.hit->cue->attribute;
    return measure == "ratio" ? "up" : "";
}

}  // namespace

std::size_t count_clause_breaks(std::string_view text, Span a, Span b) {
    if (a.overlaps(b)) return 0;
    const Span between = a.end <= b.begin ? Span{a.end, b.begin} : Span{b.end, a.begin};
    const std::string_view gap = slice(text, between);
    std::size_t breaks = 0;
    for (const std::string_view mark : {"、", ", ", "; ", " and ", " but ", "が、", " - "}) {
        for (std::size_t at = gap.find(mark); at != gap.npos; at = gap.find(mark, at + mark.size())) ++breaks;
    }
    return breaks;
}

std::optional<AttributeChoice> choose_attribute(const Mention& value, std::span<const Mention> sentence,
                                                std::span<const CueInContext> cues, const AttributeTable& table,
                                                std::string_view text) {
    const Asker asker{value, sentence, text};
    const std::string_view measure = measure_of(value);
    if (measure.empty()) return std::nullopt;
    std::string_view asked = measure;
    std::string_view direction;
    if (measure == "percent" || measure == "ratio") {
        direction = direction_of(asker, measure, cues);
        if (!direction.empty()) asked = "change";
    }
    const Best best = best_cue(cues, asker, [&](const AttributeCue& cue) {
        return cue.kind != "modality" && cue.kind != "direction" && cue.measure == asked;
    });
    if (best.hit != nullptr && best.score >= settles) {
        return AttributeChoice{best.hit->cue->kind, best.hit->cue->attribute, direction, best.hit->cue};
    }
    const AttributeCue* own = table.by_measure(asked);
    if (own == nullptr) return std::nullopt;
    return AttributeChoice{own->kind, own->attribute, direction, own};
}

const CueInContext* choose_modality(const Mention& value, std::span<const CueInContext> cues) {
    constexpr std::array<std::string_view, 4> strongest_first = {"negated", "hypothetical", "planned", "reported"};
    for (const std::string_view modality : strongest_first) {
        for (const CueInContext& hit : cues) {
            const bool speaks = hit.cue->kind == "modality" && hit.cue->attribute == modality;
            if (speaks && on_its_side(hit, value.span)) return &hit;
        }
    }
    return nullptr;
}

}  // namespace hardfacts
