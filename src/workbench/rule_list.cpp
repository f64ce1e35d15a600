#include "workbench/rule_list.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <memory>

#include "knowledge/claim_rules.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/lazy_regex.h"
#include "knowledge/name_rules.h"
#include "knowledge/values.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr const char* groups[] = {"values", "names", "relations", "claims"};

/// Lines `first` to `last` of `source`, both counted from 1; comments and empty lines at the end left out.
std::string lines_of(std::string_view source, std::size_t first, std::size_t last) {
    std::size_t line = 1, at = 0;
    for (; line < first && at < source.size(); ++line) at = std::min(source.find('\n', at), source.size() - 1) + 1;
    std::string out, waiting;
    for (; line <= last && at < source.size(); ++line) {
        const std::size_t end = std::min(source.find('\n', at), source.size());
        const std::string_view text = source.substr(at, end - at);
        waiting.append(text) += '\n';
        if (!text.empty() && text.front() != '#') {
            out += waiting;
            waiting.clear();
        }
        at = end + 1;
    }
    return out;
}

std::string first_words(const toml::table& entry) {
    std::string out;
    const toml::array* words = entry["words"].as_array();
    for (std::size_t k = 0; words != nullptr && k < words->size() && k < 4; ++k) {
        out += (k == 0 ? "" : ", ") + words->get(k)->value_or(std::string());
    }
    return words != nullptr && words->size() > 4 ? out + ", …" : out;
}

std::string says(const toml::table& entry, std::string_view group) {
    const auto text = [&](const char* key) { return entry[key].value_or(std::string()); };
    if (!text("description").empty()) return text("description");
    if (group == "names") return text("type") + ": " + text("pattern");
    if (entry.contains("words")) return text("role") + ' ' + text("relation") + ": " + first_words(entry);
    if (entry.contains("pattern")) return text("gives") + ": " + text("pattern");
    return "what the scanner builds by itself";
}

