#include "write/database_schema.h"

namespace hardfacts {

const std::string value_columns =
    "number, min, max, unit, relation, per, points, base_number, base_min, base_max, base_unit, low, high, "
    "date_start, date_end";
const std::string span_columns = "byte_start, byte_end, char_start, char_end, utf16_start, utf16_end";

namespace {

/// Exact decimals are TEXT; low and high are the same in the base unit as REAL, for sorting and comparing.
#define VALUE_COLUMNS                                                                                         \
    "number TEXT, min TEXT, max TEXT, unit TEXT, relation TEXT, per TEXT, points INTEGER, base_number TEXT, " \
    "base_min TEXT, base_max TEXT, base_unit TEXT, low REAL, high REAL, date_start TEXT, date_end TEXT"
#define SPAN_COLUMNS                                                                                              \
    "byte_start INTEGER, byte_end INTEGER, char_start INTEGER, char_end INTEGER, utf16_start INTEGER, utf16_end " \
    "INTEGER"

constexpr const char* tables =
    "CREATE TABLE runs("
    "key INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL, finished TEXT, program TEXT NOT NULL, "
    "documents INTEGER NOT NULL DEFAULT 0, facts INTEGER NOT NULL DEFAULT 0);"

    "CREATE TABLE sources("
    "key INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, encoding TEXT NOT NULL, text TEXT NOT NULL, "
    "UNIQUE(sha256, encoding));"

    "CREATE TABLE documents("
    "key INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES runs(key) ON DELETE CASCADE, "
    "id TEXT NOT NULL, title TEXT, published TEXT, lang TEXT NOT NULL, sha256 TEXT NOT NULL, path TEXT, "
    "encoding TEXT NOT NULL, record TEXT, field TEXT, tags TEXT NOT NULL, source INTEGER REFERENCES sources(key));"
    "CREATE INDEX documents_run ON documents(run);"
    "CREATE INDEX documents_id ON documents(id, run);"
    "CREATE INDEX documents_source ON documents(source);"

    "CREATE TABLE mentions("
    "document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE, position INTEGER NOT NULL, "
    "id TEXT NOT NULL, type TEXT NOT NULL, text TEXT NOT NULL, plain TEXT, entity TEXT, name TEXT, known "
    "INTEGER, " VALUE_COLUMNS ", found_by TEXT NOT NULL, " SPAN_COLUMNS
    ", PRIMARY KEY(document, position)) WITHOUT ROWID;"
    "CREATE INDEX mentions_entity ON mentions(entity) WHERE entity IS NOT NULL;"

    "CREATE TABLE facts("
    "key INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE, "
    "id TEXT NOT NULL, anchor TEXT NOT NULL, kind TEXT NOT NULL, attribute TEXT NOT NULL, direction TEXT, "
    "subject TEXT, subject_name TEXT, subject_mention INTEGER, "
    "value_text TEXT NOT NULL, value_mention INTEGER, " VALUE_COLUMNS
    ", restates TEXT, modality TEXT NOT NULL, attributed_to TEXT, attributed_entity TEXT, "
    "quote TEXT NOT NULL, plain TEXT, prefix TEXT NOT NULL, suffix TEXT NOT NULL, " SPAN_COLUMNS
    ", rule TEXT NOT NULL, confidence REAL NOT NULL, "
    "FOREIGN KEY(document, subject_mention) REFERENCES mentions(document, position), "
    "FOREIGN KEY(document, value_mention) REFERENCES mentions(document, position));"
    "CREATE INDEX facts_document ON facts(document);"
    "CREATE INDEX facts_id ON facts(id);"
    "CREATE INDEX facts_subject ON facts(subject, attribute);"
    "CREATE INDEX facts_attribute ON facts(attribute, low);"

    "CREATE TABLE roles("
    "fact INTEGER NOT NULL REFERENCES facts(key) ON DELETE CASCADE, position INTEGER NOT NULL, role TEXT NOT NULL, "
    "entity TEXT NOT NULL, name TEXT NOT NULL, mention INTEGER, PRIMARY KEY(fact, position)) WITHOUT ROWID;"
    "CREATE INDEX roles_entity ON roles(entity, role);"

    "CREATE TABLE qualifiers("
    "fact INTEGER NOT NULL REFERENCES facts(key) ON DELETE CASCADE, position INTEGER NOT NULL, name TEXT NOT NULL, "
    "text TEXT NOT NULL, date_start TEXT, date_end TEXT, PRIMARY KEY(fact, position)) WITHOUT ROWID;"

