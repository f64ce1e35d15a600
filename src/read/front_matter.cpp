#include "read/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model/utf8.h"
#include "read/dates.h"
#include "read/lines.h"
#include "read/yaml_scalar.h"

namespace hardfacts {

namespace {

bool is_rule(std::string_view line, std::string_view mark) {
    return line.substr(0, 3) == mark && trimmed(line.substr(3)).empty();
}

/// `key:` or `# comment`, as front matter begins.
bool begins_yaml(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text[0] == '#') return !text.empty();
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const bool ends_key = colon + 1 == text.size() || text[colon + 1] == ' ';
    return ends_key && text.substr(0, colon).find(' ') == std::string_view::npos;
}

constexpr bool is_key_in(std::string_view key, std::initializer_list<std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_tags(std::string_view key) { return is_key_in(key, {"tags", "categories", "category", "tag", "keywords"}); }

/// Places of libyaml's marks, which count code points. Asked for in ascending order.
class MarkPlaces {
public:
    MarkPlaces(std::string_view source, std::size_t begin) : source_(source), byte_(begin) {}
    std::size_t byte_of(std::size_t index) {
        for (; index_ < index && byte_ < source_.size(); ++index_) {
            ++byte_;
            while (byte_ < source_.size() && !is_lead(source_[byte_])) ++byte_;
        }
        return byte_;
    }

private:
    std::string_view source_;
    std::size_t byte_;
    std::size_t index_ = 0;
};

struct Scalar {
    std::string key;  ///< of the top-level mapping, "" deeper down than one list
    std::string value;
    Span range;
    ScalarStyle style;
};

ScalarStyle style_of(yaml_scalar_style_t style) {
    switch (style) {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: return ScalarStyle::single_quoted;
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return ScalarStyle::double_quoted;
        case YAML_LITERAL_SCALAR_STYLE:
        case YAML_FOLDED_SCALAR_STYLE: return ScalarStyle::block;
        default: return ScalarStyle::plain;
    }
}

/// Follows libyaml's events and keeps the values of mappings and lists.
class ScalarCollector {
public:
    ScalarCollector(std::string_view source, Span yaml) : places_(source, yaml.begin) {}

    void take(const yaml_event_t& event) {
        switch (event.type) {
            case YAML_MAPPING_START_EVENT:
                value_begins();
                levels_.push_back({true, true});
                break;
            case YAML_SEQUENCE_START_EVENT:
                value_begins();
                levels_.push_back({false, false});
                break;
            case YAML_MAPPING_END_EVENT:
            case YAML_SEQUENCE_END_EVENT: levels_.pop_back(); break;
            case YAML_ALIAS_EVENT: value_begins(); break;
            case YAML_SCALAR_EVENT: scalar(event); break;
            default: break;
        }
    }

    std::vector<Scalar> scalars;

private:
    struct Level {
        bool mapping;
        bool at_key;
    };

    /// True if the node that begins is a value, not a key.
    bool value_begins() {
        if (levels_.empty()) return false;
        Level& level = levels_.back();
        if (!level.mapping) return true;
        level.at_key = !level.at_key;
        return level.at_key;
    }

    void scalar(const yaml_event_t& event) {
        std::string value(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
        const bool is_value = value_begins();
        if (!is_value) {
            if (levels_.size() == 1) key_ = value;
            return;
        }
        const bool top = levels_.size() == 1 || (levels_.size() == 2 && !levels_.back().mapping);
        const std::size_t begin = places_.byte_of(event.start_mark.index);
        const std::size_t end = places_.byte_of(event.end_mark.index);
        scalars.push_back({top ? key_ : "", std::move(value), {begin, end}, style_of(event.data.scalar.style)});
    }

    MarkPlaces places_;
    std::vector<Level> levels_;
    std::string key_;
};

struct ParserCloser {
    void operator()(yaml_parser_t* parser) const { yaml_parser_delete(parser); }
};

Diagnostic broken(const yaml_parser_t& parser, std::string_view source, Span yaml) {
    Diagnostic fault;
    fault.severity = Severity::warning;
    fault.code = "read.front_matter";
    fault.message = "front matter is not YAML and is left out";
    if (parser.problem != nullptr) fault.message += std::string(": ") + parser.problem;
    fault.message += "; quote the value or mend the line";
    MarkPlaces places(source, yaml.begin);
    return fault_at(source, std::min(places.byte_of(parser.problem_mark.index), yaml.end), std::move(fault));
}

constexpr std::size_t deepest = 100;  // libyaml takes time by the square of the depth

bool opens(yaml_event_type_t type) { return type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT; }
bool closes(yaml_event_type_t type) { return type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT; }

/// All values, or nothing where it is not YAML.
std::optional<std::vector<Scalar>> parse(std::string_view source, Span yaml, const DiagnosticSink& faults) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) return std::nullopt;
    const std::unique_ptr<yaml_parser_t, ParserCloser> closer(&parser);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(source.data() + yaml.begin),
                                 yaml.size());
    ScalarCollector collector(source, yaml);
    std::size_t depth = 0;
    for (bool more = true; more;) {
        yaml_event_t event;
        if (yaml_parser_parse(&parser, &event) == 0) {
            faults(broken(parser, source, yaml));
            return std::nullopt;
        }
        collector.take(event);
        depth += opens(event.type) ? 1U : 0U;
        depth -= closes(event.type) ? 1U : 0U;
        if (depth > deepest) {
            yaml_event_delete(&event);
            faults(fault_at(source, yaml.begin,
                            {Severity::warning, "", 0, 0, "read.front_matter",
                             "front matter is nested too deeply and is left out"}));
            return std::nullopt;
        }
        more = event.type != YAML_STREAM_END_EVENT && event.type != YAML_DOCUMENT_END_EVENT;
        yaml_event_delete(&event);
    }
    return std::move(collector.scalars);
}

