#include "resolve/facts.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "resolve/hash.h"

namespace hardfacts {

namespace {

/// So many facts of one kind, subject and number are looked through for one that says the same.
constexpr std::size_t looked_through = 16;

std::string magnitude_key(const Magnitude& magnitude) {
    if (magnitude.number) return magnitude.number->to_string();
    return (magnitude.min ? magnitude.min->to_string() : "") + ".." + (magnitude.max ? magnitude.max->to_string() : "");
}

/// The value as fact ids see it: in base units, so that 1 kW and 1000 W are one claim.
void append_number_key(std::string& out, const Value& value) {
    const bool has_base = !value.base_unit.empty();
    out += magnitude_key(has_base ? value.base : value.magnitude);
    out += ' ';
    out += has_base ? value.base_unit : value.unit;
    out += ' ';
    out += value.per;
}

struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};
template <typename Entry>
using ByKey = std::unordered_map<std::string, Entry, KeyHash, std::equal_to<>>;

/// Facts by what is said of them; a key is copied only where it is new.
class FactIndex {
public:
    const std::vector<std::size_t>* find(std::string_view key) const {
        const auto found = facts_.find(key);
        return found == facts_.end() ? nullptr : &found->second;
    }
    void add(std::string_view key, std::size_t fact) {
        const auto known = facts_.find(key);
        (known == facts_.end() ? facts_[std::string(key)] : known->second).push_back(fact);
    }

private:
    ByKey<std::vector<std::size_t>> facts_;
};

bool is_identifying(std::string_view qualifier) { return qualifier == "metric" || qualifier == "segment"; }

template <typename Pairs>
auto find_name(Pairs& pairs, std::string_view name) {
    return std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
}

bool same_entities(const std::vector<EntityRef>& a, const std::vector<EntityRef>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const EntityRef& x, const EntityRef& y) { return x.entity == y.entity; });
}

/// True where nothing that `b` tells stands against what `a` tells.
bool compatible(const RecordFact& a, const RecordFact& b) {
    for (const auto& [role, entities] : b.roles) {
        const auto own = find_name(a.roles, role);
        if (own != a.roles.end() && !same_entities(own->second, entities)) return false;
    }
    for (const auto& [name, words] : b.qualifiers) {
        const auto own = find_name(a.qualifiers, name);
        if (is_identifying(name) && own != a.qualifiers.end() && own->second != words) return false;
    }
    const bool other_period = !a.period_text.empty() && !b.period_text.empty() &&
                              (a.period_start != b.period_start || a.period_end != b.period_end);
    return !other_period && !(a.subject && b.subject && a.subject->entity != b.subject->entity);
}

class FactBuilder {
public:
    FactBuilder(const Document& document, const Findings& findings, const Places& places, Record& record)
        : document_(document), findings_(findings), places_(places), record_(record) {}

    void add(const Claim& claim) {
        RecordFact fact = fact_of(claim);
        if (!claim.doubt.empty()) {
            record_.warnings.push_back({"restatement.implausible", claim.doubt, record_.mentions[claim.value].span});
        }
        write_key(fact);
        const std::optional<std::size_t> same = find_same(fact);
        fact_of_value_[claim.value] = same.value_or(record_.facts.size());
        if (same) {
            merge(record_.facts[*same], std::move(fact), from_heading_[*same]);
            by_subject_.add(key_of_subject(subject_of(record_.facts[*same])), *same);
            return;
        }
        by_subject_.add(key_of_subject(subject_of(fact)), record_.facts.size());
        by_said_.add(key_of_said(), record_.facts.size());
        from_heading_.push_back(places_.in_heading(claim.evidence));
        record_.facts.push_back(std::move(fact));
    }

