#include "resolve/resolve.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "model/utf8.h"
#include "resolve/hash.h"
#include "resolve/language.h"
#include "resolve/positions.h"
#include "resolve/relations.h"

namespace hardfacts {

namespace {

constexpr std::size_t context_characters = 32;

/// Leads every span of the folded text back to the source, with the words that stand there.
class Places {
public:
    Places(const Document& document, const Text& text)
        : document_(document), text_(text), positions_(document.source, document.byte_offsets) {}

    struct Place {
        SourceSpan span;
        Span source;                       ///< in Document::source
        std::string text;                  ///< the source at span
        std::optional<std::string> plain;  ///< the reading, where it differs
    };

    Place find(Span folded) const {
        const Span reading = text_.map.to_original(folded);
        const Span byte = document_.map.to_original(reading);
        Place place{positions_.locate(byte), byte, std::string(slice(document_.source, byte)), std::nullopt};
        const std::string_view plain = slice(document_.text, reading);
        if (plain != place.text) place.plain = std::string(plain);
        return place;
    }

    std::string before(Span byte) const {
        std::size_t begin = byte.begin;
        for (std::size_t k = 0; k < context_characters && begin > 0; ++k) {
            begin -= decode_before(document_.source, begin).size;
        }
        return document_.source.substr(begin, byte.begin - begin);
    }

    std::string after(Span byte) const {
        std::size_t end = byte.end;
        for (std::size_t k = 0; k < context_characters && end < document_.source.size(); ++k) {
            end += decode_at(document_.source, end).size;
        }
        return document_.source.substr(byte.end, end - byte.end);
    }

private:
    const Document& document_;
    const Text& text_;
    SourcePositions positions_;
};

std::string mention_id(std::size_t index) { return 'm' + std::to_string(index + 1); }

RecordMention record_mention(const Mention& mention, std::size_t index, const Places& places) {
    RecordMention out;
    out.id = mention_id(index);
    out.type = mention.type;
    Places::Place place = places.find(mention.span);
    out.text = std::move(place.text);
    out.plain = std::move(place.plain);
    out.span = place.span;
    out.by = mention.by;
    if (is_entity(mention.type)) {
        out.entity = mention.entity;
        out.name = mention.name;
        out.known = mention.known;
    } else {
        out.value = mention.value;
    }
    return out;
}

Evidence evidence_at(Span folded, const Places& places) {
    Places::Place place = places.find(folded);
    return {std::move(place.text), std::move(place.plain), places.before(place.source), places.after(place.source),
            place.span};
}

std::string magnitude_key(const Magnitude& magnitude) {
    if (magnitude.number) return magnitude.number->to_string();
    return (magnitude.min ? magnitude.min->to_string() : "") + ".." + (magnitude.max ? magnitude.max->to_string() : "");
}

/// The value as fact ids see it: in base units, so that 1 kW and 1000 W are one claim.
std::string value_key(const Value& value) {
    const bool has_base = !value.base_unit.empty();
    return magnitude_key(has_base ? value.base : value.magnitude) + ' ' + (has_base ? value.base_unit : value.unit) +
           ' ' + to_string(value.relation) + ' ' + value.per;
}

class FactBuilder {
public:
    FactBuilder(const Document& document, const Findings& findings, const Places& places, Record& record)
        : document_(document), findings_(findings), places_(places), record_(record) {}

    void add(const Claim& claim) {
        RecordFact fact = fact_of(claim);
        const SourceSpan occurrence = record_.mentions[claim.value].span;
        const auto [known, is_new] = by_id_.emplace(fact.id, record_.facts.size());
        if (!is_new) {
            record_.facts[known->second].occurrences.push_back(occurrence);
            return;
        }
        fact.occurrences.push_back(occurrence);
        record_.facts.push_back(std::move(fact));
    }

private:
    EntityRef ref(std::size_t mention) const {
        const Mention& m = findings_.mentions[mention];
        return {std::string(m.entity), std::string(m.name), mention_id(mention)};
    }