/// Where each table of a file begins, so that the one before it ends there.
std::vector<std::size_t> begins_of(const toml::table& tables) {
    std::vector<std::size_t> lines;
    for (const auto& [key, node] : tables) {
        if (const toml::array* entries = node.as_array(); entries != nullptr) {
            for (const toml::node& entry : *entries) lines.push_back(entry.source().begin.line);
        } else {
            lines.push_back(node.source().begin.line);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::size_t example_count(const toml::table& entry, const char* key) {
    const toml::array* list = entry[key].as_array();
    return list == nullptr ? 0 : list->size();
}

void list_file(const Workbench& bench, const RuleFile& file, const char* group, std::vector<ListedRule>& out) {
    const std::string source = read_source(bench.folders(), file.path).value_or(std::string());
    // Tables that a later layer replaced still end what stands in front of them.
    std::vector<std::size_t> begins;
    try {
        begins = begins_of(toml::parse(source));
    } catch (const toml::parse_error&) {
        return;  // it was written to since it was loaded
    }
    const std::size_t first = out.size();
    for (const auto& [key, node] : file.tables) {
        if (!node.is_array()) continue;
        for (const toml::node& one : *node.as_array()) {
            const toml::table* entry = one.as_table();
            if (entry == nullptr || !entry->contains("id")) continue;
            const toml::source_position at = entry->source().begin;
            const auto next = std::upper_bound(begins.begin(), begins.end(), at.line);
            ListedRule rule;
            rule.id = (*entry)["id"].value_or(std::string());
            rule.group = group;
            rule.says = says(*entry, group);
            rule.file = file.name;
            rule.line = at.line;
            rule.column = at.column;
            rule.source = lines_of(source, at.line, next == begins.end() ? std::string::npos : *next - 1);
            rule.matches = example_count(*entry, "match");
            rule.rejects = example_count(*entry, "reject");
            out.push_back(std::move(rule));
        }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
              [](const ListedRule& a, const ListedRule& b) { return a.line < b.line; });
}

/// "[Aa]", a letter in any case.
bool is_any_case(std::string_view text) {
    return text.size() >= 4 && text[0] == '[' && text[3] == ']' && text[1] >= 'A' && text[1] <= 'Z' &&
           text[2] == text[1] + ('a' - 'A');
}

/// The characters of mentions as the types they stand for, letters in any case as small ones.
std::string readable(std::string_view pattern) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        if (is_any_case(pattern.substr(at))) {
            out += pattern[at + 2];
            at += 4;
            continue;
        }
        const CodePoint c = decode_at(pattern, at);
        if (c.value >= mention_code && c.value <= mention_code + static_cast<char32_t>(MentionType::date))
            out.append("{").append(to_string(static_cast<MentionType>(c.value - mention_code))).append("}");
        else if (c.value == topic_code)
            out += "{topic}";
        else if (c.value >= dimension_code && c.value < dimension_code + most_dimensions)
            out.append("{quantity#").append(std::to_string(c.value - dimension_code)).append("}");
        else
            out += pattern.substr(at, c.size);
        at += c.size;
    }
    return out;
}

std::string told_size(const re2::RE2& pattern) {
    return std::to_string(pattern.ProgramSize()) + " instructions, backwards " +
           std::to_string(pattern.ReverseProgramSize());
}

using Parts = std::vector<std::pair<std::string, std::string>>;

void add_regex(Parts& parts, const char* name, const re2::RE2* pattern) {
    if (pattern == nullptr) return;
    parts.emplace_back(name, readable(pattern->pattern()));
    parts.emplace_back(std::string("program of ") + name, told_size(*pattern));
}

void add_regex(Parts& parts, const char* name, const std::shared_ptr<const LazyRegex>& pattern) {
    if (pattern) add_regex(parts, name, &pattern->get());
}

std::string types_of(TypeSet types) {
    std::string out;
    for (int k = 0; k <= static_cast<int>(MentionType::date); ++k) {
        const auto type = static_cast<MentionType>(k);
        if ((types & type_bit(type)) != 0) out.append(out.empty() ? "" : "|").append(to_string(type));
    }
    return out;
}

void show_claim_rule(const ClaimRuleTable& table, std::string_view id, Parts& parts) {
    for (std::size_t k = 0; k < table.rules.size(); ++k) {
        const ClaimRule& rule = table.rules[k];
        if (rule.id != id) continue;
        parts.emplace_back("confidence", rule.confidence);
        add_regex(parts, "pattern", &rule.match_regex.get());
        if (!rule.unless.empty()) add_regex(parts, "unless", &rule.unless_regex.get());
        if (!rule.without.empty()) add_regex(parts, "without", &rule.without_regex.get());
        std::string needs;
        for (const TypeCount& count : rule.mentions) {
            needs += (needs.empty() ? "" : ", ") + std::to_string(count.least) + " × " + types_of(count.types);
        }
        parts.emplace_back("needs", needs);
        std::vector<std::string> lists(rule.triggers);
        for (std::size_t trigger = 0; trigger < table.triggers.size(); ++trigger) {
            for (std::size_t list = 0; list < lists.size(); ++list) {
                if (!table.wakes.holds(trigger, k, list)) continue;
                lists[list].append(lists[list].empty() ? "" : " | ").append(table.triggers.text(trigger));
            }
        }
        for (const std::string& list : lists) parts.emplace_back("woken by", list);
        if (lists.empty()) parts.emplace_back("woken by", "mentions alone");
        parts.emplace_back("longest match", std::to_string(rule.longest) + " characters");
    }
}

void show_value_rule(const ValueTable& table, std::string_view id, Parts& parts) {
    for (const ValuePattern& pattern : table.patterns) {
        if (pattern.id != id) continue;
        add_regex(parts, "in front of the number", pattern.head);
        add_regex(parts, "behind the number", pattern.tail);
        std::string bytes;
        for (int byte = 33; byte < 127; ++byte) {
            if (pattern.tail_edge.wakes(static_cast<char>(byte))) bytes += static_cast<char>(byte);
        }
        parts.emplace_back("woken by, behind the number", bytes.size() == 94 ? "anything" : bytes);
    }
}

void show_name_rule(const NameRuleTable& table, std::string_view id, Parts& parts) {
    for (const NameRule& rule : table.rules) {
        if (rule.id != id) continue;
        parts.emplace_back("gives", to_string(rule.type));
        add_regex(parts, "in front", rule.head);
        add_regex(parts, "behind", rule.tail);
        parts.emplace_back("words of the name",
                           std::to_string(rule.min_words) + " to " + std::to_string(rule.max_words));
    }
}

}  // namespace

std::vector<ListedRule> list_rules(const Workbench& bench) {
    std::vector<ListedRule> out;
    Diagnostics ignored;  // they loaded
    for (const char* group : groups) {
        for (const RuleFile& file : load_rule_files(bench.folders(), group, true, ignored)) {
            list_file(bench, file, group, out);
        }
    }
    return out;
}

std::optional<ShownRule> show_rule(const Workbench& bench, std::string_view id) {
    std::vector<ListedRule> rules = list_rules(bench);
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const ListedRule& rule) { return rule.id == id; });
    if (found == rules.end()) return std::nullopt;
    ShownRule out{std::move(*found), {}};
    show_claim_rule(*bench.knowledge().claim_rules, id, out.parts);
    show_value_rule(*bench.knowledge().values, id, out.parts);
    show_name_rule(*bench.knowledge().name_rules, id, out.parts);
    return out;
}

}  // namespace hardfacts