    "CREATE TABLE relations("
    "key INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE, "
    "id TEXT NOT NULL, type TEXT NOT NULL, "
    "from_entity TEXT NOT NULL, from_name TEXT NOT NULL, from_mention INTEGER, "
    "to_entity TEXT NOT NULL, to_name TEXT NOT NULL, to_mention INTEGER, "
    "modality TEXT NOT NULL, attributed_to TEXT, attributed_entity TEXT, "
    "quote TEXT NOT NULL, plain TEXT, prefix TEXT NOT NULL, suffix TEXT NOT NULL, " SPAN_COLUMNS
    ", rule TEXT NOT NULL, confidence REAL NOT NULL, "
    "FOREIGN KEY(document, from_mention) REFERENCES mentions(document, position), "
    "FOREIGN KEY(document, to_mention) REFERENCES mentions(document, position));"
    "CREATE INDEX relations_document ON relations(document);"
    "CREATE INDEX relations_from ON relations(from_entity);"
    "CREATE INDEX relations_to ON relations(to_entity);"

    // Of a fact or of a relation: where its value (or all of it) is said, the words that decided its modality, and who
    // it is attributed to.
    "CREATE TABLE occurrences("
    "key INTEGER PRIMARY KEY, fact INTEGER REFERENCES facts(key) ON DELETE CASCADE, "
    "relation INTEGER REFERENCES relations(key) ON DELETE CASCADE, "
    "part TEXT NOT NULL CHECK(part IN ('occurrence', 'cue', 'attribution')), " SPAN_COLUMNS
    ", CHECK((fact IS NULL) <> (relation IS NULL)));"
    "CREATE INDEX occurrences_fact ON occurrences(fact) WHERE fact IS NOT NULL;"
    "CREATE INDEX occurrences_relation ON occurrences(relation) WHERE relation IS NOT NULL;"

    "CREATE TABLE warnings("
    "document INTEGER NOT NULL REFERENCES documents(key) ON DELETE CASCADE, position INTEGER NOT NULL, "
    "code TEXT NOT NULL, message TEXT NOT NULL, " SPAN_COLUMNS
    ", PRIMARY KEY(document, position)) WITHOUT ROWID;"

    // Words as write/search_words.h parts them. The tables keep the index alone: rowid is facts.key and sources.key.
    "CREATE VIRTUAL TABLE facts_text USING fts5(quote, names, content='', tokenize='unicode61 remove_diacritics 2');"
    "CREATE VIRTUAL TABLE sources_text USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2');";

#undef VALUE_COLUMNS
#undef SPAN_COLUMNS

#define ROLE(name) \
    "(SELECT group_concat(r.name, '; ') FROM roles r WHERE r.fact = f.key AND r.role = '" name "') AS " name ", "
#define QUALIFIER(name) "(SELECT q.text FROM qualifiers q WHERE q.fact = f.key AND q.name = '" name "') AS " name ", "
/// Of the first place where the value stands, or of the words that say it.
#define PLACE(column)                                                     \
    "coalesce((SELECT o." column                                          \
    " FROM occurrences o WHERE o.fact = f.key AND o.part = 'occurrence' " \
    "ORDER BY o.key LIMIT 1), f." column ")"
#define OVERLAP(a, b) a ".byte_start < " b ".byte_end AND " b ".byte_start < " a ".byte_end"

/// One row a fact: the columns of fact_columns.h under their names and in their order, then what only a database has.
/// A role that several fill names them all.
constexpr const char* views =
    // clang-format off
    "CREATE VIEW all_facts AS SELECT d.id AS document, d.title, d.published AS date, f.subject_name AS subject, f.kind, "
    "f.attribute, f.direction, f.relation, f.base_number AS value, f.base_min AS value_min, f.base_max AS value_max, "
    "f.base_unit AS value_unit, "
    "coalesce((SELECT m.plain FROM mentions m WHERE m.document = f.document AND m.position = f.value_mention), "
    "f.value_text) AS written, "
    "f.number, f.min, f.max, f.unit, f.per, iif(f.points = 1, 'true', NULL) AS points, f.date_start, f.date_end, "
    ROLE("holder") ROLE("target") ROLE("counterparty") ROLE("investor") ROLE("buyer") ROLE("seller") ROLE("customer")
    ROLE("supplier") ROLE("location") ROLE("baseline")
    QUALIFIER("metric") QUALIFIER("segment") QUALIFIER("market") QUALIFIER("precision") QUALIFIER("scope")
    QUALIFIER("condition") QUALIFIER("implied_rate") QUALIFIER("period")
    "(SELECT q.date_start FROM qualifiers q WHERE q.fact = f.key AND q.name = 'period') AS period_start, "
    "(SELECT q.date_end FROM qualifiers q WHERE q.fact = f.key AND q.name = 'period') AS period_end, "
    "(SELECT group_concat(q.name || '=' || q.text, '; ') FROM qualifiers q WHERE q.fact = f.key AND q.name NOT IN "
    "('metric', 'segment', 'market', 'precision', 'scope', 'condition', 'implied_rate', 'period')) AS qualifiers, "
    "f.modality, f.attributed_to AS attribution, coalesce(f.plain, f.quote) AS quote, f.confidence, f.rule, "
    "f.id AS fact, f.anchor, f.restates, f.subject AS subject_id, "
    "(SELECT group_concat(r.role || '=' || r.entity, '; ') FROM roles r WHERE r.fact = f.key) AS role_ids, "
    "f.attributed_entity AS attribution_id, "
    "(SELECT 1 + length(t) - length(replace(t, char(10), '')) FROM (SELECT substr(s.text, 1, " PLACE("char_start")
    ") AS t FROM sources s WHERE s.key = d.source)) AS line, "
    PLACE("byte_start") " AS byte_start, " PLACE("byte_end") " AS byte_end, "
    "(SELECT count(*) FROM occurrences o WHERE o.fact = f.key AND o.part = 'occurrence') AS occurrences, "
    "(SELECT group_concat(w.code || '=' || w.message, '; ') FROM warnings w WHERE w.document = f.document AND ("
    OVERLAP("w", "f") " OR EXISTS (SELECT 1 FROM occurrences o WHERE o.fact = f.key AND o.part = 'occurrence' AND "
    OVERLAP("w", "o") "))) AS warnings, "
    "d.lang AS language, d.path, d.record, "
    "f.low, f.high, f.char_start, f.char_end, f.key AS fact_key, d.key AS document_key, d.run "
    "FROM facts f JOIN documents d ON d.key = f.document;"
    // clang-format on

