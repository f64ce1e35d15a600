#include "resolve/resolve.h"

#include <algorithm>
#include <utility>

#include "resolve/facts.h"
#include "resolve/hash.h"
#include "resolve/language.h"
#include "resolve/places.h"
#include "resolve/relations.h"

namespace hardfacts {

namespace {

void fill_mention(RecordMention& out, const Mention& mention, std::size_t index, const Places& places) {
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
}

Evidence evidence_at(Span folded, const Places& places) {
    Places::Place place = places.find(folded);
    return {std::move(place.text), std::move(place.plain), places.before(place.source), places.after(place.source),
            place.span};
}

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
        fill_mention(record.mentions.emplace_back(), findings.mentions[k], k, places);
    }
    add_facts(composed.claims, document, findings, places, record);
    record.relations = merge_relations(record.doc.id, findings, composed.relations,
                                       [&](Span folded) { return evidence_at(folded, places); });
    for (const Warning& warning : findings.warnings) {
        record.warnings.push_back({warning.code, warning.message, places.find(warning.span).span});
    }
    warn_of_invisible(text, findings, record);
    return record;
}

}  // namespace hardfacts
