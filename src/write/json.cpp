#include "write/json.h"

#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "write/json_sink.h"

namespace hardfacts {

namespace {

/// The separator between members or items: nothing before the first.
class Comma {
public:
    explicit Comma(JsonSink& out) : out_(out) {}
    void operator()() {
        if (!first_) out_.put(',');
        first_ = false;
    }

private:
    JsonSink& out_;
    bool first_ = true;
};

/// `key` holds everything up to the value: `,"name":`.
template <std::size_t size>
void text(JsonSink& out, const char (&key)[size], std::string_view value) {
    out.put(key);
    out.string(value);
}

template <std::size_t size>
void text_or_null(JsonSink& out, const char (&key)[size], const std::optional<std::string>& value) {
    if (value) return text(out, key, *value);
    out.put(key);
    out.put("null");
}

template <std::size_t size, std::convertible_to<std::string_view> Text>
void text_or_null(JsonSink& out, const char (&key)[size], const Text& value) {
    if (!std::string_view(value).empty()) return text(out, key, value);
    out.put(key);
    out.put("null");
}

template <std::size_t size>
void optional_text(JsonSink& out, const char (&key)[size], const std::optional<std::string>& value) {
    if (value) text(out, key, *value);
}

template <std::size_t size, std::convertible_to<std::string_view> Text>
void optional_text(JsonSink& out, const char (&key)[size], const Text& value) {
    if (!std::string_view(value).empty()) text(out, key, value);
}

template <std::size_t size, class Items, class Write>
void array(JsonSink& out, const char (&key)[size], const Items& items, Write&& write) {
    out.put(key);
    out.put('[');
    Comma comma(out);
    for (const auto& item : items) {
        comma();
        write(out, item);
    }
    out.put(']');
}

/// The one place that writes a span. Spans are half of a record's bytes; where the three ways to count agree, which is
/// everywhere in ASCII, the digits are copied.
void span(JsonSink& out, const SourceSpan& place) {
    constexpr std::size_t longest = 192;  // 36 for the braces and keys, 6 numbers
    char* at = out.room(longest);
    const auto put = [&]<std::size_t size>(const char(&literal)[size]) {
        std::memcpy(at, literal, size - 1);
        at += size - 1;
    };
    const char* written = nullptr;  // the pair before, in digits
    std::size_t size = 0;
    const auto pair = [&](Span offsets) {
        written = at;
        at = write_digits(at, offsets.begin);
        *at++ = ',';
        at = write_digits(at, offsets.end);
        size = static_cast<std::size_t>(at - written);
    };
    const auto pair_behind = [&](Span offsets, Span before) {
        constexpr std::size_t common = 16;  // moved at once
        if (offsets != before || size > common) return pair(offsets);
        std::memmove(at, written, common);
        written = at;
        at += size;
    };
    put(R"({"byte":[)");
    pair(place.byte);
    put(R"(],"char":[)");
    pair_behind(place.character, place.byte);
    put(R"(],"utf16":[)");
    pair_behind(place.utf16, place.character);
    put("]}");
    out.advance_to(at);
}

template <std::size_t size>
void optional_span(JsonSink& out, const char (&key)[size], const std::optional<SourceSpan>& place) {
    if (!place) return;
    out.put(key);
    span(out, *place);
}

/// Decimals go into the record as strings: a JSON number would lose digits in many readers.
template <std::size_t size>
void decimal(JsonSink& out, Comma& comma, const char (&key)[size], const std::optional<Decimal>& value) {
    if (!value) return;
    comma();
    text(out, key, value->to_string());
}

void magnitude(JsonSink& out, Comma& comma, const Magnitude& value) {
    decimal(out, comma, R"("number":)", value.number);
    decimal(out, comma, R"("min":)", value.min);
    decimal(out, comma, R"("max":)", value.max);
}

void base(JsonSink& out, const Value& value) {
    if (value.base_unit.empty()) return;
    out.put(R"(,"base":{)");
    Comma comma(out);
    magnitude(out, comma, value.base);
    comma();
    text(out, R"("unit":)", value.base_unit);
    out.put('}');
}

void date(JsonSink& out, const Value& value) {
    if (value.date_start.empty() && value.date_end.empty()) return;
    out.put(R"(,"date":{)");
    Comma comma(out);
    if (!value.date_start.empty()) comma(), text(out, R"("start":)", value.date_start);
    if (!value.date_end.empty()) comma(), text(out, R"("end":)", value.date_end);
    out.put('}');
}

/// The members of a value. A fact's value also names its mention and repeats the words.
void value_members(JsonSink& out, Comma& comma, const Value& value, const std::string* words) {
    magnitude(out, comma, value.magnitude);
    comma();
    text(out, R"("unit":)", value.unit);
    text(out, R"(,"relation":)", to_string(value.relation));
    optional_text(out, R"(,"per":)", value.per);
    if (value.points) out.put(R"(,"points":true)");
    if (words != nullptr) text(out, R"(,"text":)", *words);
    base(out, value);
    date(out, value);
}

void entity(JsonSink& out, const EntityRef& ref) {
    text(out, R"({"entity":)", ref.entity);
    text(out, R"(,"name":)", ref.name);
    text_or_null(out, R"(,"mention":)", ref.mention);
    out.put('}');
}

void evidence(JsonSink& out, const Evidence& evidence) {
    text(out, R"(,"evidence":{"quote":)", evidence.quote);
    optional_text(out, R"(,"plain":)", evidence.plain);
    text(out, R"(,"prefix":)", evidence.prefix);
    text(out, R"(,"suffix":)", evidence.suffix);
    out.put(R"(,"span":)");
    span(out, evidence.span);
    out.put('}');
}

/// Whether the places in the source are written too.
enum class Places : bool { left_out, written };

void modality(JsonSink& out, std::string_view word, const std::optional<Attribution>& attribution,
              const std::optional<SourceSpan>& cue, Places places) {
    text(out, R"(,"modality":)", word);
    if (attribution) {
        text(out, R"(,"attribution":{"text":)", attribution->text);
        text_or_null(out, R"(,"entity":)", attribution->entity);
        if (places == Places::written) optional_span(out, R"(,"span":)", attribution->span);
        out.put('}');
    } else {
        out.put(R"(,"attribution":null)");
    }
    if (places == Places::written) optional_span(out, R"(,"cue":)", cue);
}

void rule(JsonSink& out, std::string_view name, std::string_view confidence) {
    text(out, R"(,"rule":)", name);
    out.put(R"(,"confidence":)");
    out.number(confidence);
}

void document(JsonSink& out, const Record& record) {
    const DocumentInfo& info = record.doc;
    text(out, R"("doc":{"id":)", info.id);
    text_or_null(out, R"(,"title":)", info.title);
    text_or_null(out, R"(,"published":)", info.published);
    text(out, R"(,"lang":)", record.lang);
    text(out, R"(,"sha256":)", record.sha256);
    if (!info.tags.empty()) {
        array(out, R"(,"meta":{"tags":)", info.tags, [](JsonSink& sink, const std::string& tag) { sink.string(tag); });
        out.put('}');
    }
    text_or_null(out, R"(,"source":{"path":)", info.path);
    text(out, R"(,"encoding":)", info.encoding);
    text_or_null(out, R"(,"record":)", info.record);
    text_or_null(out, R"(,"field":)", info.field);
    out.put("}}");
}

void mention(JsonSink& out, const RecordMention& mention) {
    text(out, R"({"id":)", mention.id);
    text(out, R"(,"type":)", to_string(mention.type));
    text(out, R"(,"text":)", mention.text);
    optional_text(out, R"(,"plain":)", mention.plain);
    if (is_entity(mention.type)) {
        text(out, R"(,"entity":)", mention.entity);
        text(out, R"(,"name":)", mention.name);
        mention.known ? out.put(R"(,"known":true)") : out.put(R"(,"known":false)");
    }
    out.put(R"(,"span":)");
    span(out, mention.span);
    text(out, R"(,"by":)", mention.by);
    if (mention.value) {
        out.put(R"(,"value":{)");
        Comma comma(out);
        value_members(out, comma, *mention.value, nullptr);
        out.put('}');
    }
    out.put('}');
}

void period(JsonSink& out, const RecordFact& fact) {
    text(out, R"("period":{"text":)", fact.period_text);
    text_or_null(out, R"(,"start":)", fact.period_start);
    text_or_null(out, R"(,"end":)", fact.period_end);
    out.put('}');
}

void qualifiers(JsonSink& out, const RecordFact& fact) {
    out.put(R"(,"qualifiers":{)");
    Comma comma(out);
    bool period_due = !fact.period_text.empty();
    for (const auto& [name, words] : fact.qualifiers) {
        if (period_due && name > "period") {
            comma();
            period(out, fact);
            period_due = false;
        }
        comma();
        out.string(name);
        text(out, ":", words);
    }
    if (period_due) {
        comma();
        period(out, fact);
    }
    out.put('}');
}

void roles(JsonSink& out, const RecordFact& fact) {
    out.put(R"(,"roles":{)");
    Comma comma(out);
    for (const auto& [role, entities] : fact.roles) {
        comma();
        out.string(role);
        array(out, ":", entities, entity);
    }
    out.put('}');
}

void statement(JsonSink& out, const RecordFact& fact, Places places) {
    text(out, R"({"id":)", fact.id);
    text(out, R"(,"anchor":)", fact.anchor);
    text(out, R"(,"kind":)", fact.kind);
    text(out, R"(,"attribute":)", fact.attribute);
    optional_text(out, R"(,"direction":)", fact.direction);
    out.put(R"(,"subject":)");
    if (fact.subject)
        entity(out, *fact.subject);
    else
        out.put("null");
    text(out, R"(,"value":{"mention":)", fact.value_mention);
    Comma comma(out);
    comma();
    value_members(out, comma, *fact.value, &fact.value_text);
    out.put('}');
    roles(out, fact);
    qualifiers(out, fact);
    optional_text(out, R"(,"restates":)", fact.restates);
    modality(out, fact.modality, fact.attribution, fact.cue, places);
    if (places == Places::written) {
        evidence(out, fact.evidence);
        array(out, R"(,"occurrences":)", fact.occurrences, span);
    }
    rule(out, fact.rule, fact.confidence);
    out.put('}');
}

void fact(JsonSink& out, const RecordFact& fact) { statement(out, fact, Places::written); }

void statement(JsonSink& out, const RecordRelation& relation, Places places) {
    text(out, R"({"id":)", relation.id);
    text(out, R"(,"type":)", relation.type);
    array(out, R"(,"args":)", relation.args, entity);
    if (places == Places::written) {
        evidence(out, relation.evidence);
        array(out, R"(,"occurrences":)", relation.occurrences, span);
    }
    modality(out, relation.modality, relation.attribution, relation.cue, places);
    rule(out, relation.rule, relation.confidence);
    out.put('}');
}

void relation(JsonSink& out, const RecordRelation& relation) { statement(out, relation, Places::written); }

void warning(JsonSink& out, const RecordWarning& warning) {
    text(out, R"({"code":)", warning.code);
    text(out, R"(,"message":)", warning.message);
    optional_span(out, R"(,"span":)", warning.span);
    out.put('}');
}

}  // namespace

void append_json(std::string& text, const Record& record) {
    constexpr std::size_t mention_size = 256;
    constexpr std::size_t fact_size = 1024;
    text.reserve(text.size() + 1024 + record.mentions.size() * mention_size + record.facts.size() * fact_size);
    JsonSink out(text);
    out.put(R"({"schema":"hardfacts/1",)");
    document(out, record);
    array(out, R"(,"mentions":)", record.mentions, mention);
    array(out, R"(,"facts":)", record.facts, fact);
    array(out, R"(,"relations":)", record.relations, relation);
    array(out, R"(,"warnings":)", record.warnings, warning);
    out.put('}');
}

void append_statement(std::string& text, const RecordFact& fact) {
    JsonSink out(text);
    statement(out, fact, Places::left_out);
}

void append_statement(std::string& text, const RecordRelation& relation) {
    JsonSink out(text);
    statement(out, relation, Places::left_out);
}

void append_statement(std::string& text, const Value& value) {
    JsonSink out(text);
    out.put('{');
    Comma comma(out);
    value_members(out, comma, value, nullptr);
    out.put('}');
}

}  // namespace hardfacts
