#include "write/fact_row.h"

#include <algorithm>
#include <unordered_map>

#include "write/clean_text.h"
#include "write/line_index.h"

namespace hardfacts {

namespace {

constexpr std::array role_fields = {
    fact_field::holder, fact_field::target,   fact_field::counterparty, fact_field::investor, fact_field::buyer,
    fact_field::seller, fact_field::customer, fact_field::supplier,     fact_field::location, fact_field::baseline};
constexpr std::array qualifier_fields = {fact_field::metric,      fact_field::segment, fact_field::market,
                                         fact_field::precision,   fact_field::scope,   fact_field::condition,
                                         fact_field::implied_rate};

/// The column of a role or qualifier, or nothing where it has none.
template <class Fields>
std::optional<std::size_t> field_of(const Fields& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](auto k) { return fact_columns[k].name == name; });
    return found == fields.end() ? std::nullopt : std::optional<std::size_t>(*found);
}

void append_escaped(std::string& list, std::string_view raw, std::string_view marks) {
    for (const char c : clean_text(raw)) {
        if (marks.find(c) != std::string_view::npos) list += '\\';
        list += c;
    }
}

void begin_item(std::string& list) {
    if (!list.empty()) list += "; ";
}

std::string digits(const std::optional<Decimal>& decimal) { return decimal ? decimal->to_string() : ""; }

void put_value(FactRow& row, const Value& value) {
    row[fact_field::relation] = to_string(value.relation);
    row[fact_field::value] = digits(value.base.number);
    row[fact_field::value_min] = digits(value.base.min);
    row[fact_field::value_max] = digits(value.base.max);
    row[fact_field::value_unit] = value.base_unit;
    row[fact_field::number] = digits(value.magnitude.number);
    row[fact_field::min] = digits(value.magnitude.min);
    row[fact_field::max] = digits(value.magnitude.max);
    row[fact_field::unit] = value.unit;
    row[fact_field::per] = value.per;
    row[fact_field::points] = value.points ? "true" : "";
    row[fact_field::date_start] = value.date_start;
    row[fact_field::date_end] = value.date_end;
}

void put_roles(FactRow& row, const RecordFact& fact) {
    for (const auto& [role, entities] : fact.roles) {
        const auto field = field_of(role_fields, role);
        for (const EntityRef& entity : entities) {
            if (field) append_item(row[*field], entity.name);
            append_item(row[fact_field::role_ids], role, entity.entity);
        }
    }
}

void put_qualifiers(FactRow& row, const RecordFact& fact) {
    for (const auto& [name, words] : fact.qualifiers) {
        if (const auto field = field_of(qualifier_fields, name))
            row[*field] = words;
        else
            append_item(row[fact_field::qualifiers], name, words);
    }
    row[fact_field::period] = fact.period_text;
    row[fact_field::period_start] = fact.period_start;
    row[fact_field::period_end] = fact.period_end;
}

bool overlap(const SourceSpan& a, const SourceSpan& b) {
    return a.byte.begin < b.byte.end && b.byte.begin < a.byte.end;
}

/// What the record warns of inside the fact's words.
std::string warnings_at(const Record& record, const RecordFact& fact) {
    std::string out;
    for (const RecordWarning& warning : record.warnings) {
        if (!warning.span) continue;
        const bool near = overlap(*warning.span, fact.evidence.span) ||
                          std::any_of(fact.occurrences.begin(), fact.occurrences.end(),
                                      [&](const SourceSpan& place) { return overlap(*warning.span, place); });
        if (near) append_item(out, warning.code, warning.message);
    }
    return out;
}

/// Reads a record's mentions and lines once for all its facts.
class Rows {
public:
    Rows(const Record& record, std::string_view source) : record_(record), lines_(source) {
        for (const RecordMention& mention : record.mentions) {
            if (mention.plain) plain_.emplace(mention.id, *mention.plain);
        }
    }

