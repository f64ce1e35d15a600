// Enters: nothing. Leaves: a Record that uses every member, for the tests of the writers.
#pragma once

#include <string>
#include <utility>

#include "model/record.h"

namespace hardfacts::testing {

/// A span whose three countings differ, as they do behind Japanese text and an emoji.
inline SourceSpan place(std::size_t begin, std::size_t end) {
    return {{begin * 3, end * 3}, {begin, end}, {begin + 1, end + 1}};
}

inline Magnitude number(const char* digits) { return {Decimal::parse(digits), std::nullopt, std::nullopt}; }
inline Magnitude between(const char* low, const char* high) {
    return {std::nullopt, Decimal::parse(low), Decimal::parse(high)};
}

inline Value units_value() {
    Value value;
    value.magnitude = value.base = number("24000");
    value.unit = value.base_unit = "unit";
    return value;
}

inline RecordMention entity_mention(std::string id, MentionType type, std::string text, std::string entity) {
    RecordMention out;
    out.id = std::move(id);
    out.type = type;
    out.name = out.text = std::move(text);
    out.entity = std::move(entity);
    out.span = place(0, 5);
    out.by = "gazetteers/companies.csv#vultr";
    return out;
}

inline RecordMention value_mention(std::string id, MentionType type, std::string text, Value value) {
    RecordMention out;
    out.id = std::move(id);
    out.type = type;
    out.text = std::move(text);
    out.value = std::make_shared<const Value>(std::move(value));
    out.span = place(10, 17);
    out.by = "value.count.ja";
    return out;
}

inline RecordFact full_fact() {
    RecordFact fact;
    fact.id = "f_1";
    fact.anchor = "a_1";
    fact.kind = "count";
    fact.attribute = "units";
    fact.subject = EntityRef{"chip:amd-instinct-mi355x", "AMD Instinct MI355X", ""};
    fact.value_mention = "m2";
    fact.value_text = "24,000基";
    fact.value = std::make_shared<const Value>(units_value());
    fact.roles = {{"holder", {{"company:vultr", "Vultr", "m1"}, {"company:amd", "AMD", ""}}},
                  {"location", {{"place:ohio", "Ohio", "m9"}}}};
    fact.qualifiers = {{"condition", "電力が足りれば"}, {"segment", "data centre"}};
    fact.period_text = "2026年度";
    fact.period_start = "2026-04-01";
    fact.restates = "f_2";
    fact.modality = "planned";
    fact.attribution = Attribution{"会社側", "company:vultr", place(30, 33)};
    fact.cue = place(18, 20);
    fact.evidence = {"**24,000**基を入れる", "24,000基を入れる", "新しい拠点に", "。", place(8, 22)};
    fact.occurrences = {place(10, 17), place(40, 47)};
    fact.rule = "count.units.deploy.ja";
    fact.confidence = "0.95";
    return fact;
}

inline RecordRelation full_relation() {
    RecordRelation relation;
    relation.id = "r_1";
    relation.type = "partners_with";
    relation.args = {EntityRef{"company:vultr", "Vultr", "m1"}, EntityRef{"company:amd", "AMD", ""}};
    relation.attribution = Attribution{"sources", "", std::nullopt};
    relation.evidence = {"VultrがAMDと組む", std::nullopt, "", "", place(0, 12)};
    relation.occurrences = {place(0, 12)};
    relation.rule = "relation.partners.ja";
    relation.confidence = "0.9";
    return relation;
}

inline Record full_record() {
    Record record;
    record.doc.id = "vultr.md";
    record.doc.title = "Vultr、24,000基を導入";
    record.doc.published = "2025-12-06";
    record.doc.tags = {"GPU", "AMD"};
    record.doc.path = "news/vultr.md";
    record.lang = "ja";
    record.sha256 = std::string(64, 'a');
    record.mentions.push_back(entity_mention("m1", MentionType::company, "Vultr", "company:vultr"));
    record.mentions.push_back(value_mention("m2", MentionType::quantity, "24,000基", units_value()));
    record.facts = {full_fact()};
    record.relations = {full_relation()};
    record.warnings = {{"currency.assumed", "ドル read as USD", place(50, 52)}, {"read.note", "no span", std::nullopt}};
    return record;
}

}  // namespace hardfacts::testing
