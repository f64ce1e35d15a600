#include "write/record_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

namespace hardfacts {

namespace {

using Json = nlohmann::json;

/// What is wrong with the record; never leaves this file.
struct Fault {
    std::string message;
};

/// A value of the JSON text that knows where it stands. The place is spelt out for a fault alone: the parents outlive
/// their children here.
class Node {
public:
    explicit Node(const Json& json) : json_(json) {}
    Node(const Json& json, const Node& parent, const char* key) : json_(json), parent_(&parent), key_(key) {}
    Node(const Json& json, const Node& parent, std::size_t index) : json_(json), parent_(&parent), index_(index) {}

    [[noreturn]] void fail(const std::string& what) const {
        const std::string where = place();
        throw Fault{(where.empty() ? "" : where + ": ") + what};
    }

    /// nullptr where the member is missing or null.
    const Json* find(const char* key) const {
        if (!json_.is_object()) fail("is no JSON object");
        const auto found = json_.find(key);
        return found == json_.end() || found->is_null() ? nullptr : &*found;
    }
    Node at(const char* key) const {
        const Json* found = find(key);
        if (found == nullptr) fail(std::string(key) + " is missing");
        return {*found, *this, key};
    }
    std::string text() const {
        if (!json_.is_string()) fail("is no string");
        return json_.get<std::string>();
    }
    std::string text(const char* key) const { return at(key).text(); }
    std::optional<std::string> optional_text(const char* key) const {
        const Json* found = find(key);
        return found == nullptr ? std::nullopt : std::optional(Node(*found, *this, key).text());
    }
    std::string text_or_empty(const char* key) const { return optional_text(key).value_or(""); }

    /// Calls `take` for each item; a missing list is an empty one.
    template <class Take>
    void each(const char* key, Take&& take) const {
        if (const Json* found = find(key)) Node(*found, *this, key).each_item(take);
    }
    /// The same for a list itself.
    template <class Take>
    void each_item(Take&& take) const {
        if (!json_.is_array()) fail("is no list");
        for (std::size_t k = 0; k < json_.size(); ++k) take(Node(json_[k], *this, k));
    }
    const Json& json() const { return json_; }

private:
    std::string place() const {
        if (parent_ == nullptr) return "";
        const std::string before = parent_->place();
        if (key_ == nullptr) return before + '[' + std::to_string(index_) + ']';
        return before.empty() ? key_ : before + '.' + key_;
    }

