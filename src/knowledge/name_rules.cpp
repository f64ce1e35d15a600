#include "knowledge/name_rules.h"

#include <re2/re2.h>
#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "fold/fold.h"
#include "knowledge/layers.h"
#include "knowledge/names_evidence.h"
#include "knowledge/names_index.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

using Classes = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A pattern, taken apart: `HEAD {cue} joint {name} TAIL` or `HEAD {name} joint {cue} TAIL`.
struct Parts {
    std::string head, cue, joint, tail;
    bool cue_in_front = false;
};

constexpr std::string_view name_mark = "{name}";
constexpr std::string_view syntax = "\\.[](){}*+?|^$";

/// The `{class}` whose brace closes straight behind `end` bytes of plain text from `from`; nothing where none does.
std::optional<Parts> parts_behind(std::string_view head, std::string_view rest) {
    const std::size_t open = rest.find('{'), close = rest.find('}');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    const std::string_view joint = rest.substr(0, open), cue = rest.substr(open + 1, close - open - 1);
    if (joint.find_first_of(syntax) != std::string_view::npos || cue.empty() ||
        is_ascii_digit(static_cast<unsigned char>(cue[0])))
        return std::nullopt;
    return Parts{std::string(head), std::string(cue), std::string(joint), std::string(rest.substr(close + 1)), false};
}

std::optional<Parts> parts_in_front(std::string_view front, std::string_view tail) {
    const std::size_t close = front.rfind('}'), open = front.rfind('{');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return std::nullopt;
    const std::string_view joint = front.substr(close + 1), cue = front.substr(open + 1, close - open - 1);
    if (joint.find_first_of(syntax) != std::string_view::npos || cue.empty() ||
        is_ascii_digit(static_cast<unsigned char>(cue[0])))
        return std::nullopt;
    return Parts{std::string(front.substr(0, open)), std::string(cue), std::string(joint), std::string(tail), true};
}

std::optional<Parts> take_apart(std::string_view pattern) {
    const std::size_t at = pattern.find(name_mark);
    if (at == std::string_view::npos || pattern.find(name_mark, at + 1) != std::string_view::npos) return std::nullopt;
    const std::string_view front = pattern.substr(0, at), rest = pattern.substr(at + name_mark.size());
    if (auto parts = parts_behind(front, rest)) return parts;
    return parts_in_front(front, rest);
}

/// One file's tables into the NameRuleTable.
class FileLoader {
public:
    FileLoader(std::string file, NameRuleTable& table, Classes& classes, std::set<std::string>& ids,
               Diagnostics& faults)
        : file_(std::move(file)), table_(table), classes_(classes), ids_(ids), faults_(faults) {}

    /// Classes of all files come before rules of any.
    void load(const toml::table& root, bool rules) {
        for (const auto& [key, node] : root) {
            const std::string_view name = key.str();
            const toml::array* entries = node.as_array();
            if ((name != "class" && name != "rule" && name != "words") || entries == nullptr) {
                if (!rules)
                    fault(node, "rule.key",
                          "unknown table " + std::string(name) + ", use [[class]], [[words]] or [[rule]]");
                continue;
            }
            if ((name == "rule") != rules) continue;
            for (const toml::node& entry : *entries) {
                const toml::table* one = entry.as_table();
                if (one == nullptr)
                    fault(entry, "rule.key", "an entry must be a table");
                else if (name == "rule")
                    load_rule(*one);
                else
                    load_words(*one, name == "class");
            }
        }
    }

    void fault(const toml::source_position& at, std::string code, std::string message) {
        faults_.push_back({Severity::error, file_, at.line, at.column, std::move(code), std::move(message)});
    }

private:
    void fault(const toml::node& at, std::string code, std::string message) {
        fault(at.source().begin, std::move(code), std::move(message));
    }

