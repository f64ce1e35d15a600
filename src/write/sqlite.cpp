#include "write/sqlite.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "write/database.h"
#include "write/database_schema.h"
#include "write/json_text.h"
#include "write/search_words.h"
#include "write/version.h"

namespace hardfacts {

namespace {

std::string now() { return "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"; }

/// "INSERT INTO table(columns) VALUES(?, ...)"
std::string insertion(std::string_view table, const std::string& columns) {
    std::string values = "?";
    for (const char c : columns) {
        if (c == ',') values += ", ?";
    }
    return "INSERT INTO " + std::string(table) + "(" + columns + ") VALUES(" + values + ")";
}

/// The same, with low and high, which come last, made of the two values that are put for them.
std::string insertion_with_bounds(std::string_view table, const std::string& columns) {
    std::string sql = insertion(table, columns + ", low, high");
    sql.replace(sql.rfind("?, ?)"), 5, "CAST(? AS REAL), CAST(? AS REAL))");
    return sql;
}

/// The columns of a value without low and high.
std::string exact_columns() {
    std::string columns = value_columns;
    return columns.erase(columns.find("low, high, "), std::string_view("low, high, ").size());
}

/// Where the mentions of a record stand, by their ids.
class Positions {
public:
    explicit Positions(const std::vector<RecordMention>& mentions) {
        for (std::size_t k = 0; k < mentions.size(); ++k) at_.emplace(mentions[k].id, k);
    }
    /// NULL where there is no such mention.
    void put(Statement& statement, const std::string& id) const {
        const auto found = at_.find(id);
        found == at_.end() ? statement.put_null() : statement.put(found->second);
    }

private:
    std::unordered_map<std::string_view, std::size_t> at_;
};

void put_span(Statement& statement, const SourceSpan& span) {
    for (const Span& offsets : {span.byte, span.character, span.utf16}) {
        statement.put(offsets.begin).put(offsets.end);
    }
}

void put_decimal(Statement& statement, const std::optional<Decimal>& number) {
    number ? statement.put_copy(number->to_string()) : statement.put_null();
}

void put_magnitude(Statement& statement, const Magnitude& magnitude) {
    put_decimal(statement, magnitude.number);
    put_decimal(statement, magnitude.min);
    put_decimal(statement, magnitude.max);
}

/// The columns of exact_columns(). REQUIRES: value lives until the statement runs.
void put_value(Statement& statement, const Value* value) {
    static const Value none;
    const Value& shown = value == nullptr ? none : *value;
    put_magnitude(statement, shown.magnitude);
    if (value == nullptr) {
        statement.put_null().put_null().put_null().put_null();
    } else {
        statement.put_or_null(shown.unit).put(std::string_view(to_string(shown.relation))).put_or_null(shown.per);
        statement.put(std::int64_t{shown.points});
    }
    put_magnitude(statement, shown.base);
    statement.put_or_null(shown.base_unit).put_or_null(shown.date_start).put_or_null(shown.date_end);
}

void put_bounds(Statement& statement, const Value* value) {
    static const Magnitude none;
    const Magnitude* magnitude = value == nullptr ? &none : value->base_unit.empty() ? &value->magnitude : &value->base;
    put_decimal(statement, magnitude->number ? magnitude->number : magnitude->min);
    put_decimal(statement, magnitude->number ? magnitude->number : magnitude->max);
}

void put_entity(Statement& statement, const EntityRef& ref, const Positions& positions) {
    statement.put(ref.entity).put(ref.name);
    positions.put(statement, ref.mention);
}

/// The columns from attributed_to to confidence, which facts and relations share.
template <class Claim>
void put_evidence(Statement& statement, const Claim& claim) {
    if (claim.attribution) {
        statement.put(claim.attribution->text).put_or_null(claim.attribution->entity);
    } else {
        statement.put_null().put_null();
    }
    const Evidence& evidence = claim.evidence;
    statement.put(evidence.quote).put_optional(evidence.plain).put(evidence.prefix).put(evidence.suffix);
    put_span(statement, evidence.span);
    statement.put(claim.rule).put(claim.confidence);
}

class SqliteWriter : public FileWriter {
public:
    std::string open(const FileTarget& target);
    std::string add(const Record& record, std::string_view source) override;
    std::string finish() override;

private:
    std::string prepare();
    std::string add_source(const Record& record, std::string_view source);
    std::string add_document(const Record& record);
    std::string add_mentions(const Record& record);
    std::string add_facts(const Record& record, const Positions& positions);
    std::string add_fact(const RecordFact& fact, const Positions& positions);
    std::string add_fact_parts(const RecordFact& fact, const Positions& positions);
    std::string add_fact_words(const RecordFact& fact);
    std::string add_relations(const Record& record, const Positions& positions);
    std::string add_warnings(const Record& record);
    template <class Claim>
    std::string add_occurrences(const Claim& claim, bool of_fact, std::int64_t key);