    FactRow row_of(const RecordFact& fact) const {
        FactRow row;
        put_document(row);
        if (fact.subject) {
            row[fact_field::subject] = fact.subject->name;
            row[fact_field::subject_id] = fact.subject->entity;
        }
        row[fact_field::kind] = fact.kind;
        row[fact_field::attribute] = fact.attribute;
        row[fact_field::direction] = fact.direction;
        put_value(row, *fact.value);
        const auto reading = plain_.find(fact.value_mention);
        row[fact_field::written] = reading == plain_.end() ? std::string_view(fact.value_text) : reading->second;
        put_qualifiers(row, fact);
        row[fact_field::modality] = fact.modality;
        if (fact.attribution) {
            row[fact_field::attribution] = fact.attribution->text;
            row[fact_field::attribution_id] = fact.attribution->entity;
        }
        row[fact_field::quote] = fact.evidence.plain.value_or(fact.evidence.quote);
        row[fact_field::confidence] = fact.confidence;
        row[fact_field::rule] = fact.rule;
        row[fact_field::fact] = fact.id;
        row[fact_field::anchor] = fact.anchor;
        row[fact_field::restates] = fact.restates;
        put_place(row, fact);
        for (std::string& cell : row) cell = clean_text(cell);
        put_roles(row, fact);  // lists are made of clean items
        row[fact_field::warnings] = warnings_at(record_, fact);
        return row;
    }

private:
    void put_document(FactRow& row) const {
        row[fact_field::document] = record_.doc.id;
        row[fact_field::title] = record_.doc.title.value_or("");
        row[fact_field::date] = record_.doc.published.value_or("");
        row[fact_field::language] = record_.lang;
        row[fact_field::path] = record_.doc.path.value_or("");
        row[fact_field::record] = record_.doc.record.value_or("");
    }

    void put_place(FactRow& row, const RecordFact& fact) const {
        const SourceSpan& place = fact.occurrences.empty() ? fact.evidence.span : fact.occurrences.front();
        if (const std::size_t line = lines_.line_of(place.character.begin); line != 0) {
            row[fact_field::line] = std::to_string(line);
        }
        row[fact_field::byte_start] = std::to_string(place.byte.begin);
        row[fact_field::byte_end] = std::to_string(place.byte.end);
        row[fact_field::occurrences] = std::to_string(fact.occurrences.size());
    }

    const Record& record_;
    LineIndex lines_;
    std::unordered_map<std::string_view, std::string_view> plain_;
};

}  // namespace

std::vector<FactRow> fact_rows(const Record& record, std::string_view source) {
    const Rows rows(record, source);
    std::vector<FactRow> out;
    out.reserve(record.facts.size());
    for (const RecordFact& fact : record.facts) out.push_back(rows.row_of(fact));
    return out;
}

void append_item(std::string& list, std::string_view text) {
    begin_item(list);
    append_escaped(list, text, ";\\");
}

void append_item(std::string& list, std::string_view name, std::string_view text) {
    begin_item(list);
    append_escaped(list, name, ";\\=");
    list += '=';
    append_escaped(list, text, ";\\");
}

std::vector<std::string> items_of(std::string_view list) {
    std::vector<std::string> out;
    if (list.empty()) return out;
    out.emplace_back();
    for (std::size_t k = 0; k < list.size(); ++k) {
        if (list[k] == '\\' && k + 1 < list.size()) {
            out.back() += list[++k];
        } else if (list[k] == ';') {
            if (k + 1 < list.size() && list[k + 1] == ' ') ++k;
            out.emplace_back();
        } else {
            out.back() += list[k];
        }
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> named_items_of(std::string_view list) {
    std::vector<std::pair<std::string, std::string>> out;
    bool in_name = true;
    if (!list.empty()) out.emplace_back();
    for (std::size_t k = 0; k < list.size(); ++k) {
        std::string& part = in_name ? out.back().first : out.back().second;
        if (list[k] == '\\' && k + 1 < list.size()) {
            part += list[++k];
        } else if (list[k] == ';') {
            if (k + 1 < list.size() && list[k + 1] == ' ') ++k;
            out.emplace_back();
            in_name = true;
        } else if (list[k] == '=' && in_name) {
            in_name = false;
        } else {
            part += list[k];
        }
    }
    return out;
}

std::optional<std::size_t> fact_field_named(std::string_view name) {
    const auto found =
        std::find_if(fact_columns.begin(), fact_columns.end(), [&](const FactColumn& c) { return c.name == name; });
    if (found == fact_columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fact_columns.begin());
}

}  // namespace hardfacts