    // What the last run that read a document says of it.
    "CREATE VIEW latest_documents AS SELECT * FROM documents d "
    "WHERE run = (SELECT max(run) FROM documents o WHERE o.id = d.id);"
    "CREATE VIEW latest_facts AS SELECT * FROM all_facts a "
    "WHERE run = (SELECT max(run) FROM documents o WHERE o.id = a.document);"
    "CREATE VIEW latest_relations AS SELECT d.id AS document, d.title, d.published AS date, r.type, r.from_name, "
    "r.from_entity, r.to_name, r.to_entity, r.modality, r.attributed_to AS attribution, coalesce(r.plain, r.quote) AS quote, "
    "r.char_start, r.char_end, r.rule, r.confidence, r.id AS relation, r.key AS relation_key, d.key AS document_key, d.run "
    "FROM relations r JOIN latest_documents d ON d.key = r.document;"
    "CREATE VIEW latest_mentions AS SELECT d.id AS document, d.title, d.published AS date, m.type, m.text, m.plain, m.entity, m.name, "
    "m.known, m.number, m.min, m.max, m.unit, m.relation, m.per, m.points, m.base_number, m.base_min, m.base_max, "
    "m.base_unit, m.low, m.high, m.date_start, m.date_end, m.char_start, m.char_end, m.found_by, m.id, m.position, "
    "d.key AS document_key, d.run "
    "FROM mentions m JOIN latest_documents d ON d.key = m.document;"
    "CREATE VIEW entities AS SELECT m.entity, m.name, m.type, max(m.known) AS known, "
    "count(DISTINCT d.id) AS documents, count(*) AS mentions, "
    "(SELECT count(*) FROM latest_facts f WHERE f.subject_id = m.entity) AS facts "
    "FROM mentions m JOIN latest_documents d ON d.key = m.document WHERE m.entity IS NOT NULL GROUP BY m.entity;";

#undef ROLE
#undef QUALIFIER
#undef PLACE
#undef OVERLAP

std::string make_database(Database& database) {
    if (std::string fault = database.run(tables); !fault.empty()) return fault;
    if (std::string fault = database.run(views); !fault.empty()) return fault;
    const std::string marks = "PRAGMA application_id = " + std::to_string(database_application) +
                              "; PRAGMA user_version = " + std::to_string(database_version) + ";";
    return database.run(marks.c_str());
}

}  // namespace

std::string begin_database(Database& database, const std::string& name) {
    std::int64_t application = 0;
    std::int64_t version = 0;
    std::int64_t things = 0;
    std::string fault = database.run("PRAGMA foreign_keys = ON; BEGIN IMMEDIATE;");
    if (fault.empty()) fault = database.ask("PRAGMA application_id", application);
    if (fault.empty()) fault = database.ask("PRAGMA user_version", version);
    if (fault.empty()) fault = database.ask("SELECT count(*) FROM sqlite_schema", things);
    if (!fault.empty()) return fault;
    if (application == 0 && version == 0 && things == 0) return make_database(database);
    if (application != database_application) {
        return name + ": is the database of another program; name another file, which is made new";
    }
    if (version > database_version) {
        return name + ": was made by a newer version of hardfacts (its tables are of version " +
               std::to_string(version) + ", this program knows " + std::to_string(database_version) +
               "); use that version, or name another file";
    }
    return "";
}

}  // namespace hardfacts