    void finish(const std::vector<Claim>& claims) {
        drop_vague();
        for (RecordFact& fact : record_.facts) give_id(fact);
        for (const Claim& claim : claims) {
            if (claim.restates == no_mention) continue;
            const auto restated = fact_of_value_.find(claim.restates);
            const auto own = fact_of_value_.find(claim.value);
            if (restated == fact_of_value_.end() || own == fact_of_value_.end()) continue;
            if (restated->second != own->second)
                record_.facts[own->second].restates = record_.facts[restated->second].id;
        }
    }

private:
    /// A number told of the same subject once with a plain attribute and once with none is one claim.
    void drop_vague() {
        const auto is_vague = [](const RecordFact& fact) { return fact.attribute.starts_with("other_"); };
        std::vector<RecordFact>& facts = record_.facts;
        if (std::none_of(facts.begin(), facts.end(), is_vague)) return;
        const auto key_of = [this](const RecordFact& fact) -> std::string_view {
            key_.assign(fact.kind).append(" ").append(fact.direction).append(" ").append(subject_of(fact)).append(" ");
            append_number_key(key_, *fact.value);
            return key_;
        };
        ByKey<std::size_t> plain;  // the first plain fact
        for (std::size_t k = 0; k < facts.size(); ++k) {
            if (!is_vague(facts[k])) plain.emplace(key_of(facts[k]), k);
        }
        std::vector<std::size_t> same(facts.size(), facts.size());  // of a vague fact: the plain one
        for (std::size_t k = 0; k < facts.size(); ++k) {
            const auto found = is_vague(facts[k]) ? plain.find(key_of(facts[k])) : plain.end();
            if (found != plain.end()) same[k] = found->second;
        }
        if (std::all_of(same.begin(), same.end(), [&](std::size_t k) { return k == facts.size(); })) return;
        std::vector<std::size_t> now(facts.size());
        std::vector<RecordFact> kept;
        kept.reserve(facts.size());
        for (std::size_t k = 0; k < facts.size(); ++k) {
            if (same[k] != facts.size()) continue;
            now[k] = kept.size();
            kept.push_back(std::move(facts[k]));
        }
        for (std::size_t k = 0; k < facts.size(); ++k) {
            if (same[k] == facts.size()) continue;
            now[k] = now[same[k]];
            for (const SourceSpan& span : facts[k].occurrences) kept[now[k]].occurrences.push_back(span);
        }
        for (auto& [value, fact] : fact_of_value_) fact = now[fact];
        facts = std::move(kept);
    }

    static std::string_view subject_of(const RecordFact& fact) {
        return fact.subject ? std::string_view(fact.subject->entity) : std::string_view();
    }

    /// Puts what the fact says, but not of whom, into key_.
    void write_key(const RecordFact& fact) {
        key_.assign(fact.kind).append(" ").append(fact.attribute).append(" ").append(fact.direction).append(" ");
        append_number_key(key_, *fact.value);
        said_ = key_.size();
    }
    std::string_view key_of_said() const { return std::string_view(key_).substr(0, said_); }
    std::string_view key_of_subject(std::string_view subject) {
        key_.resize(said_);
        return key_.append(" ").append(subject);
    }

    std::optional<std::size_t> first_compatible(const std::vector<std::size_t>* facts, const RecordFact& fact) const {
        for (std::size_t k = 0; facts != nullptr && k < std::min(facts->size(), looked_through); ++k) {
            if (compatible(record_.facts[(*facts)[k]], fact)) return (*facts)[k];
        }
        return std::nullopt;
    }

    std::optional<std::size_t> find_same(const RecordFact& fact) {
        if (!fact.subject) return first_compatible(by_said_.find(key_of_said()), fact);
        if (const auto same = first_compatible(by_subject_.find(key_of_subject(fact.subject->entity)), fact))
            return same;
        return first_compatible(by_subject_.find(key_of_subject({})), fact);
    }