    void fill_roles(const Claim& claim, RecordFact& fact) const {
        for (const auto& [role, mention] : claim.roles) {
            auto place = std::find_if(fact.roles.begin(), fact.roles.end(),
                                      [&, name = role](const auto& entry) { return entry.first == name; });
            if (place == fact.roles.end()) {
                fact.roles.emplace_back(role, std::vector<EntityRef>{});
                place = std::prev(fact.roles.end());
            }
            place->second.push_back(ref(mention));
        }
        std::sort(fact.roles.begin(), fact.roles.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    RecordFact fact_of(const Claim& claim) {
        RecordFact fact;
        fact.kind = claim.kind;
        fact.attribute = claim.attribute;
        fact.direction = claim.direction;
        if (claim.subject != no_mention) fact.subject = ref(claim.subject);
        fact.value = findings_.mentions[claim.value].value;
        fact.value_mention = mention_id(claim.value);
        fact.value_text = record_.mentions[claim.value].text;
        fill_roles(claim, fact);
        fact.modality = claim.modality;
        if (!claim.cue.empty()) fact.cue = places_.find(claim.cue).span;
        Places::Place place = places_.find(claim.evidence);
        fact.evidence = {std::move(place.text), std::move(place.plain), places_.before(place.source),
                         places_.after(place.source), place.span};
        fact.rule = claim.rule;
        fact.confidence = claim.confidence;
        std::string roles;
        for (const auto& [role, refs] : fact.roles) {
            for (const EntityRef& entity : refs) roles += role + '=' + entity.entity + ' ';
        }
        fact.id = "f_" + hash_parts({document_.info.id, fact.kind, fact.attribute, fact.direction,
                                     fact.subject ? fact.subject->entity : "", value_key(fact.value), roles},
                                    12);
        const std::string anchored = fact.evidence.quote + '\n' + fact.value_text;
        const std::string ordinal = std::to_string(ordinals_[anchored]++);
        fact.anchor = "a_" + hash_parts({document_.info.id, fact.evidence.quote, fact.value_text, ordinal}, 12);
        return fact;
    }

    const Document& document_;
    const Findings& findings_;
    const Places& places_;
    Record& record_;
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::size_t> ordinals_;
};

/// Where characters of Document::text stand that folding passed over: those that do not show.
std::vector<std::size_t> invisible_places(const Text& text) {
    std::vector<std::size_t> places;
    std::size_t behind = 0;
    for (const OffsetMap::Piece& piece : text.map.pieces()) {
        if (piece.original > behind) places.push_back(behind);
        behind = piece.original + piece.original_size;
    }
    return places;
}

/// One warning for a document in whose names or numbers characters stand that do not show, at the first of them.
void warn_of_invisible(const Text& text, const Findings& findings, Record& record) {
    const std::vector<std::size_t> places = invisible_places(text);
    if (places.empty()) return;
    for (std::size_t k = 0; k < findings.mentions.size(); ++k) {
        const Span reading = text.map.to_original(findings.mentions[k].span);
        const auto inside = std::lower_bound(places.begin(), places.end(), reading.begin);
        if (inside == places.end() || *inside >= reading.end) continue;
        record.warnings.push_back(
            {"text.invisible",
             "characters that do not show (soft hyphens, zero-width spaces, direction marks) stand "
             "inside a name or number; they are read as if they were not there",
             record.mentions[k].span});
        return;
    }
}

}  // namespace

Record resolve(const Document& document, const Text& text, const Findings& findings, const Composed& composed) {
    Record record;
    record.doc = document.info;
    record.lang = language_of(document.text);
    record.sha256 = sha256_hex(document.original.empty() ? document.source : document.original);
    const Places places(document, text);
    record.mentions.reserve(findings.mentions.size());
    for (std::size_t k = 0; k < findings.mentions.size(); ++k) {
        record.mentions.push_back(record_mention(findings.mentions[k], k, places));
    }
    FactBuilder facts(document, findings, places, record);
    for (const Claim& claim : composed.claims) facts.add(claim);
    record.relations = merge_relations(record.doc.id, findings, composed.relations,
                                       [&](Span folded) { return evidence_at(folded, places); });
    for (const Warning& warning : findings.warnings) {
        record.warnings.push_back({warning.code, warning.message, places.find(warning.span).span});
    }
    warn_of_invisible(text, findings, record);
    return record;
}

}  // namespace hardfacts