void add_tags(DocumentInfo& info, std::string_view value) {
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        if (const auto tag = trimmed(value.substr(0, comma)); !tag.empty()) info.tags.emplace_back(tag);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
}

void take_info(const Scalar& scalar, DocumentInfo& info) {
    if (scalar.key == "title" && !info.title && !trimmed(scalar.value).empty()) {
        info.title = std::string(trimmed(scalar.value));
    }
    if (is_key_in(scalar.key, {"date", "published", "published_at", "publishedAt", "publishDate", "pubDate", "pub_date",
                               "datePublished"}) &&
        !info.published) {
        info.published = iso_date(scalar.value);
    }
    if (is_tags(scalar.key)) add_tags(info, scalar.value);
}

}  // namespace

bool names_nothing(std::string_view value) {
    const std::string_view text = trimmed(value);
    if (text.empty()) return true;
    if (is_key_in(text, {"true", "false", "yes", "no", "null", "~", "True", "False", "on", "off"})) return true;
    if (iso_date(text)) return true;
    const bool one_word = text.find_first_of(" \t\n") == std::string_view::npos;
    if (one_word && (text.find("://") != std::string_view::npos || text[0] == '/' || text.substr(0, 2) == "./"))
        return true;
    if (one_word && text.find('/') != std::string_view::npos && text.rfind('.') > text.rfind('/') &&
        text.rfind('.') != std::string_view::npos)
        return true;
    return text.find_first_not_of("0123456789.,:+-_/% ") == std::string_view::npos;
}

std::optional<FrontMatter> find_front_matter(std::string_view source, std::size_t begin) {
    const Line first = line_at(source, begin);
    if (!is_rule(slice(source, first.text), "---")) return std::nullopt;
    bool decided = false;
    std::size_t at = first.next;
    while (at < source.size()) {
        const Line line = line_at(source, at);
        const std::string_view text = slice(source, line.text);
        if (is_rule(text, "---") || is_rule(text, "...")) {
            if (!decided) return std::nullopt;
            return FrontMatter{{first.next, at}, line.next};
        }
        if (!decided && !trimmed(text).empty()) {
            if (!begins_yaml(text)) return std::nullopt;
            decided = true;
        }
        at = line.next;
    }
    return std::nullopt;
}

void read_front_matter(const FrontMatter& front, DocumentBuilder& out, DocumentInfo& info,
                       const DiagnosticSink& faults) {
    const auto scalars = parse(out.source(), front.yaml, faults);
    if (!scalars) return;
    for (const Scalar& scalar : *scalars) {
        take_info(scalar, info);
        if (names_nothing(scalar.value)) continue;
        Block block;
        block.kind = BlockKind::front_matter;
        out.begin_block(block);
        append_scalar(out, scalar.range, scalar.value, scalar.style);
        out.end_block();
    }
}

}  // namespace hardfacts
