#include "cli/explanation_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace hardfacts::cli {

namespace {

constexpr std::size_t names_told = 4;

const RecordMention* find_mention(const Record& record, const std::string& id) {
    const auto found = std::find_if(record.mentions.begin(), record.mentions.end(),
                                    [&](const RecordMention& mention) { return mention.id == id; });
    return found == record.mentions.end() ? nullptr : &*found;
}

const RecordFact* find_fact(const Record& record, const std::string& id) {
    const auto found =
        std::find_if(record.facts.begin(), record.facts.end(), [&](const RecordFact& fact) { return fact.id == id; });
    return found == record.facts.end() ? nullptr : &*found;
}

/// The line and column of code point `character` of the source.
TextPlace place_in(const std::string& source, std::size_t character) {
    TextPlace place{1, 1};
    std::size_t seen = 0;
    for (std::size_t k = 0; k < source.size(); ++k) {
        if ((static_cast<unsigned char>(source[k]) & 0xC0U) == 0x80U) continue;
        if (seen++ == character) return place;
        if (source[k] == '\n') {
            ++place.line;
            place.column = 1;
        } else {
            ++place.column;
        }
    }
    return place;
}

bool covers(const RecordMention& mention, const std::string& source, const TextPlace& at) {
    const TextPlace begin = place_in(source, mention.span.character.begin);
    const std::size_t size = mention.span.character.end - mention.span.character.begin;
    return begin.line == at.line && begin.column <= at.column && at.column < begin.column + size;
}

std::string told_place(const RecordMention& mention, const std::string& source) {
    const TextPlace place = place_in(source, mention.span.character.begin);
    return std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string told_score(int hundredths) {
    const int size = hundredths < 0 ? -hundredths : hundredths;
    std::string cents = std::to_string(size % 100);
    if (cents.size() < 2) cents.insert(0, "0");
    return (hundredths < 0 ? "-" : "") + std::to_string(size / 100) + '.' + cents;
}

std::string told_name(const ExplainedName& name) {
    std::string out = "    " + told_score(name.score) + "  " + name.name;
    if (name.read_as != name.name) out += " (read in \"" + name.read_as + "\")";
    auto signs = name.signs;
    std::stable_sort(signs.begin(), signs.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
    out += ":";
    for (const auto& [sign, weight] : signs) {
        if (weight == 0) continue;
        out += ' ' + std::string(sign) + (weight > 0 ? " +" : " ") + told_score(weight) + ',';
    }
    if (out.back() == ',') out.pop_back();
    return out + '\n';
}

std::string told_attribute(const ExplainedValue& value) {
    if (value.attribute.empty()) return "  It makes no claim: " + std::string(value.outcome) + ".\n";
    std::string out = "  It tells " + std::string(value.kind) + '/' + std::string(value.attribute);
    if (!value.direction.empty() && value.kind == "ratio") out += " (" + std::string(value.direction) + ')';
    if (!value.attribute_cue.empty()) out += ", by the word \"" + value.attribute_cue + "\"";
    return out + " [" + value.attribute_by + "].\n";
}

std::string told_value(const Explanation& explanation, const Document& document, const ExplainedValue& value) {
    const RecordMention* mention = find_mention(explanation.record, value.mention);
    std::string out = told_place(*mention, document.source) + "  \"" + mention->text + "\"  [" + mention->by + "]\n";
    out += told_attribute(value);
    if (value.attribute.empty()) return out;
    const RecordFact* fact = find_fact(explanation.record, value.fact);
    if (fact != nullptr && fact->subject) {
        out += "  Its subject is " + fact->subject->name;
    } else if (fact != nullptr) {
        out += "  Its subject is left open";
    } else {
        out += "  No fact: " + std::string(value.outcome);
    }
    if (value.names.empty())
        out += "; no name near it can have this attribute.\n";
    else
        out += ". What was weighed (a name must lead the next, and " + told_score(value.open_score) + " for none):\n";
    for (std::size_t k = 0; k < std::min(value.names.size(), names_told); ++k) out += told_name(value.names[k]);
    if (fact == nullptr) return out;
    out += "  Fact " + fact->id + ": " + fact->modality + ", rule " + fact->rule + ", confidence " + fact->confidence;
    if (fact->occurrences.size() > 1) out += ", said " + std::to_string(fact->occurrences.size()) + " times";
    return out + ".\n";
}

std::string told_entity(const RecordMention& mention, const Record& record, const std::string& source) {
    std::string out = told_place(mention, source) + "  \"" + mention.text + "\" is " + mention.name + " (" +
                      mention.entity + (mention.known ? "" : ", known only by its surroundings") + ")  [" + mention.by +
                      "]\n";
    for (const RecordFact& fact : record.facts) {
        const bool subject = fact.subject && fact.subject->entity == mention.entity;
        if (subject) out += "  Subject of " + fact.id + ": " + fact.attribute + " \"" + fact.value_text + "\".\n";
        for (const auto& [role, entities] : fact.roles) {
            const bool plays = std::any_of(entities.begin(), entities.end(),
                                           [&](const EntityRef& entity) { return entity.entity == mention.entity; });
            if (plays)
                out += "  " + role + " of " + fact.id + ": " + fact.attribute + " \"" + fact.value_text + "\".\n";
        }
    }
    return out;
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const Document& document,
                             const ExplanationFilter& filter) {
    std::string out;
    const Record& record = explanation.record;
    for (const ExplainedValue& value : explanation.values) {
        const RecordMention* mention = find_mention(record, value.mention);
        if (!filter.fact.empty() && value.fact != filter.fact) continue;
        if (filter.at && !covers(*mention, document.source, *filter.at)) continue;
        out += told_value(explanation, document, value);
    }
    if (!filter.at) return out;
    for (const RecordMention& mention : record.mentions) {
        if (!is_entity(mention.type) || !covers(mention, document.source, *filter.at)) continue;
        out += told_entity(mention, record, document.source);
    }
    return out;
}

std::string explanation_json(const Explanation& explanation) {
    nlohmann::ordered_json out = {{"doc", explanation.record.doc.id}, {"values", nlohmann::ordered_json::array()}};
    for (const ExplainedValue& value : explanation.values) {
        const RecordMention* mention = find_mention(explanation.record, value.mention);
        nlohmann::ordered_json row = {{"mention", value.mention},
                                      {"text", mention->text},
                                      {"char", {mention->span.character.begin, mention->span.character.end}},
                                      {"measure", value.measure},
                                      {"kind", value.kind},
                                      {"attribute", value.attribute},
                                      {"direction", value.direction},
                                      {"attribute_by", value.attribute_by},
                                      {"attribute_cue", value.attribute_cue},
                                      {"open_score", value.open_score},
                                      {"lead", value.lead},
                                      {"outcome", value.outcome},
                                      {"fact", value.fact},
                                      {"names", nlohmann::ordered_json::array()}};
        for (const ExplainedName& name : value.names) {
            nlohmann::ordered_json signs;
            for (const auto& [sign, weight] : name.signs) signs[std::string(sign)] = weight;
            row["names"].push_back({{"mention", name.mention},
                                    {"entity", name.entity},
                                    {"name", name.name},
                                    {"read_as", name.read_as},
                                    {"score", name.score},
                                    {"signs", signs}});
        }
        out["values"].push_back(std::move(row));
    }
    return out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace hardfacts::cli
