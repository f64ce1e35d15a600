#include "write/report.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "write/json_sink.h"

namespace hardfacts {

namespace {

/// Writes `{"key":value,...}`: key() goes before each value.
class Object {
public:
    explicit Object(JsonSink& out) : out_(out) { out_.put('{'); }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    ~Object() { out_.put('}'); }

    JsonSink& key(std::string_view name) {
        if (!first_) out_.put(',');
        first_ = false;
        out_.string(name);
        out_.put(':');
        return out_;
    }
    void text(std::string_view name, std::string_view value) { key(name).string(value); }
    /// Left out where it is empty.
    void optional(std::string_view name, std::string_view value) {
        if (!value.empty()) text(name, value);
    }
    void decimal(std::string_view name, const std::optional<Decimal>& value) {
        if (value) text(name, value->to_string());
    }

private:
    JsonSink& out_;
    bool first_ = true;
};

template <class Items, class Write>
void array(JsonSink& out, const Items& items, Write&& write) {
    out.put('[');
    bool first = true;
    for (const auto& item : items) {
        if (!first) out.put(',');
        first = false;
        write(item);
    }
    out.put(']');
}

void number(JsonSink& out, std::size_t value) {
    constexpr std::size_t most_digits = 20;
    out.advance_to(write_digits(out.room(most_digits), value));
}

void number_or_none(JsonSink& out, std::optional<std::size_t> value) {
    if (value)
        number(out, *value);
    else
        out.put("-1");
}

void span(JsonSink& out, const SourceSpan& place) {
    out.put('[');
    number(out, place.utf16.begin);
    out.put(',');
    number(out, place.utf16.end);
    out.put(']');
}

/// Gives the entities of one document numbers, in the order in which they are asked for.
class Entities {
public:
    std::size_t number_of(std::string_view id, std::string_view name) {
        const auto [place, added] = numbers_.emplace(id, entities_.size());
        if (added) entities_.emplace_back(id, name);
        return place->second;
    }
    std::size_t number_of(const EntityRef& ref) { return number_of(ref.entity, ref.name); }

    /// Those that were not written yet.
    void write(JsonSink& out) {
        out.put('[');
        for (const std::size_t first = written_; written_ < entities_.size(); ++written_) {
            if (written_ != first) out.put(',');
            out.put('[');
            out.string(entities_[written_].first);
            out.put(',');
            out.string(entities_[written_].second);
            out.put(']');
        }
        out.put(']');
    }

private:
    std::unordered_map<std::string_view, std::size_t> numbers_;
    std::vector<std::pair<std::string_view, std::string_view>> entities_;
    std::size_t written_ = 0;
};

/// Writes the two pieces of one document.
class Pieces {
public:
    Pieces(JsonSink& out, const Record& record, std::string_view source) : out_(out), record_(record), source_(source) {
        for (std::size_t k = 0; k < record.mentions.size(); ++k) mentions_.emplace(record.mentions[k].id, k);
        for (const RecordFact& fact : record.facts) {
            if (fact.subject) entities_.number_of(*fact.subject);
            for (const auto& [role, refs] : fact.roles) {
                for (const EntityRef& ref : refs) entities_.number_of(ref);
            }
        }
        for (const RecordRelation& relation : record.relations) {
            for (const EntityRef& ref : relation.args) entities_.number_of(ref);
        }
    }

    void index() {
        Object object(out_);
        object.text("id", record_.doc.id);
        object.optional("title", record_.doc.title.value_or(""));
        object.optional("published", record_.doc.published.value_or(""));
        object.text("lang", record_.lang);
        number(object.key("mentions"), record_.mentions.size());
        entities_.write(object.key("entities"));
        array(object.key("facts"), record_.facts, [this](const RecordFact& fact) { index_of(fact); });
        array(object.key("relations"), record_.relations, [this](const RecordRelation& each) { index_of(each); });
    }

