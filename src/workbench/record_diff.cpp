#include "workbench/record_diff.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace hardfacts {

/// A fact, relation or name in the form in which two are compared.
struct RecordDiff::Said {
    Span at;  ///< of the value, evidence or name, in code points of the source
    std::string group, rule, confidence, quote;
    std::vector<std::pair<std::string, std::string>> parts;  ///< "subject" = "company:vultr"; the same keys for all

    std::string told() const {
        std::string out;
        for (const auto& [key, text] : parts) {
            if (text.empty()) continue;
            out += (out.empty() ? "" : "  ") + (key == "value" || key == "name" ? text : key + '=' + text);
        }
        return out;
    }
};

namespace {

std::string magnitude(const Value& value) {
    const Magnitude& m = value.magnitude;
    const std::string number = m.number         ? m.number->to_string()
                               : m.min && m.max ? m.min->to_string() + ".." + m.max->to_string()
                                                : value.date_start;
    return std::string(to_string(value.relation)) + ' ' + number + ' ' + value.unit +
           (value.per.empty() ? "" : " per " + value.per);
}

std::string joined(const std::vector<EntityRef>& entities) {
    std::string out;
    for (const EntityRef& entity : entities) out += (out.empty() ? "" : "+") + entity.entity;
    return out;
}

const RecordMention* mention_of(const Record& record, const std::string& id) {
    const auto found = std::find_if(record.mentions.begin(), record.mentions.end(),
                                    [&](const RecordMention& mention) { return mention.id == id; });
    return found == record.mentions.end() ? nullptr : &*found;
}

std::string attribution(const std::optional<Attribution>& source) {
    return !source ? "" : source->entity.empty() ? source->text : source->entity;
}

std::size_t line_of(std::string_view source, std::size_t character) {
    std::size_t line = 1, seen = 0;
    for (const char c : source) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;
        if (seen++ == character) break;
        line += c == '\n' ? 1 : 0;
    }
    return line;
}

}  // namespace

std::vector<RecordDiff::Said> RecordDiff::facts_of(const Record& record) {
    std::vector<Said> out;
    for (const RecordFact& fact : record.facts) {
        Said said;
        const RecordMention* value = mention_of(record, fact.value_mention);
        said.at = value == nullptr ? fact.evidence.span.character : value->span.character;
        said.group = fact.kind + '/' + fact.attribute;
        said.rule = fact.rule;
        said.confidence = fact.confidence;
        said.quote = fact.evidence.quote;
        std::string roles, qualifiers;
        for (const auto& [role, entities] : fact.roles) {
            roles += (roles.empty() ? "" : ",") + role + ':' + joined(entities);
        }
        for (const auto& [name, text] : fact.qualifiers) {
            qualifiers += (qualifiers.empty() ? "" : ",") + name + ':' + text;
        }
        said.parts = {{"value", '"' + fact.value_text + "\" (" + magnitude(*fact.value) + ')'},
                      {"attribute", fact.kind + '/' + fact.attribute},
                      {"direction", fact.direction},
                      {"subject", fact.subject ? fact.subject->entity : "open"},
                      {"roles", roles},
                      {"qualifiers", qualifiers},
                      {"period", fact.period_text},
                      {"modality", fact.modality},
                      {"attribution", attribution(fact.attribution)}};
        out.push_back(std::move(said));
    }
    return out;
}

std::vector<RecordDiff::Said> RecordDiff::relations_of(const Record& record) {
    std::vector<Said> out;
    for (const RecordRelation& relation : record.relations) {
        Said said;
        said.at = relation.evidence.span.character;
        said.group = relation.type;
        said.rule = relation.rule;
        said.confidence = relation.confidence;
        said.quote = relation.evidence.quote;
        said.parts = {{"value", relation.args[0].entity + ' ' + relation.type + ' ' + relation.args[1].entity},
                      {"modality", relation.modality},
                      {"attribution", attribution(relation.attribution)}};
        out.push_back(std::move(said));
    }
    return out;
}

std::vector<RecordDiff::Said> RecordDiff::names_of(const Record& record) {
    std::vector<Said> out;
    for (const RecordMention& mention : record.mentions) {
        if (!is_entity(mention.type)) continue;
        Said said;
        said.at = mention.span.character;
        said.group = to_string(mention.type);
        said.rule = mention.by;
        said.quote = mention.text;
        said.parts = {{"name", '"' + mention.text + '"'}, {"entity", mention.entity}};
        out.push_back(std::move(said));
    }
    return out;
}