    /// `from_heading`: `into` was first told in a heading.
    void merge(RecordFact& into, RecordFact&& from, bool from_heading) {
        into.occurrences.push_back(from.occurrences.front());
        if (!into.subject && from.subject) {
            into.subject = std::move(from.subject);
            into.evidence = std::move(from.evidence);
            into.value_mention = std::move(from.value_mention);
            into.value_text = std::move(from.value_text);
            into.value = std::move(from.value);
            into.rule = std::move(from.rule);
            into.confidence = std::move(from.confidence);
            into.modality = std::move(from.modality);
            into.cue = from.cue;
            into.anchor = std::move(from.anchor);
        } else if (from_heading && into.modality == "asserted" && from.modality == "planned") {
            into.modality = "planned";  // the headline "Nord invests $4 billion" leaves out the "will"
            into.cue = from.cue;
        }
        for (auto& role : from.roles) {
            if (find_name(into.roles, role.first) == into.roles.end()) into.roles.push_back(std::move(role));
        }
        for (auto& qualifier : from.qualifiers) {
            if (find_name(into.qualifiers, qualifier.first) == into.qualifiers.end()) {
                into.qualifiers.push_back(std::move(qualifier));
            }
        }
        std::sort(into.roles.begin(), into.roles.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::sort(into.qualifiers.begin(), into.qualifiers.end());
        if (into.period_text.empty()) {
            into.period_text = std::move(from.period_text);
            into.period_start = std::move(from.period_start);
            into.period_end = std::move(from.period_end);
        }
        if (!into.attribution) into.attribution = std::move(from.attribution);
    }

    EntityRef ref(std::size_t mention) const {
        const Mention& m = findings_.mentions[mention];
        return {std::string(m.entity), std::string(m.name), mention_id(mention)};
    }

    void fill_roles(const Claim& claim, RecordFact& fact) const {
        for (const auto& [role, mention] : claim.roles) {
            auto place = find_name(fact.roles, role);
            if (place == fact.roles.end()) {
                fact.roles.emplace_back(role, std::vector<EntityRef>{});
                place = std::prev(fact.roles.end());
            }
            place->second.push_back(ref(mention));
        }
        std::sort(fact.roles.begin(), fact.roles.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    void fill_period(const Claim& claim, RecordFact& fact) const {
        if (claim.period == no_mention) return;
        const Mention& date = findings_.mentions[claim.period];
        const RecordMention& told = record_.mentions[claim.period];
        fact.period_text = told.plain ? *told.plain : told.text;
        fact.period_start = date.value->date_start;
        fact.period_end = date.value->date_end.empty() ? date.value->date_start : date.value->date_end;
    }

    void fill_source(const Claim& claim, RecordFact& fact) const {
        if (claim.source.text.empty()) return;
        const Places::Place place = places_.find(claim.source.text);
        Attribution attribution;
        attribution.text = place.text;
        attribution.span = place.span;
        if (claim.source.mention != no_mention) attribution.entity = findings_.mentions[claim.source.mention].entity;
        fact.attribution = std::move(attribution);
    }

    RecordFact fact_of(const Claim& claim) {
        RecordFact fact;
        fact.kind = claim.kind;
        fact.attribute = claim.attribute;
        fact.direction = claim.direction;
        if (claim.subject != no_mention) fact.subject = ref(claim.subject);
        fact.value = findings_.mentions[claim.value].value;
        fact.value_mention = mention_id(claim.value);
        fact.value_text = record_.mentions[claim.value].text;
        fill_roles(claim, fact);
        for (const auto& [name, words] : claim.qualifiers) fact.qualifiers.emplace_back(name, words);
        fill_period(claim, fact);
        fill_source(claim, fact);
        fact.modality = claim.modality;
        if (!claim.cue.empty()) fact.cue = places_.find(claim.cue).span;
        Places::Place place = places_.find(claim.evidence);
        fact.evidence = {std::move(place.text), std::move(place.plain), places_.before(place.source),
                         places_.after(place.source), place.span};
        fact.occurrences.push_back(record_.mentions[claim.value].span);
        fact.rule = claim.rule;
        fact.confidence = claim.confidence;
        key_.assign(fact.evidence.quote).append("\n").append(fact.value_text);
        const std::string ordinal = std::to_string(ordinals_[key_]++);
        fact.anchor = "a_" + hash_parts({document_.info.id, fact.evidence.quote, fact.value_text, ordinal}, 12);
        return fact;
    }

    void give_id(RecordFact& fact) {
        std::string told;
        for (const auto& [role, refs] : fact.roles) {
            for (const EntityRef& entity : refs) told += role + '=' + entity.entity + ' ';
        }
        for (const auto& [name, words] : fact.qualifiers) {
            if (is_identifying(name)) told += name + '=' + words + ' ';
        }
        told += fact.period_start + ".." + fact.period_end;
        const std::string& subject = fact.subject ? fact.subject->entity : fact.anchor;
        key_.clear();
        append_number_key(key_, *fact.value);
        key_.append(" ").append(to_string(fact.value->relation));
        fact.id =
            "f_" + hash_parts({document_.info.id, fact.kind, fact.attribute, fact.direction, subject, key_, told}, 12);
    }

    const Document& document_;
    const Findings& findings_;
    const Places& places_;
    Record& record_;
    FactIndex by_subject_;                                        ///< by what is said and of whom
    FactIndex by_said_;                                           ///< by what is said
    std::unordered_map<std::size_t, std::size_t> fact_of_value_;  ///< by mention of the value
    std::unordered_map<std::string, std::size_t> ordinals_;       ///< how often a quote and value were told
    std::vector<bool> from_heading_;                              ///< by fact: first told in a heading
    std::string key_;                                             ///< scratch
    std::size_t said_ = 0;                                        ///< so much of key_ is what is said
};

}  // namespace

void add_facts(const std::vector<Claim>& claims, const Document& document, const Findings& findings,
               const Places& places, Record& record) {
    record.facts.reserve(claims.size());
    FactBuilder builder(document, findings, places, record);
    for (const Claim& claim : claims) builder.add(claim);
    builder.finish(claims);
}

}  // namespace hardfacts
