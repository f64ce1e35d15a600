#include "write/brat.h"

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "model/utf8.h"
#include "write/code_points.h"
#include "write/json.h"
#include "write/valid_text.h"

namespace hardfacts {

namespace {

/// Characters at which some reader of .ann ends a line, or a column.
constexpr bool is_break(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029; }

constexpr bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x3000; }

class Annotations {
public:
    Annotations(std::string& out, const Record& record, const PlainSource& source)
        : out_(out), record_(record), source_(source), characters_(source.text()) {}

    void write() {
        for (const RecordMention& mention : record_.mentions) this->mention(mention);
        for (const RecordFact& fact : record_.facts) event(fact);
        for (const RecordRelation& relation : record_.relations) this->relation(relation);
    }

private:
    /// A T line for the parts of a span that stand on one line each. Its number, or 0 where nothing is left of it.
    std::size_t text_bound(std::string_view type, Span place) {
        std::string offsets;
        std::string words;
        for (const Span& part : parts(place)) {
            offsets += offsets.empty() ? ' ' : ';';
            offsets += std::to_string(part.begin) + ' ' + std::to_string(part.end);
            if (!words.empty()) words += ' ';
            words += characters_.slice(part);
        }
        if (words.empty()) return 0;
        const std::size_t number = ++text_bounds_;
        out_ += 'T' + std::to_string(number) + '\t' + brat_type(type) + offsets + '\t' + words + '\n';
        return number;
    }

    /// `place` without line breaks and without spaces at the ends of what they part.
    std::vector<Span> parts(Span place) const {
        std::vector<Span> out;
        const std::string_view text = characters_.slice(place);
        std::optional<Span> open;
        std::size_t character = place.begin;
        for (std::size_t at = 0; at < text.size(); ++character) {
            const CodePoint c = decode_at(text, at);
            at += c.size;
            if (is_break(c.value)) {
                if (open) out.push_back(*open);
                open.reset();
            } else if (!is_space(c.value)) {
                if (!open) open = Span{character, character};
                open->end = character + 1;
            }
        }
        if (open) out.push_back(*open);
        return out;
    }

    void note(const std::string& target, std::string text) {
        for (std::size_t at = 0; at < text.size(); ++at) {  // in JSON they stand inside strings, and may be escaped
            if (text.compare(at, 3, "\u2028") == 0) text.replace(at, 3, "\\u2028");
            if (text.compare(at, 3, "\u2029") == 0) text.replace(at, 3, "\\u2029");
            if (text.compare(at, 2, "\u0085") == 0) text.replace(at, 2, "\\u0085");
        }
        out_ += '#' + std::to_string(++notes_) + "\tAnnotatorNotes " + target + '\t' + text + '\n';
    }

    void mention(const RecordMention& mention) {
        const std::size_t number = text_bound(to_string(mention.type), source_.place(mention.span.character));
        if (number == 0) return;
        const std::string target = 'T' + std::to_string(number);
        targets_.emplace(mention.id, target);
        spans_.emplace(mention.id, mention.span.character);
        if (is_entity(mention.type)) {
            if (!mention.entity.empty()) note(target, on_one_line(mention.entity));
        } else if (mention.value) {
            std::string value;
            append_statement(value, *mention.value);
            note(target, value);
        }
    }

    /// An entity's id, which by rights has nothing in it to mend.
    static std::string on_one_line(std::string_view entity) {
        std::string out = valid_text(entity);
        for (char& c : out) {
            if (static_cast<unsigned char>(c) < 0x20) c = ' ';
        }
        return out;
    }

    /// A fact is an event, with its value as trigger.
    void event(const RecordFact& fact) {
        const auto value = spans_.find(fact.value_mention);
        const Span place = value != spans_.end() ? value->second : fact.evidence.span.character;
        const std::size_t trigger = text_bound(fact.attribute, source_.place(place));
        if (trigger == 0) return;
        const std::string name = 'E' + std::to_string(++events_);
        out_ += name + '\t' + brat_type(fact.attribute) + ":T" + std::to_string(trigger);
        if (fact.subject) argument("subject", 1, *fact.subject);
        for (const auto& [role, entities] : fact.roles) {
            std::size_t count = 0;
            for (const EntityRef& entity : entities) argument(brat_type(role), ++count, entity);
        }
        out_ += '\n';
        if (fact.modality != "asserted") attribute("modality", name, fact.modality);
        if (!fact.direction.empty()) attribute("direction", name, fact.direction);
        std::string statement;
        append_statement(statement, fact);
        note(name, statement);
    }

    void argument(const std::string& role, std::size_t count, const EntityRef& entity) {
        const auto target = targets_.find(entity.mention);
        if (target == targets_.end()) return;
        out_ += ' ' + role + (count == 1 ? "" : std::to_string(count)) + ':' + target->second;
    }

    void attribute(std::string_view type, const std::string& target, std::string_view value) {
        out_ += 'A' + std::to_string(++attributes_) + '\t' + std::string(type) + ' ' + target + ' ' + brat_type(value) +
                '\n';
    }

    void relation(const RecordRelation& relation) {
        const auto from = targets_.find(relation.args[0].mention);
        const auto to = targets_.find(relation.args[1].mention);
        if (from == targets_.end() || to == targets_.end()) return;
        const std::string name = 'R' + std::to_string(++relations_);
        out_ += name + '\t' + brat_type(relation.type) + " Arg1:" + from->second + " Arg2:" + to->second + '\n';
        if (relation.modality != "asserted") attribute("modality", name, relation.modality);
        std::string statement;
        append_statement(statement, relation);
        note(name, statement);
    }

    std::string& out_;
    const Record& record_;
    const PlainSource& source_;
    CodePoints characters_;
    std::map<std::string_view, std::string> targets_;  ///< by mention id: "T1"
    std::map<std::string_view, Span> spans_;           ///< by mention id, in code points of the source
    std::size_t text_bounds_ = 0, events_ = 0, relations_ = 0, attributes_ = 0, notes_ = 0;
};

}  // namespace

std::string brat_type(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool fits =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
        out += fits ? c : '_';
    }
    return out.empty() ? "_" : out;
}

void append_brat(std::string& out, const Record& record, const PlainSource& source) {
    Annotations(out, record, source).write();
}

}  // namespace hardfacts