    Database database_;  // before the statements, which end first
    Statement source_, document_, mention_, fact_, role_, qualifier_, relation_, occurrence_, warning_;
    Statement fact_words_, source_words_;
    std::int64_t run_ = 0, document_key_ = 0, fact_key_ = 0;
    std::size_t documents_ = 0, facts_ = 0;
    std::string words_, names_;
};

std::string SqliteWriter::open(const FileTarget& target) {
    std::string fault = database_.open(target.path, target.name);
    const bool unseen = target.path != target.name;
    if (fault.empty() && unseen) fault = database_.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    if (fault.empty()) fault = database_.run("PRAGMA cache_size = -65536;");
    if (fault.empty()) fault = begin_database(database_, target.name);
    if (fault.empty()) fault = prepare();
    if (!fault.empty()) return fault;
    Statement run;
    fault = run.prepare(database_, "INSERT INTO runs(started, program) VALUES(" + now() + ", ?)");
    if (fault.empty()) fault = run.put(program_version()).run();
    run_ = database_.last_row();
    return fault;
}

std::string SqliteWriter::prepare() {
    const std::string values = exact_columns();
    const std::string evidence = "modality, attributed_to, attributed_entity, quote, plain, prefix, suffix, " +
                                 span_columns + ", rule, confidence";
    struct Row {
        Statement& statement;
        std::string sql;
    };
    const Row rows[] = {
        {source_, "INSERT OR IGNORE INTO sources(sha256, encoding, text) VALUES(?, ?, ?)"},
        {document_,
         "INSERT INTO documents(run, id, title, published, lang, sha256, path, encoding, record, field, tags, source) "
         "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
         "(SELECT key FROM sources WHERE sha256 = ?6 AND encoding = ?8))"},
        {mention_,
         insertion_with_bounds("mentions", "document, position, id, type, text, plain, entity, name, known, " + values +
                                               ", found_by, " + span_columns)},
        {fact_, insertion_with_bounds("facts",
                                      "document, id, anchor, kind, attribute, direction, subject, subject_name, "
                                      "subject_mention, value_text, value_mention, " +
                                          values + ", restates, " + evidence)},
        {role_, insertion("roles", "fact, position, role, entity, name, mention")},
        {qualifier_, insertion("qualifiers", "fact, position, name, text, date_start, date_end")},
        {relation_, insertion("relations",
                              "document, id, type, from_entity, from_name, from_mention, to_entity, to_name, "
                              "to_mention, " +
                                  evidence)},
        {occurrence_, insertion("occurrences", "fact, relation, part, " + span_columns)},
        {warning_, insertion("warnings", "document, position, code, message, " + span_columns)},
        {fact_words_, insertion("facts_text", "rowid, quote, names")},
        {source_words_, insertion("sources_text", "rowid, text")},
    };
    for (const Row& row : rows) {
        if (std::string fault = row.statement.prepare(database_, row.sql); !fault.empty()) return fault;
    }
    return "";
}

std::string SqliteWriter::add(const Record& record, std::string_view source) {
    const Positions positions(record.mentions);
    std::string fault = source.empty() ? "" : add_source(record, source);
    if (fault.empty()) fault = add_document(record);
    if (fault.empty()) fault = add_mentions(record);
    if (fault.empty()) fault = add_facts(record, positions);
    if (fault.empty()) fault = add_relations(record, positions);
    if (fault.empty()) fault = add_warnings(record);
    ++documents_;
    facts_ += record.facts.size();
    return fault;
}

/// A source stands once, however many runs read it.
std::string SqliteWriter::add_source(const Record& record, std::string_view source) {
    std::string fault = source_.put(record.sha256).put(record.doc.encoding).put(source).run();
    const std::int64_t key = database_.last_row();
    if (!fault.empty() || !database_.changed()) return fault;
    words_.clear();
    append_search_words(words_, source);
    return source_words_.put(key).put(words_).run();
}

std::string SqliteWriter::add_document(const Record& record) {
    const DocumentInfo& info = record.doc;
    std::string tags = "[";
    for (const std::string& tag : info.tags) {
        if (tags.size() > 1) tags += ',';
        append_json_string(tags, tag);
    }
    tags += ']';
    document_.put(run_).put(info.id).put_optional(info.title).put_optional(info.published).put(record.lang);
    document_.put(record.sha256).put_optional(info.path).put(info.encoding).put_optional(info.record);
    std::string fault = document_.put_optional(info.field).put(tags).run();
    document_key_ = database_.last_row();
    return fault;
}

std::string SqliteWriter::add_mentions(const Record& record) {
    for (std::size_t k = 0; k < record.mentions.size(); ++k) {
        const RecordMention& mention = record.mentions[k];
        mention_.put(document_key_).put(k).put(mention.id).put(std::string_view(to_string(mention.type)));
        mention_.put(mention.text).put_optional(mention.plain);
        if (is_entity(mention.type)) {
            mention_.put(mention.entity).put(mention.name).put(std::int64_t{mention.known});
        } else {
            mention_.put_null().put_null().put_null();
        }
        put_value(mention_, mention.value.get());
        mention_.put(mention.by);
        put_span(mention_, mention.span);
        put_bounds(mention_, mention.value.get());
        if (std::string fault = mention_.run(); !fault.empty()) return fault;
    }
    return "";
}

std::string SqliteWriter::add_facts(const Record& record, const Positions& positions) {
    for (const RecordFact& fact : record.facts) {
        std::string fault = add_fact(fact, positions);
        if (fault.empty()) fault = add_fact_parts(fact, positions);
        if (fault.empty()) fault = add_occurrences(fact, true, fact_key_);
        if (fault.empty()) fault = add_fact_words(fact);
        if (!fault.empty()) return fault;
    }
    return "";
}

std::string SqliteWriter::add_fact(const RecordFact& fact, const Positions& positions) {
    fact_.put(document_key_).put(fact.id).put(fact.anchor).put(fact.kind).put(fact.attribute);
    fact_.put_or_null(fact.direction);
    if (fact.subject) {
        put_entity(fact_, *fact.subject, positions);
    } else {
        fact_.put_null().put_null().put_null();
    }
    fact_.put(fact.value_text);
    positions.put(fact_, fact.value_mention);
    put_value(fact_, fact.value.get());
    fact_.put_or_null(fact.restates).put(fact.modality);
    put_evidence(fact_, fact);
    put_bounds(fact_, fact.value.get());
    std::string fault = fact_.run();
    fact_key_ = database_.last_row();
    return fault;
}

std::string SqliteWriter::add_fact_parts(const RecordFact& fact, const Positions& positions) {
    std::size_t position = 0;
    for (const auto& [role, entities] : fact.roles) {
        for (const EntityRef& entity : entities) {
            role_.put(fact_key_).put(position++).put(role);
            put_entity(role_, entity, positions);
            if (std::string fault = role_.run(); !fault.empty()) return fault;
        }
    }
    position = 0;
    for (const auto& [name, text] : fact.qualifiers) {
        qualifier_.put(fact_key_).put(position++).put(name).put(text).put_null().put_null();
        if (std::string fault = qualifier_.run(); !fault.empty()) return fault;
    }
    if (fact.period_text.empty()) return "";
    qualifier_.put(fact_key_).put(position).put(std::string_view("period")).put(fact.period_text);
    return qualifier_.put_or_null(fact.period_start).put_or_null(fact.period_end).run();
}

std::string SqliteWriter::add_fact_words(const RecordFact& fact) {
    words_.clear();
    append_search_words(words_, fact.evidence.plain.value_or(fact.evidence.quote));
    names_.clear();
    if (fact.subject) append_search_words(names_, fact.subject->name);
    for (const auto& [role, entities] : fact.roles) {
        for (const EntityRef& entity : entities) append_search_words(names_, entity.name);
    }
    return fact_words_.put(fact_key_).put(words_).put(names_).run();
}

template <class Claim>
std::string SqliteWriter::add_occurrences(const Claim& claim, bool of_fact, std::int64_t key) {
    const auto add_one = [&](std::string_view part, const SourceSpan& span) {
        if (of_fact) {
            occurrence_.put(key).put_null();
        } else {
            occurrence_.put_null().put(key);
        }
        occurrence_.put(part);
        put_span(occurrence_, span);
        return occurrence_.run();
    };
    std::string fault;
    for (const SourceSpan& span : claim.occurrences) {
        if (fault.empty()) fault = add_one("occurrence", span);
    }
    if (fault.empty() && claim.cue) fault = add_one("cue", *claim.cue);
    if (fault.empty() && claim.attribution && claim.attribution->span) {
        fault = add_one("attribution", *claim.attribution->span);
    }
    return fault;
}

std::string SqliteWriter::add_relations(const Record& record, const Positions& positions) {
    for (const RecordRelation& relation : record.relations) {
        relation_.put(document_key_).put(relation.id).put(relation.type);
        for (const EntityRef& entity : relation.args) put_entity(relation_, entity, positions);
        relation_.put(relation.modality);
        put_evidence(relation_, relation);
        std::string fault = relation_.run();
        if (fault.empty()) fault = add_occurrences(relation, false, database_.last_row());
        if (!fault.empty()) return fault;
    }
    return "";
}

std::string SqliteWriter::add_warnings(const Record& record) {
    for (std::size_t k = 0; k < record.warnings.size(); ++k) {
        const RecordWarning& warning = record.warnings[k];
        warning_.put(document_key_).put(k).put(warning.code).put(warning.message);
        if (warning.span) {
            put_span(warning_, *warning.span);
        } else {
            for (int column = 0; column < 6; ++column) warning_.put_null();
        }
        if (std::string fault = warning_.run(); !fault.empty()) return fault;
    }
    return "";
}

std::string SqliteWriter::finish() {
    Statement run;
    std::string fault =
        run.prepare(database_, "UPDATE runs SET finished = " + now() + ", documents = ?, facts = ? WHERE key = ?");
    if (fault.empty()) fault = run.put(documents_).put(facts_).put(run_).run();
    if (fault.empty()) fault = database_.run("COMMIT;");
    return fault;
}

}  // namespace

std::unique_ptr<FileWriter> open_sqlite(const FileTarget& target, std::string& fault) {
    auto writer = std::make_unique<SqliteWriter>();
    fault = writer->open(target);
    return fault.empty() ? std::move(writer) : nullptr;
}

}  // namespace hardfacts
