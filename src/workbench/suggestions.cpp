#include "workbench/suggestions.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "model/utf8.h"

namespace hardfacts {

namespace {

std::vector<std::pair<std::string, std::size_t>> by_count(const std::map<std::string, std::size_t>& counts) {
    std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return out;
}

/// True where a sentence ends in front of `at`.
bool ends_sentence(std::string_view source, std::size_t at) {
    const std::string_view before = source.substr(0, at);
    if (before.ends_with('\n') || before.ends_with("。") || before.ends_with("！") || before.ends_with("？"))
        return true;
    if (at < 2 || source[at - 1] != ' ') return false;
    const char mark = source[at - 2];
    return mark == '.' || mark == '!' || mark == '?';
}

/// Where the code point of that number begins.
std::size_t byte_of(std::string_view source, std::size_t character) {
    std::size_t seen = 0;
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (is_lead(source[at]) && seen++ == character) return at;
    }
    return source.size();
}

bool has_japanese(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

}  // namespace

std::string sentence_around(std::string_view source, std::size_t begin, std::size_t end, std::size_t most) {
    std::size_t from = begin, to = end;
    while (from > 0 && begin - from < most && !ends_sentence(source, from)) --from;
    while (to < source.size() && to - end < most && source[to] != '\n' && (to == end || !ends_sentence(source, to)))
        ++to;
    while (from < begin && !is_lead(source[from])) ++from;
    while (to > end && to < source.size() && !is_lead(source[to])) --to;
    std::string out(source.substr(from, to - from));
    for (char& c : out) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

void Suggestions::add(const Record& record, std::string_view source) {
    std::set<std::string> seen;
    for (const RecordMention& mention : record.mentions) {
        if (!is_entity(mention.type) || mention.known) continue;
        Gathered& one = names_[mention.entity];
        one.type = to_string(mention.type);
        ++one.forms[mention.plain.value_or(mention.text)];
        ++one.rules[mention.by];
        ++one.mentions;
        if (!seen.insert(mention.entity).second) continue;
        ++one.documents;
        if (one.samples.size() < samples_) {
            const std::size_t begin = byte_of(source, mention.span.character.begin);
            const std::size_t end = byte_of(source, mention.span.character.end);
            one.samples.emplace_back(record.doc.id, sentence_around(source, begin, end, 120));
        }
    }
}

void Suggestions::merge(Suggestions&& other) {
    for (auto& [entity, theirs] : other.names_) {
        Gathered& one = names_[entity];
        one.type = theirs.type;
        for (const auto& [form, count] : theirs.forms) one.forms[form] += count;
        for (const auto& [rule, count] : theirs.rules) one.rules[rule] += count;
        one.mentions += theirs.mentions;
        one.documents += theirs.documents;
        for (auto& sample : theirs.samples) {
            if (one.samples.size() < samples_) one.samples.push_back(std::move(sample));
        }
    }
}

std::vector<Suggestion> Suggestions::list(std::string_view type, std::size_t least_documents) const {
    std::vector<Suggestion> out;
    for (const auto& [entity, one] : names_) {
        if (one.documents < least_documents || (!type.empty() && one.type != type)) continue;
        Suggestion suggestion;
        suggestion.type = one.type;
        suggestion.forms = by_count(one.forms);
        suggestion.rules = by_count(one.rules);
        suggestion.name = suggestion.forms.front().first;
        suggestion.id = entity.substr(entity.find_first_not_of('~', entity.find(':') + 1));
        suggestion.mentions = one.mentions;
        suggestion.documents = one.documents;
        suggestion.samples = one.samples;
        out.push_back(std::move(suggestion));
    }
    std::stable_sort(out.begin(), out.end(), [](const Suggestion& a, const Suggestion& b) {
        return std::tie(b.documents, b.mentions, a.name) < std::tie(a.documents, a.mentions, b.name);
    });
    return out;
}

std::vector<std::pair<std::string, std::string>> row_of(const Suggestion& suggestion) {
    std::string aliases, japanese;
    for (std::size_t k = 1; k < suggestion.forms.size(); ++k) {
        const std::string& form = suggestion.forms[k].first;
        if (form.find_first_of(";\n") != std::string::npos) continue;
        std::string& cell = has_japanese(form) ? japanese : aliases;
        cell += (cell.empty() ? "" : ";") + form;
    }
    return {{"id", suggestion.id},
            {"name", suggestion.name},
            {"aliases", aliases},
            {"aliases_ja", japanese},
            {"flags", ""}};
}

}  // namespace hardfacts
