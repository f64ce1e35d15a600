#include "write/label_studio.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "write/code_points.h"
#include "write/json.h"
#include "write/json_text.h"
#include "write/plain_source.h"
#include "write/version.h"

namespace hardfacts {

namespace {

class Task {
public:
    Task(std::string& out, const Record& record, std::string_view source)
        : out_(out), record_(record), plain_(source), characters_(plain_.text()) {
        for (const RecordMention& mention : record.mentions) mentions_.emplace(mention.id, &mention);
    }

    void write() {
        out_ += R"({"data":{"text":)";
        string(plain_.text());
        data();
        out_ += R"(},"predictions":[{"model_version":)";
        string(program_version());
        out_ += R"(,"result":[)";
        for (const RecordMention& mention : record_.mentions) region(mention);
        choices();
        relations();
        out_ += "]}]}";
    }

private:
    void string(std::string_view text) { append_json_string(out_, text); }
    void string_or_null(const std::optional<std::string>& text) { text ? string(*text) : void(out_ += "null"); }

    void comma() {
        if (!first_) out_ += ',';
        first_ = false;
    }

    /// What Label Studio keeps beside the text: whose it is, and every fact and relation as the record says it.
    void data() {
        out_ += R"(,"document":)";
        string(record_.doc.id);
        out_ += R"(,"title":)";
        string_or_null(record_.doc.title);
        out_ += R"(,"published":)";
        string_or_null(record_.doc.published);
        out_ += R"(,"lang":)";
        string(record_.lang);
        out_ += R"(,"sha256":)";
        string(record_.sha256);
        statements(R"(,"facts":[)", record_.facts);
        statements(R"(,"relations":[)", record_.relations);
    }

    template <class Claims>
    void statements(std::string_view key, const Claims& claims) {
        out_ += key;
        first_ = true;
        for (const auto& claim : claims) {
            comma();
            append_statement(out_, claim);
        }
        out_ += ']';
        first_ = true;
    }

    /// The members that every result at a mention has, up to those of its kind.
    void at(const RecordMention& mention, std::string_view from, std::string_view type) {
        comma();
        out_ += R"({"id":)";
        string(mention.id);
        out_ += R"(,"from_name":")";
        out_ += from;
        out_ += R"(","to_name":"text","type":")";
        out_ += type;
        const Span place = plain_.place(mention.span.character);
        out_ += R"(","value":{"start":)" + std::to_string(place.begin) + R"(,"end":)" + std::to_string(place.end);
        out_ += R"(,"text":)";
        string(characters_.slice(place));
    }

    void region(const RecordMention& mention) {
        at(mention, "mention", "labels");
        out_ += R"(,"labels":[")";
        out_ += to_string(mention.type);
        out_ += R"("]})";
        if (!mention.entity.empty()) {
            out_ += R"(,"meta":{"text":[)";
            string(mention.entity);
            out_ += "]}";
        }
        out_ += '}';
    }

    /// At the values of facts, their attributes and modalities: a value may be in several facts.
    void choices() {
        using Chosen = std::vector<std::string_view>;
        std::map<std::string_view, std::array<Chosen, 2>> chosen;
        const auto choose = [](Chosen& among, std::string_view choice) {
            if (std::find(among.begin(), among.end(), choice) == among.end()) among.push_back(choice);
        };
        for (const RecordFact& fact : record_.facts) {
            choose(chosen[fact.value_mention][0], fact.attribute);
            choose(chosen[fact.value_mention][1], fact.modality);
        }
        for (const auto& [id, both] : chosen) {
            const auto found = mentions_.find(id);
            if (found == mentions_.end()) continue;
            choice(*found->second, "attribute", both[0]);
            choice(*found->second, "modality", both[1]);
        }
    }

    void choice(const RecordMention& mention, std::string_view from, const std::vector<std::string_view>& chosen) {
        at(mention, from, "choices");
        out_ += R"(,"choices":[)";
        for (std::size_t k = 0; k < chosen.size(); ++k) {
            if (k != 0) out_ += ',';
            string(chosen[k]);
        }
        out_ += "]}}";
    }

    /// From the value of a fact to its subject and to those in its roles, and between the two of a relation.
    void relations() {
        for (const RecordFact& fact : record_.facts) {
            if (fact.subject) relation(fact.value_mention, fact.subject->mention, "subject");
            for (const auto& [role, entities] : fact.roles) {
                for (const EntityRef& entity : entities) relation(fact.value_mention, entity.mention, role);
            }
        }
        for (const RecordRelation& one : record_.relations)
            relation(one.args[0].mention, one.args[1].mention, one.type);
    }

    void relation(const std::string& from, const std::string& to, std::string_view label) {
        if (!mentions_.contains(from) || !mentions_.contains(to)) return;
        if (!written_.insert(from + ' ' + to + ' ' + std::string(label)).second) return;
        comma();
        out_ += R"({"type":"relation","from_id":)";
        string(from);
        out_ += R"(,"to_id":)";
        string(to);
        out_ += R"(,"direction":"right","labels":[)";
        string(label);
        out_ += "]}";
    }

    std::string& out_;
    const Record& record_;
    PlainSource plain_;
    CodePoints characters_;
    std::map<std::string_view, const RecordMention*> mentions_;  ///< by their ids
    std::set<std::string> written_;                              ///< relations
    bool first_ = true;
};

}  // namespace

void append_label_studio(std::string& out, const Record& record, const View& view) {
    if (!view.source.empty()) Task(out, record, view.source).write();
}

}  // namespace hardfacts