void RecordDiff::count(const std::string& what, Change change, const Said* before, const Said* after,
                       const Record& record, std::string_view source) {
    const Said& shown = after == nullptr ? *before : *after;
    const auto k = static_cast<std::size_t>(change);
    Totals& totals = totals_[what];
    ++totals.changes[k];
    ++totals.by_group[shown.group][k];
    ++totals.by_rule[shown.rule][k];
    // What only another rule tells is counted: the rules' names say all there is to it.
    if (change == Change::retold) return;
    std::size_t& sampled = sampled_[what + ' ' + std::string(change_names[k]) + ' ' + shown.group];
    if (sampled >= samples_limit_) return;
    ++sampled;
    ChangeSample sample;
    sample.change = change;
    sample.what = what;
    sample.group = shown.group;
    sample.document = record.doc.id;
    sample.line = line_of(source, shown.at.begin);
    if (before != nullptr) sample.before = before->told();
    if (after != nullptr) sample.after = after->told();
    for (std::size_t p = 0; before != nullptr && after != nullptr && p < before->parts.size(); ++p) {
        if (before->parts[p].second != after->parts[p].second) sample.differs.push_back(before->parts[p].first);
    }
    sample.quote = shown.quote;
    samples_.push_back(std::move(sample));
}

bool RecordDiff::compare(const std::string& what, std::vector<Said> before, std::vector<Said> after,
                         const Record& record, std::string_view source) {
    Totals& totals = totals_[what];
    totals.before += before.size();
    totals.after += after.size();
    bool changed = false;
    /// Takes out the pairs that `alike` finds, and tells each.
    const auto pair_up = [&](auto&& alike, auto&& each) {
        for (auto old = before.begin(); old != before.end();) {
            const auto found =
                std::find_if(after.begin(), after.end(), [&](const Said& other) { return alike(*old, other); });
            if (found == after.end()) {
                ++old;
                continue;
            }
            each(*old, *found);
            after.erase(found);
            old = before.erase(old);
        }
    };
    const auto alter = [&](const Said& old, const Said& now) {
        changed = true;
        count(what, Change::altered, &old, &now, record, source);
    };
    pair_up([](const Said& a, const Said& b) { return a.at == b.at && a.parts == b.parts; },
            [&](const Said& old, const Said& now) {
                if (old.rule == now.rule && old.confidence == now.confidence) {
                    ++totals.same;
                    return;
                }
                changed = true;
                count(what, Change::retold, &old, &now, record, source);
            });
    pair_up([](const Said& a, const Said& b) { return a.at == b.at && a.group == b.group; }, alter);
    pair_up([](const Said& a, const Said& b) { return a.at == b.at; }, alter);
    for (const Said& old : before) count(what, Change::removed, &old, nullptr, record, source);
    for (const Said& now : after) count(what, Change::added, nullptr, &now, record, source);
    return changed || !before.empty() || !after.empty();
}

void RecordDiff::add(const Record& before, const Record& after, std::string_view source) {
    ++documents_;
    bool changed = compare("fact", facts_of(before), facts_of(after), after, source);
    changed |= compare("relation", relations_of(before), relations_of(after), after, source);
    changed |= compare("name", names_of(before), names_of(after), after, source);
    if (changed) ++changed_;
}

void RecordDiff::merge(RecordDiff&& other) {
    documents_ += other.documents_;
    changed_ += other.changed_;
    const auto add_up = [](ChangeCounts& into, const ChangeCounts& from) {
        for (std::size_t k = 0; k < into.size(); ++k) into[k] += from[k];
    };
    for (const auto& [what, theirs] : other.totals_) {
        Totals& totals = totals_[what];
        totals.before += theirs.before;
        totals.after += theirs.after;
        totals.same += theirs.same;
        add_up(totals.changes, theirs.changes);
        for (const auto& [group, counts] : theirs.by_group) add_up(totals.by_group[group], counts);
        for (const auto& [rule, counts] : theirs.by_rule) add_up(totals.by_rule[rule], counts);
    }
    for (ChangeSample& sample : other.samples_) {
        std::size_t& sampled =
            sampled_[sample.what + ' ' + std::string(change_names[static_cast<std::size_t>(sample.change)]) + ' ' +
                     sample.group];
        if (sampled >= samples_limit_) continue;
        ++sampled;
        samples_.push_back(std::move(sample));
    }
}

}  // namespace hardfacts