    void allow_keys(const toml::table& entry, std::initializer_list<std::string_view> keys) {
        for (const auto& [key, node] : entry) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
                fault(node, "rule.key", "unknown key " + std::string(key.str()));
            }
        }
    }

    std::string text_of(const toml::table& entry, std::string_view key) {
        const toml::node* node = entry.get(key);
        const auto text = node == nullptr ? std::nullopt : node->value<std::string>();
        if (text && !text->empty()) return *text;
        fault(node == nullptr ? static_cast<const toml::node&>(entry) : *node, "rule.missing",
              "the entry needs " + std::string(key) + ", a string that is not empty");
        return {};
    }

    void load_words(const toml::table& entry, bool is_class) {
        allow_keys(entry, {"name", "words", "inside"});
        const bool inside = entry["inside"].value_or(false);
        const std::string name = text_of(entry, "name");
        const toml::array* words = entry["words"].as_array();
        if (words == nullptr || words->empty()) {
            fault(entry, "rule.missing", "the entry needs words, a list of strings");
            return;
        }
        for (const toml::node& node : *words) {
            const auto word = node.value<std::string>();
            if (!word || word->empty())
                fault(node, "rule.type", "a word must be a string that is not empty");
            else if (is_class)
                classes_[name].push_back(fold(*word));
            else
                (inside ? table_.inner_words : table_.words).insert(fold(*word));
        }
    }

    void load_rule(const toml::table& entry) {
        allow_keys(entry,
                   {"id", "type", "script", "pattern", "keeps_cue", "distinct", "rare", "model", "shortens",
                    "min_words", "max_words", "all_caps", "whole", "max_kanji", "shape", "titles", "match", "reject"});
        NameRule rule;
        rule.id = text_of(entry, "id");
        const std::string type = text_of(entry, "type"), pattern = text_of(entry, "pattern");
        if (rule.id.empty() || type.empty() || pattern.empty()) return;
        if (!rule.id.starts_with("name.")) fault(*entry.get("id"), "rule.id", "a name rule's id begins with name.");
        if (!ids_.insert(rule.id).second)
            fault(*entry.get("id"), "rule.duplicate_id", "the id " + rule.id + " is used twice");
        if (const MentionType* known = entity_type(type))
            rule.type = *known;
        else if (type == "none")
            rule.is_none = true;
        else
            fault(*entry.get("type"), "rule.value", "unknown type " + type);
        load_scripts(entry, rule);
        rule.keeps_cue = entry["keeps_cue"].value_or(false);
        rule.model = entry["model"].value_or(false);
        rule.distinct = entry["distinct"].value_or(false);
        rule.rare = entry["rare"].value_or(false);
        rule.shortens = entry["shortens"].value_or(false);
        rule.whole = entry["whole"].value_or(false);
        rule.max_kanji = entry["max_kanji"].value_or(std::size_t{0});
        rule.min_words = entry["min_words"].value_or(std::size_t{1});
        rule.max_words = entry["max_words"].value_or(std::size_t{4});
        rule.all_caps = entry["all_caps"].value_or(std::size_t{2});
        rule.titles = entry["titles"].value_or(false);
        load_shape(entry, rule);
        load_pattern(entry, fold(pattern), rule);
        load_examples(entry, rule.id);
        table_.rules.push_back(std::move(rule));
    }

    void load_scripts(const toml::table& entry, NameRule& rule) {
        const std::string scripts = text_of(entry, "script");
        constexpr std::string_view all[] = {"latin", "katakana", "kanji"};
        std::size_t begin = 0;
        while (begin < scripts.size()) {
            const std::size_t end = std::min(scripts.find(' ', begin), scripts.size());
            const auto found =
                std::find(std::begin(all), std::end(all), std::string_view(scripts).substr(begin, end - begin));
            if (found == std::end(all))
                fault(*entry.get("script"), "rule.value", "script lists latin, katakana, kanji with spaces between");
            else
                rule.scripts[found - std::begin(all)] = true;
            begin = end + 1;
        }
    }

    void load_shape(const toml::table& entry, NameRule& rule) {
        const toml::node* node = entry.get("shape");
        if (node == nullptr) return;
        std::string problem, shape = fold(text_of(entry, "shape"));
        expand(shape, problem);
        if (problem.empty()) rule.shape = rule_regex(shape, problem);
        if (!problem.empty()) fault(*node, "rule.pattern", problem);
    }

    void load_pattern(const toml::table& entry, const std::string& pattern, NameRule& rule) {
        if (load_maker_pattern(entry, pattern, rule)) return;
        if (rule.is_none) fault(*entry.get("type"), "rule.value", "only beside a known name there can be none");
        const auto parts = take_apart(pattern);
        if (!parts) {
            fault(*entry.get("pattern"), "rule.pattern",
                  "the pattern must hold {name} once, and joined to it by plain text a {class} of cue words");
            return;
        }
        std::string problem, head = parts->head, tail = parts->tail;
        expand(head, problem);
        expand(tail, problem);
        if (!head.empty()) rule.head = rule_regex("(?:" + head + ")$", problem);
        if (!tail.empty()) rule.tail = rule_regex(tail, problem);
        const auto cues = classes_.find(parts->cue);
        if (cues == classes_.end()) problem = "no class is called " + parts->cue;
        if (!problem.empty()) {
            fault(*entry.get("pattern"), "rule.pattern", problem);
            return;
        }
        problem_.clear();
        for (const std::string& cue : cues->second) add_cue(*parts, cue, rule);
        if (!problem_.empty()) fault(*entry.get("pattern"), "rule.pattern", problem_);
    }

    /// Bits by MentionType of `{company}` or `{chip|system}`; 0 where `mark` is none of that kind.
    static std::uint32_t types_of(std::string_view mark) {
        std::uint32_t bits = 0;
        if (mark.size() < 3 || mark.front() != '{' || mark.back() != '}') return 0;
        for (std::size_t begin = 1; begin < mark.size();) {
            const std::size_t end = std::min(mark.find('|', begin), mark.size() - 1);
            const MentionType* type = entity_type(mark.substr(begin, end - begin));
            if (type == nullptr) return 0;
            bits |= 1U << static_cast<unsigned>(*type);
            begin = end + 1;
        }
        return bits;
    }

    /// {company} {name}, {company}の「{name}」, {name} {place}: false where no known name stands beside the name.
    bool load_maker_pattern(const toml::table& entry, const std::string& pattern, NameRule& rule) {
        const std::size_t at = pattern.find(name_mark), behind = at + name_mark.size();
        if (at == std::string::npos) return false;
        const std::string_view front = std::string_view(pattern).substr(0, at),
                               rest = std::string_view(pattern).substr(behind);
        const std::size_t close = front.find('}'), open = rest.find('{');
        std::string problem, tail;
        if (const std::uint32_t types = types_of(front.substr(0, close + 1)); close != front.npos && types != 0) {
            rule.makers = types;
            rule.joint = front.substr(close + 1);
            tail = rest;
            table_.maker_rules.push_back(static_cast<std::uint32_t>(table_.rules.size()));
        } else if (open != rest.npos && front.empty() &&
                   classes_.find(rest.substr(open + 1, rest.find('}') - open - 1)) == classes_.end()) {
            rule.makers = types_of(rest.substr(open));
            if (rule.makers == 0) return false;
            rule.behind_name = true;
            rule.joint = rest.substr(0, open);
            table_.owner_rules.push_back(static_cast<std::uint32_t>(table_.rules.size()));
        } else {
            return false;
        }
        rule.by_maker = true;
        expand(tail, problem);
        if (problem.empty() && !tail.empty()) rule.tail = rule_regex(tail, problem);
        if (!problem.empty()) fault(*entry.get("pattern"), "rule.pattern", problem);
        return true;
    }

    void add_cue(const Parts& parts, const std::string& cue, const NameRule& rule) {
        const auto number = static_cast<std::uint32_t>(table_.rules.size());
        const std::string text = parts.cue_in_front ? cue + parts.joint : parts.joint + cue;
        const bool is_short = !parts.cue_in_front && text.size() == table_.behind_short.size();
        CueFilter& filter = parts.cue_in_front ? table_.front_filter
                            : is_short         ? table_.behind_short
                                               : table_.behind_filter;
        if (text.size() < filter.size()) {
            problem_ = text + " is too short a cue: with what joins it to the name it needs " +
                       std::to_string(filter.size()) + " bytes";
            return;
        }
        if (parts.cue_in_front) {
            table_.front.add(text, number);
            filter.add(text.data() + text.size() - filter.size());
            if (is_han(decode_before(text, text.size()).value) || rule.scripts[static_cast<int>(NameScript::kanji)])
                table_.kanji_front.set(static_cast<unsigned char>(text.back()));
            return;
        }
        const char32_t first = decode_at(text, 0).value;
        if (is_katakana(first) && rule.scripts[static_cast<int>(NameScript::katakana)]) table_.ends.add(text, number);
        table_.behind.add(text, number);
        filter.add(text.data());
        if (is_han(first)) table_.kanji_behind.set(static_cast<unsigned char>(text[2]));
    }

    /// Other classes in the pattern become alternatives.
    void expand(std::string& pattern, std::string& problem) const {
        for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', open + 1)) {
            if (open + 1 == pattern.size() || !is_ascii_lower(static_cast<unsigned char>(pattern[open + 1]))) continue;
            const std::size_t close = pattern.find('}', open);
            if (close == std::string::npos) break;
            const auto found = classes_.find(pattern.substr(open + 1, close - open - 1));
            if (found == classes_.end()) {
                problem = "no class is called " + pattern.substr(open + 1, close - open - 1);
                return;
            }
            std::string all = "(?:";
            for (const std::string& word : found->second) {
                if (all.size() > 3) all += '|';
                all += re2::RE2::QuoteMeta(word);
            }
            all += ')';
            pattern.replace(open, close - open + 1, all);
            open += all.size() - 1;
        }
    }

    void load_examples(const toml::table& entry, const std::string& rule) {
        for (const std::string_view key : {"match", "reject"}) {
            const toml::array* list = entry[key].as_array();
            if (list == nullptr || list->empty()) {
                fault(entry, "rule.no_example", "the rule needs at least one " + std::string(key) + " example");
                continue;
            }
            for (const toml::node& node : *list) add_example(node, rule, key == "match");
        }
    }

    void add_example(const toml::node& node, const std::string& rule, bool match) {
        NameExample example{rule, {}, {}, file_, node.source().begin.line, node.source().begin.column};
        if (const toml::table* one = node.as_table(); one != nullptr && match) {
            example.text = fold(text_of(*one, "text"));
            example.name = fold(text_of(*one, "name"));
        } else if (const auto text = node.value<std::string>(); text && !match) {
            example.text = fold(*text);
        } else {
            fault(node, "rule.type",
                  match ? "this example must be { text = …, name = … }" : "this example must be a string");
            return;
        }
        table_.examples.push_back(std::move(example));
    }

    std::string file_, problem_;
    NameRuleTable& table_;
    Classes& classes_;
    std::set<std::string>& ids_;
    Diagnostics& faults_;
};

}  // namespace

bool NameRuleTable::is_ordinary(std::string_view text) const {
    if (is_word(text)) return true;
    if (const std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos)
        return is_ordinary(text.substr(0, hyphen)) && is_ordinary(text.substr(hyphen + 1));
    std::string small(text);
    if (!small.empty() && is_ascii_upper(static_cast<unsigned char>(small[0]))) small[0] = lower_byte(small[0]);
    return ordinary.contains(small);
}

std::unique_ptr<const NameRuleTable> NameRuleTable::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto table = std::make_unique<NameRuleTable>();
    const std::vector<RuleFile> files = load_rule_files(folders, "names", false, faults);
    Classes classes;
    std::set<std::string> ids;
    for (const bool rules : {false, true}) {
        for (const RuleFile& file : files) FileLoader(file.name, *table, classes, ids, faults).load(file.tables, rules);
    }
    Diagnostics ignored;  // knowledge without the file has no such words
    const CsvTable ordinary = load_rows(folders, "common_words.csv", {"word"}, {"word"}, ignored);
    for (std::size_t row = 0; row < ordinary.rows(); ++row) table->ordinary.emplace(ordinary.cell(row, std::size_t{0}));
    return table;
}

}  // namespace hardfacts