    void body() {
        const DocumentInfo& info = record_.doc;
        for (const RecordMention& mention : record_.mentions) {
            if (is_entity(mention.type)) entities_.number_of(mention.entity, mention.name);
        }
        for (const RecordFact& fact : record_.facts) number_attribution(fact.attribution);
        for (const RecordRelation& relation : record_.relations) number_attribution(relation.attribution);
        Object object(out_);
        if (has_source())
            object.text("source", source_);
        else
            object.key("source").put("null");
        object.optional("path", info.path.value_or(""));
        object.text("encoding", info.encoding);
        object.optional("record", info.record.value_or(""));
        object.optional("field", info.field.value_or(""));
        object.text("sha256", record_.sha256);
        if (!info.tags.empty())
            array(object.key("tags"), info.tags, [this](const std::string& tag) { out_.string(tag); });
        entities_.write(object.key("entities"));
        array(object.key("mentions"), record_.mentions, [this](const RecordMention& mention) { body_of(mention); });
        array(object.key("facts"), record_.facts, [this](const RecordFact& fact) { body_of(fact); });
        array(object.key("relations"), record_.relations, [this](const RecordRelation& each) { body_of(each); });
        array(object.key("warnings"), record_.warnings, [this](const RecordWarning& warning) {
            Object told(out_);
            told.text("code", warning.code);
            told.text("message", warning.message);
            if (warning.span) span(told.key("span"), *warning.span);
        });
    }

private:
    /// A document without a character has no text to show, whether or not its source is at hand.
    bool has_source() const { return !source_.empty(); }

    std::optional<std::size_t> mention_number(const std::string& id) const {
        const auto found = mentions_.find(id);
        return found == mentions_.end() ? std::nullopt : std::optional(found->second);
    }

    void number_attribution(const std::optional<Attribution>& attribution) {
        if (attribution && !attribution->entity.empty()) {
            entities_.number_of(attribution->entity, attribution->entity);
        }
    }

    /// The words of a fact's value; their reading, where markup stands inside.
    std::string_view value_words(const RecordFact& fact) const {
        const auto number = mention_number(fact.value_mention);
        if (number && record_.mentions[*number].plain) return *record_.mentions[*number].plain;
        return fact.value_text;
    }

    static void magnitude(Object& object, const Magnitude& value) {
        object.decimal("number", value.number);
        object.decimal("min", value.min);
        object.decimal("max", value.max);
    }

    void value(const Value& value) {
        Object object(out_);
        magnitude(object, value.magnitude);
        object.optional("unit", value.unit);
        if (value.relation != Relation::eq) object.text("relation", to_string(value.relation));
        object.optional("per", value.per);
        if (value.points) object.key("points").put("true");
        object.optional("start", value.date_start);
        object.optional("end", value.date_end);
    }

    void index_of(const RecordFact& fact) {
        Object object(out_);
        object.text("id", fact.id);
        object.text("kind", fact.kind);
        object.text("attribute", fact.attribute);
        object.optional("direction", fact.direction);
        if (fact.subject) number(object.key("subject"), entities_.number_of(*fact.subject));
        if (!fact.roles.empty()) {
            std::vector<std::size_t> others;
            for (const auto& [role, refs] : fact.roles) {
                for (const EntityRef& ref : refs) others.push_back(entities_.number_of(ref));
            }
            array(object.key("others"), others, [this](std::size_t other) { number(out_, other); });
        }
        object.text("text", value_words(fact));
        object.key("value");
        value(*fact.value);
        object.text("modality", fact.modality);
        object.key("confidence").number(fact.confidence);
    }

    void index_of(const RecordRelation& relation) {
        Object object(out_);
        object.text("id", relation.id);
        object.text("type", relation.type);
        number(object.key("from"), entities_.number_of(relation.args[0]));
        number(object.key("to"), entities_.number_of(relation.args[1]));
        object.text("modality", relation.modality);
        object.key("confidence").number(relation.confidence);
    }

    void body_of(const RecordMention& mention) {
        out_.put('[');
        out_.string(to_string(mention.type));
        out_.put(',');
        number(out_, mention.span.utf16.begin);
        out_.put(',');
        number(out_, mention.span.utf16.end);
        if (is_entity(mention.type)) {
            out_.put(',');
            number(out_, entities_.number_of(mention.entity, mention.name));
            mention.known ? out_.put(",1]") : out_.put(",0]");
        } else {
            out_.put(",-1,1]");
        }
    }

