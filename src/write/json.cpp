#include "write/json.h"

#include <array>
#include <charconv>
#include <limits>
#include <string_view>
#include <vector>

#include "write/json_text.h"

namespace hardfacts {

namespace {

/// The separator between members or items: nothing before the first.
class Comma {
public:
    explicit Comma(std::string& out) : out_(out) {}
    void operator()() {
        if (!first_) out_ += ',';
        first_ = false;
    }

private:
    std::string& out_;
    bool first_ = true;
};

/// `key` holds everything up to the value: `,"name":`.
void text(std::string& out, std::string_view key, std::string_view value) {
    out += key;
    append_json_string(out, value);
}

void text_or_null(std::string& out, std::string_view key, const std::optional<std::string>& value) {
    if (value) return text(out, key, *value);
    out += key;
    out += "null";
}

void text_or_null(std::string& out, std::string_view key, const std::string& value) {
    if (!value.empty()) return text(out, key, value);
    out += key;
    out += "null";
}

void optional_text(std::string& out, std::string_view key, const std::optional<std::string>& value) {
    if (value) text(out, key, *value);
}

void optional_text(std::string& out, std::string_view key, const std::string& value) {
    if (!value.empty()) text(out, key, value);
}

template <class Items, class Write>
void array(std::string& out, std::string_view key, const Items& items, Write&& write) {
    out += key;
    out += '[';
    Comma comma(out);
    for (const auto& item : items) {
        comma();
        write(out, item);
    }
    out += ']';
}

/// The one place that writes a span. Written into a buffer of its own: spans are half of a record's numbers.
void span(std::string& out, const SourceSpan& place) {
    constexpr std::size_t digits = std::numeric_limits<std::size_t>::digits10 + 1;
    std::array<char, 192> buffer;  // 36 for the braces and keys, 6 numbers
    char* at = buffer.data();
    const auto put = [&](std::string_view piece) { at = std::copy(piece.begin(), piece.end(), at); };
    const auto pair = [&](Span offsets) {
        at = std::to_chars(at, at + digits, offsets.begin).ptr;
        *at++ = ',';
        at = std::to_chars(at, at + digits, offsets.end).ptr;
    };
    put(R"({"byte":[)");
    pair(place.byte);
    put(R"(],"char":[)");
    pair(place.character);
    put(R"(],"utf16":[)");
    pair(place.utf16);
    put("]}");
    out.append(buffer.data(), at);
}

void optional_span(std::string& out, std::string_view key, const std::optional<SourceSpan>& place) {
    if (!place) return;
    out += key;
    span(out, *place);
}

/// Decimals go into the record as strings: a JSON number would lose digits in many readers.
void decimal(std::string& out, Comma& comma, std::string_view key, const std::optional<Decimal>& value) {
    if (!value) return;
    comma();
    text(out, key, value->to_string());
}

void magnitude(std::string& out, Comma& comma, const Magnitude& value) {
    decimal(out, comma, R"("number":)", value.number);
    decimal(out, comma, R"("min":)", value.min);
    decimal(out, comma, R"("max":)", value.max);
}

void base(std::string& out, const Value& value) {
    if (value.base_unit.empty()) return;
    out += R"(,"base":{)";
    Comma comma(out);
    magnitude(out, comma, value.base);
    comma();
    text(out, R"("unit":)", value.base_unit);
    out += '}';
}

void date(std::string& out, const Value& value) {
    if (value.date_start.empty() && value.date_end.empty()) return;
    out += R"(,"date":{)";
    Comma comma(out);
    for (const auto& [key, day] : {std::pair{R"("start":)", &value.date_start}, {R"("end":)", &value.date_end}}) {
        if (day->empty()) continue;
        comma();
        text(out, key, *day);
    }
    out += '}';
}

/// The members of a value. A fact's value also names its mention and repeats the words.
void value_members(std::string& out, Comma& comma, const Value& value, const std::string* words) {
    magnitude(out, comma, value.magnitude);
    comma();
    text(out, R"("unit":)", value.unit);
    text(out, R"(,"relation":)", to_string(value.relation));
    optional_text(out, R"(,"per":)", value.per);
    if (value.points) out += R"(,"points":true)";
    if (words != nullptr) text(out, R"(,"text":)", *words);
    base(out, value);
    date(out, value);
}

void entity(std::string& out, const EntityRef& ref) {
    text(out, R"({"entity":)", ref.entity);
    text(out, R"(,"name":)", ref.name);
    text_or_null(out, R"(,"mention":)", ref.mention);
    out += '}';
}

void evidence(std::string& out, const Evidence& evidence) {
    text(out, R"(,"evidence":{"quote":)", evidence.quote);
    optional_text(out, R"(,"plain":)", evidence.plain);
    text(out, R"(,"prefix":)", evidence.prefix);
    text(out, R"(,"suffix":)", evidence.suffix);
    out += R"(,"span":)";
    span(out, evidence.span);
    out += '}';
}

void modality(std::string& out, std::string_view word, const std::optional<Attribution>& attribution,
              const std::optional<SourceSpan>& cue) {
    text(out, R"(,"modality":)", word);
    if (attribution) {
        text(out, R"(,"attribution":{"text":)", attribution->text);
        text_or_null(out, R"(,"entity":)", attribution->entity);
        optional_span(out, R"(,"span":)", attribution->span);
        out += '}';
    } else {
        out += R"(,"attribution":null)";
    }
    optional_span(out, R"(,"cue":)", cue);
}

void rule(std::string& out, std::string_view name, std::string_view confidence) {
    text(out, R"(,"rule":)", name);
    out += R"(,"confidence":)";
    append_json_number(out, confidence);
}

void document(std::string& out, const Record& record) {
    const DocumentInfo& info = record.doc;
    text(out, R"("doc":{"id":)", info.id);
    text_or_null(out, R"(,"title":)", info.title);
    text_or_null(out, R"(,"published":)", info.published);
    text(out, R"(,"lang":)", record.lang);
    text(out, R"(,"sha256":)", record.sha256);
    if (!info.tags.empty()) {
        array(out, R"(,"meta":{"tags":)", info.tags, append_json_string);
        out += '}';
    }
    text_or_null(out, R"(,"source":{"path":)", info.path);
    text(out, R"(,"encoding":)", info.encoding);
    text_or_null(out, R"(,"record":)", info.record);
    text_or_null(out, R"(,"field":)", info.field);
    out += "}}";
}

void mention(std::string& out, const RecordMention& mention) {
    text(out, R"({"id":)", mention.id);
    text(out, R"(,"type":)", to_string(mention.type));
    text(out, R"(,"text":)", mention.text);
    optional_text(out, R"(,"plain":)", mention.plain);
    if (is_entity(mention.type)) {
        text(out, R"(,"entity":)", mention.entity);
        text(out, R"(,"name":)", mention.name);
        out += mention.known ? R"(,"known":true)" : R"(,"known":false)";
    }
    out += R"(,"span":)";
    span(out, mention.span);
    text(out, R"(,"by":)", mention.by);
    if (mention.value) {
        out += R"(,"value":{)";
        Comma comma(out);
        value_members(out, comma, *mention.value, nullptr);
        out += '}';
    }
    out += '}';
}

void period(std::string& out, const RecordFact& fact) {
    text(out, R"("period":{"text":)", fact.period_text);
    text_or_null(out, R"(,"start":)", fact.period_start);
    text_or_null(out, R"(,"end":)", fact.period_end);
    out += '}';
}

void qualifiers(std::string& out, const RecordFact& fact) {
    out += R"(,"qualifiers":{)";
    Comma comma(out);
    bool period_due = !fact.period_text.empty();
    for (const auto& [name, words] : fact.qualifiers) {
        if (period_due && name > "period") {
            comma();
            period(out, fact);
            period_due = false;
        }
        comma();
        append_json_string(out, name);
        text(out, ":", words);
    }
    if (period_due) {
        comma();
        period(out, fact);
    }
    out += '}';
}

void roles(std::string& out, const RecordFact& fact) {
    out += R"(,"roles":{)";
    Comma comma(out);
    for (const auto& [role, entities] : fact.roles) {
        comma();
        append_json_string(out, role);
        array(out, ":", entities, entity);
    }
    out += '}';
}

void fact(std::string& out, const RecordFact& fact) {
    text(out, R"({"id":)", fact.id);
    text(out, R"(,"anchor":)", fact.anchor);
    text(out, R"(,"kind":)", fact.kind);
    text(out, R"(,"attribute":)", fact.attribute);
    optional_text(out, R"(,"direction":)", fact.direction);
    out += R"(,"subject":)";
    if (fact.subject)
        entity(out, *fact.subject);
    else
        out += "null";
    text(out, R"(,"value":{"mention":)", fact.value_mention);
    Comma comma(out);
    comma();
    value_members(out, comma, *fact.value, &fact.value_text);
    out += '}';
    roles(out, fact);
    qualifiers(out, fact);
    optional_text(out, R"(,"restates":)", fact.restates);
    modality(out, fact.modality, fact.attribution, fact.cue);
    evidence(out, fact.evidence);
    array(out, R"(,"occurrences":)", fact.occurrences, span);
    rule(out, fact.rule, fact.confidence);
    out += '}';
}

void relation(std::string& out, const RecordRelation& relation) {
    text(out, R"({"id":)", relation.id);
    text(out, R"(,"type":)", relation.type);
    array(out, R"(,"args":)", relation.args, entity);
    evidence(out, relation.evidence);
    array(out, R"(,"occurrences":)", relation.occurrences, span);
    modality(out, relation.modality, relation.attribution, relation.cue);
    rule(out, relation.rule, relation.confidence);
    out += '}';
}

void warning(std::string& out, const RecordWarning& warning) {
    text(out, R"({"code":)", warning.code);
    text(out, R"(,"message":)", warning.message);
    optional_span(out, R"(,"span":)", warning.span);
    out += '}';
}

}  // namespace

void append_json(std::string& out, const Record& record) {
    out += R"({"schema":"hardfacts/1",)";
    document(out, record);
    array(out, R"(,"mentions":)", record.mentions, mention);
    array(out, R"(,"facts":)", record.facts, fact);
    array(out, R"(,"relations":)", record.relations, relation);
    array(out, R"(,"warnings":)", record.warnings, warning);
    out += '}';
}

}  // namespace hardfacts
