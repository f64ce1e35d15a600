// Enters: nothing. Leaves: Record, what hardfacts reports of one document (FACTS.md section 6), as plain structs.
// Built by resolve/, written by write/. Tested in tests/write/.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/mention.h"
#include "model/value.h"

namespace hardfacts {

/// A span of the source in bytes, in Unicode code points and in UTF-16 code units.
struct SourceSpan {
    Span byte;
    Span character;
    Span utf16;
};

struct RecordMention {
    std::string id;  ///< "m1"
    MentionType type = MentionType::company;
    std::string text;                  ///< the source at `span`
    std::optional<std::string> plain;  ///< the reading, where it differs from text
    std::string entity, name;          ///< entities only
    bool known = true;
    std::shared_ptr<const Value> value;  ///< values only
    SourceSpan span;
    std::string by;
};

/// An entity named by a fact. `mention` is empty where no single mention shows it.
struct EntityRef {
    std::string entity, name, mention;
};

struct Evidence {
    std::string quote;  ///< the source at `span`
    std::optional<std::string> plain;
    std::string prefix, suffix;  ///< up to 32 code points of source before and after
    SourceSpan span;
};

struct Attribution {
    std::string text;
    std::string entity;  ///< empty where unknown
    std::optional<SourceSpan> span;
};

struct RecordFact {
    std::string id, anchor, kind, attribute;
    std::string direction;  ///< "up", "down", or empty for all kinds but ratio
    std::optional<EntityRef> subject;
    std::string value_mention, value_text;
    std::shared_ptr<const Value> value;                                 ///< never null
    std::vector<std::pair<std::string, std::vector<EntityRef>>> roles;  ///< sorted by role
    std::vector<std::pair<std::string, std::string>> qualifiers;        ///< sorted by name; free text and scope
    std::string period_text, period_start, period_end;                  ///< qualifiers.period, where period_text is set
    std::string restates;
    std::string modality = "asserted";
    std::optional<Attribution> attribution;
    std::optional<SourceSpan> cue;
    Evidence evidence;
    std::vector<SourceSpan> occurrences;
    std::string rule;
    std::string confidence;  ///< a decimal between 0 and 1, as written: "0.95"
};

struct RecordRelation {
    std::string id, type;
    std::array<EntityRef, 2> args;
    std::string modality = "asserted";
    std::optional<Attribution> attribution;
    std::optional<SourceSpan> cue;
    Evidence evidence;
    std::vector<SourceSpan> occurrences;
    std::string rule;
    std::string confidence;
};

struct RecordWarning {
    std::string code, message;
    std::optional<SourceSpan> span;
};

struct Record {
    DocumentInfo doc;
    std::string lang;    ///< "ja", "en", "mixed", "other"
    std::string sha256;  ///< of the source bytes, hex
    std::vector<RecordMention> mentions;
    std::vector<RecordFact> facts;
    std::vector<RecordRelation> relations;
    std::vector<RecordWarning> warnings;
};

}  // namespace hardfacts