    void body_of(const RecordFact& fact) {
        Object object(out_);
        if (const auto subject = fact.subject ? mention_number(fact.subject->mention) : std::nullopt) {
            number(object.key("subject"), *subject);
        }
        if (!fact.roles.empty()) {
            Object roles(object.key("roles"));
            for (const auto& [role, refs] : fact.roles) {
                array(roles.key(role), refs, [this](const EntityRef& ref) { place_of(ref); });
            }
        }
        if (!fact.qualifiers.empty()) {
            Object qualifiers(object.key("qualifiers"));
            for (const auto& [name, words] : fact.qualifiers) qualifiers.text(name, words);
        }
        if (!fact.period_text.empty()) {
            Object period(object.key("period"));
            period.text("text", fact.period_text);
            period.optional("start", fact.period_start);
            period.optional("end", fact.period_end);
        }
        object.optional("restates", fact.restates);
        if (!fact.value->base_unit.empty() && fact.value->base_unit != fact.value->unit) {
            Object base(object.key("base"));
            magnitude(base, fact.value->base);
            base.text("unit", fact.value->base_unit);
        }
        said(object, fact);
        object.text("anchor", fact.anchor);
        object.text("rule", fact.rule);
    }

    void body_of(const RecordRelation& relation) {
        Object object(out_);
        array(object.key("args"), relation.args,
              [this](const EntityRef& ref) { number_or_none(out_, mention_number(ref.mention)); });
        said(object, relation);
        object.text("rule", relation.rule);
    }

    /// An entity and where it is named.
    void place_of(const EntityRef& ref) {
        out_.put('[');
        number(out_, entities_.number_of(ref));
        out_.put(',');
        number_or_none(out_, mention_number(ref.mention));
        out_.put(']');
    }

    /// What facts and relations share: by whom and where it is said.
    template <class Claim>
    void said(Object& object, const Claim& claim) {
        if (claim.attribution) {
            Object attribution(object.key("attribution"));
            attribution.text("text", claim.attribution->text);
            if (const std::string& entity = claim.attribution->entity; !entity.empty()) {
                number(attribution.key("entity"), entities_.number_of(entity, entity));
            }
            if (claim.attribution->span) span(attribution.key("span"), *claim.attribution->span);
        }
        if (claim.cue) span(object.key("cue"), *claim.cue);
        span(object.key("quote"), claim.evidence.span);
        object.optional("plain", claim.evidence.plain.value_or(""));
        if (!has_source()) {
            const std::string_view words[] = {claim.evidence.prefix, claim.evidence.quote, claim.evidence.suffix};
            array(object.key("words"), words, [this](std::string_view each) { out_.string(each); });
        }
        array(object.key("spans"), claim.occurrences, [this](const SourceSpan& place) { span(out_, place); });
    }

    JsonSink& out_;
    const Record& record_;
    std::string_view source_;
    Entities entities_;
    std::unordered_map<std::string_view, std::size_t> mentions_;  ///< numbers of the mentions' ids
};

/// Inside a script element only what begins with '<' means anything to HTML: `</script`, `<!--`, `<script`. In JSON it
/// can stand in strings alone, where it may be written as an escape.
void append_inert(std::string& out, std::string_view json) {
    for (;;) {
        const std::size_t at = json.find('<');
        out += json.substr(0, at);
        if (at == std::string_view::npos) return;
        out += "\\u003c";
        json.remove_prefix(at + 1);
    }
}

}  // namespace

void append_report(std::string& out, const Record& record, const View& view) {
    std::string json;
    JsonSink sink(json);
    Pieces pieces(sink, record, view.source);
    const auto append = [&](std::string_view name) {
        sink.flush();
        out.append("<script type=\"application/json\" class=\"").append(name).append("\">");
        append_inert(out, json);
        out += "</script>\n";
        json.clear();
    };
    pieces.index();
    append("index");
    pieces.body();
    append("body");
}

}  // namespace hardfacts
