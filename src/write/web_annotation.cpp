#include "write/web_annotation.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "write/code_points.h"
#include "write/json.h"
#include "write/json_text.h"

namespace hardfacts {

namespace {

constexpr std::size_t side = 32;  // code points of a prefix and a suffix, as those of the record's evidence

/// Appends `text` as it may stand in the path of an IRI: all but a few characters of ASCII in percent signs.
void append_path(std::string& out, std::string_view text) {
    constexpr std::string_view plain = "-._~/";
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (alphanumeric || plain.find(c) != plain.npos) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 0xFU];
        }
    }
}

/// Where the document is: the path of its file, with the record in it as fragment; else a name.
std::string source_of(const DocumentInfo& info) {
    std::string out;
    if (!info.path || *info.path == "<stdin>") {
        out = "urn:hardfacts:";
        append_path(out, info.id);
        return out;
    }
    append_path(out, *info.path);
    if (info.record) {
        out += '#';
        append_path(out, *info.record);
    }
    return out;
}

struct Quote {
    std::string_view exact;
    std::optional<std::string_view> prefix, suffix;
};

/// One record on its way into annotations.
class Annotations {
public:
    Annotations(std::string& out, const Record& record, std::string_view source)
        : out_(out),
          record_(record),
          begin_(out.size()),
          source_(source_of(record.doc)),
          marked_(source.starts_with(byte_order_mark)) {
        if (!source.empty()) characters_.emplace(source);
        for (const RecordMention& mention : record.mentions) mentions_.emplace(mention.span.byte.begin, &mention);
    }

    void mention(const RecordMention& mention) {
        open(mention.id, is_entity(mention.type) ? "identifying" : "describing");
        text_body("tagging", to_string(mention.type));
        if (is_entity(mention.type)) {
            text_body("identifying", mention.entity);
            text_body("describing", mention.name);
        } else if (mention.value) {
            json_body(*mention.value);
        }
        begin_targets();
        target(mention.span, quote_at(mention.span, mention.text));
        close();
    }

    void fact(const RecordFact& fact) {
        open(fact.id, "describing");
        text_body("tagging", fact.attribute);
        json_body(fact);
        targets(fact);
    }

    void relation(const RecordRelation& relation) {
        open(relation.id, "describing");
        text_body("tagging", relation.type);
        json_body(relation);
        targets(relation);
    }

private:
    void string(std::string_view text) { append_json_string(out_, text); }

    void open(std::string_view item, std::string_view motivation) {
        if (out_.size() != begin_) out_ += ",\n";
        std::string id = "urn:hardfacts:";
        append_path(id, record_.doc.id);
        id += ':';
        append_path(id, item);
        out_ += R"({"@context":"http://www.w3.org/ns/anno.jsonld","id":)";
        string(id);
        out_ += R"(,"type":"Annotation","motivation":")";
        out_ += motivation;
        out_ += R"(","body":[)";
        first_ = true;
    }

    void comma() {
        if (!first_) out_ += ',';
        first_ = false;
    }

    void text_body(std::string_view purpose, std::string_view value) {
        comma();
        out_ += R"({"type":"TextualBody","purpose":")";
        out_ += purpose;
        out_ += R"(","format":"text/plain","value":)";
        string(value);
        out_ += '}';
    }

    template <class Said>
    void json_body(const Said& said) {
        comma();
        statement_.clear();
        append_statement(statement_, said);
        out_ += R"({"type":"TextualBody","purpose":"describing","format":"application/json","value":)";
        string(statement_);
        out_ += '}';
    }

    void begin_targets() {
        out_ += R"(],"target":[)";
        first_ = true;
    }

    void close() { out_ += "]}"; }

    /// The words that say it, and the other places where it is said.
    template <class Claim>
    void targets(const Claim& claim) {
        begin_targets();
        const Evidence& evidence = claim.evidence;
        target(evidence.span, Quote{evidence.quote, evidence.prefix, evidence.suffix});
        for (const SourceSpan& span : claim.occurrences) {
            if (!evidence.span.byte.contains(span.byte)) target(span, quote_at(span, ""));
        }
        close();
    }

    void target(const SourceSpan& span, const Quote& quote) {
        comma();
        out_ += R"({"type":"SpecificResource","source":{"id":)";
        string(source_);
        out_ += R"(,"type":"Text","format":"text/plain")";
        if (record_.lang == "ja" || record_.lang == "en") out_ += R"(,"language":")" + record_.lang + '"';
        out_ += R"(},"selector":[)";
        const std::size_t mark = marked_ ? 1 : 0;
        positions("TextPositionSelector", {span.character.begin - std::min(mark, span.character.begin),
                                           span.character.end - std::min(mark, span.character.end)});
        if (!quote.exact.empty()) {
            out_ += R"(,{"type":"TextQuoteSelector","exact":)";
            string(quote.exact);
            if (quote.prefix) out_ += R"(,"prefix":)", string(*quote.prefix);
            if (quote.suffix) out_ += R"(,"suffix":)", string(*quote.suffix);
            out_ += '}';
        }
        if (!record_.doc.record) {  // the bytes of a record inside a file are not those of the file
            out_ += ',';
            positions("DataPositionSelector", span.byte);
        }
        out_ += "]}";
    }

    void positions(std::string_view type, Span offsets) {
        out_ += R"({"type":")";
        out_ += type;
        out_ += R"(","start":)" + std::to_string(offsets.begin) + R"(,"end":)" + std::to_string(offsets.end) + '}';
    }

    /// `known`: the words, where they are; else those of the source, or of a mention at the same place.
    Quote quote_at(const SourceSpan& span, std::string_view known) const {
        Quote quote{known, std::nullopt, std::nullopt};
        const Span place = span.character;
        if (characters_) {
            quote.exact = characters_->slice(place);
            const std::size_t first = marked_ ? 1 : 0;
            const std::size_t before = place.begin > first + side ? place.begin - side : first;
            quote.prefix = characters_->slice({before, place.begin});
            quote.suffix = characters_->slice({place.end, place.end + side});
        } else if (known.empty()) {
            const auto found = mentions_.find(span.byte.begin);
            if (found != mentions_.end() && found->second->span.byte == span.byte) quote.exact = found->second->text;
        }
        return quote;
    }

    std::string& out_;
    const Record& record_;
    std::size_t begin_;
    std::string source_;
    std::string statement_;
    std::optional<CodePoints> characters_;                            ///< of the source, where it is at hand
    std::unordered_map<std::size_t, const RecordMention*> mentions_;  ///< by their first byte
    bool marked_;                                                     ///< the source begins with a byte order mark
    bool first_ = true;
};

}  // namespace

void append_web_annotations(std::string& out, const Record& record, const View& view) {
    Annotations annotations(out, record, view.source);
    for (const RecordMention& mention : record.mentions) annotations.mention(mention);
    for (const RecordFact& fact : record.facts) annotations.fact(fact);
    for (const RecordRelation& relation : record.relations) annotations.relation(relation);
}

}  // namespace hardfacts