    const Json& json_;
    const Node* parent_ = nullptr;
    const char* key_ = nullptr;
    std::size_t index_ = 0;
};

Span offsets(const Node& node, const char* key) {
    const Node pair = node.at(key);
    const Json& json = pair.json();
    if (!json.is_array() || json.size() != 2 || !json[0].is_number_unsigned() || !json[1].is_number_unsigned() ||
        json[0] > json[1]) {
        pair.fail("is no pair of offsets");
    }
    return {json[0].get<std::size_t>(), json[1].get<std::size_t>()};
}

SourceSpan span(const Node& node) { return {offsets(node, "byte"), offsets(node, "char"), offsets(node, "utf16")}; }

std::optional<SourceSpan> optional_span(const Node& node, const char* key) {
    const Json* found = node.find(key);
    return found == nullptr ? std::nullopt : std::optional(span(Node(*found, node, key)));
}

std::optional<Decimal> decimal(const Node& node, const char* key) {
    const std::optional<std::string> words = node.optional_text(key);
    if (!words) return std::nullopt;
    std::optional<Decimal> value = Decimal::parse(*words);
    if (!value) node.fail(std::string(key) + " is no decimal number");
    return value;
}

Magnitude magnitude(const Node& node) {
    Magnitude out{decimal(node, "number"), decimal(node, "min"), decimal(node, "max")};
    if (out.number.has_value() == out.min.has_value() || out.min.has_value() != out.max.has_value()) {
        // Dates are values without a number.
        const bool none = !out.number && !out.min && !out.max;
        if (!none) node.fail("holds neither a number nor a min and a max");
    }
    return out;
}

Relation relation(const Node& node) {
    const std::string word = node.text("relation");
    for (std::size_t k = 0; k <= static_cast<std::size_t>(Relation::range); ++k) {
        if (word == to_string(static_cast<Relation>(k))) return static_cast<Relation>(k);
    }
    node.fail("relation " + word + " is not known");
}

std::shared_ptr<const Value> value(const Node& node) {
    Value out;
    out.magnitude = magnitude(node);
    out.unit = node.text("unit");
    out.relation = relation(node);
    out.per = node.text_or_empty("per");
    if (const Json* points = node.find("points")) out.points = *points == true;
    if (const Json* base = node.find("base")) {
        const Node place(*base, node, "base");
        out.base = magnitude(place);
        out.base_unit = place.text("unit");
    }
    if (const Json* date = node.find("date")) {
        const Node place(*date, node, "date");
        out.date_start = place.text_or_empty("start");
        out.date_end = place.text_or_empty("end");
    }
    return std::make_shared<const Value>(std::move(out));
}

EntityRef entity(const Node& node) { return {node.text("entity"), node.text("name"), node.text_or_empty("mention")}; }

Evidence evidence(const Node& node) {
    return {node.text("quote"), node.optional_text("plain"), node.text("prefix"), node.text("suffix"),
            span(node.at("span"))};
}

std::optional<Attribution> attribution(const Node& node) {
    const Json* found = node.find("attribution");
    if (found == nullptr) return std::nullopt;
    const Node place(*found, node, "attribution");
    return Attribution{place.text("text"), place.text_or_empty("entity"), optional_span(place, "span")};
}

/// A number of the record that is written without quotation marks, as it would be written again.
std::string plain_number(const Node& node) {
    if (!node.json().is_number()) node.fail("is no number");
    return node.json().dump();
}

std::vector<SourceSpan> occurrences(const Node& node) {
    std::vector<SourceSpan> out;
    node.each("occurrences", [&](const Node& place) { out.push_back(span(place)); });
    return out;
}

void read_document(Record& out, const Node& node) {
    out.doc.id = node.text("id");
    out.doc.title = node.optional_text("title");
    out.doc.published = node.optional_text("published");
    out.lang = node.text("lang");
    out.sha256 = node.text("sha256");
    if (const Json* meta = node.find("meta")) {
        Node(*meta, node, "meta").each("tags", [&](const Node& tag) { out.doc.tags.push_back(tag.text()); });
    }
    const Node source = node.at("source");
    out.doc.path = source.optional_text("path");
    out.doc.encoding = source.text("encoding");
    out.doc.record = source.optional_text("record");
    out.doc.field = source.optional_text("field");
}

MentionType mention_type(const Node& node) {
    const std::string word = node.text("type");
    for (std::size_t k = 0; k <= static_cast<std::size_t>(MentionType::date); ++k) {
        if (word == to_string(static_cast<MentionType>(k))) return static_cast<MentionType>(k);
    }
    node.fail("type " + word + " is not known");
}

RecordMention mention(const Node& node) {
    RecordMention out;
    out.id = node.text("id");
    out.type = mention_type(node);
    out.text = node.text("text");
    out.plain = node.optional_text("plain");
    if (is_entity(out.type)) {
        out.entity = node.text("entity");
        out.name = node.text("name");
        if (const Json* known = node.find("known")) out.known = *known == true;
    } else {
        out.value = value(node.at("value"));
    }
    out.span = span(node.at("span"));
    out.by = node.text("by");
    return out;
}

void read_qualifiers(RecordFact& out, const Node& node) {
    if (!node.json().is_object()) node.fail("is no JSON object");
    for (const auto& [name, words] : node.json().items()) {
        const Node place(words, node, name.c_str());
        if (name != "period") {
            out.qualifiers.emplace_back(name, place.text());
            continue;
        }
        out.period_text = place.text("text");
        out.period_start = place.text_or_empty("start");
        out.period_end = place.text_or_empty("end");
    }
}

void read_roles(RecordFact& out, const Node& node) {
    if (!node.json().is_object()) node.fail("is no JSON object");
    for (const auto& [role, refs] : node.json().items()) {  // a name may hold a zero byte: it is not looked up again
        out.roles.emplace_back(role, std::vector<EntityRef>{});
        const Node list(refs, node, role.c_str());
        list.each_item([&](const Node& ref) { out.roles.back().second.push_back(entity(ref)); });
    }
}

/// What facts and relations tell alike: how it is said, where, and what found it.
template <class Claim>
void read_statement(Claim& out, const Node& node) {
    out.modality = node.text("modality");
    out.attribution = attribution(node);
    out.cue = optional_span(node, "cue");
    out.evidence = evidence(node.at("evidence"));
    out.occurrences = occurrences(node);
    out.rule = node.text("rule");
    out.confidence = plain_number(node.at("confidence"));
}

RecordFact fact(const Node& node) {
    RecordFact out;
    out.id = node.text("id");
    out.anchor = node.text("anchor");
    out.kind = node.text("kind");
    out.attribute = node.text("attribute");
    out.direction = node.text_or_empty("direction");
    if (const Json* subject = node.find("subject")) out.subject = entity(Node(*subject, node, "subject"));
    const Node said = node.at("value");
    out.value_mention = said.text("mention");
    out.value_text = said.text("text");
    out.value = value(said);
    read_roles(out, node.at("roles"));
    read_qualifiers(out, node.at("qualifiers"));
    out.restates = node.text_or_empty("restates");
    read_statement(out, node);
    return out;
}

RecordRelation record_relation(const Node& node) {
    RecordRelation out;
    out.id = node.text("id");
    out.type = node.text("type");
    std::size_t count = 0;
    node.each("args", [&](const Node& ref) {
        if (count < out.args.size()) out.args[count] = entity(ref);
        ++count;
    });
    if (count != out.args.size()) node.fail("args are not two");
    read_statement(out, node);
    return out;
}

Record record(const Node& node) {
    Record out;
    if (const std::string schema = node.text("schema"); schema != "hardfacts/1") {
        node.fail("schema is " + schema + "; this program reads hardfacts/1");
    }
    read_document(out, node.at("doc"));
    node.each("mentions", [&](const Node& item) { out.mentions.push_back(mention(item)); });
    node.each("facts", [&](const Node& item) { out.facts.push_back(fact(item)); });
    node.each("relations", [&](const Node& item) { out.relations.push_back(record_relation(item)); });
    node.each("warnings", [&](const Node& item) {
        out.warnings.push_back({item.text("code"), item.text("message"), optional_span(item, "span")});
    });
    return out;
}

}  // namespace

std::variant<Record, std::string> read_record(std::string_view json) {
    try {
        const Json parsed = Json::parse(json);
        return record(Node(parsed));
    } catch (const Fault& fault) {
        return fault.message;
    } catch (const Json::exception& error) {
        // "[json.exception.parse_error.101] parse error at line 1, column 5: ..."
        const std::string message = error.what();
        const std::size_t behind = message.find("] ");
        return "is no JSON: " + (behind == std::string::npos ? message : message.substr(behind + 2));
    }
}

}  // namespace hardfacts
