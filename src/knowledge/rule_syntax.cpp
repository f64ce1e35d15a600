#include "knowledge/rule_syntax.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "fold/fold.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

using Kind = RuleNode::Kind;

constexpr int deepest_group = 30, most_repetitions = 200;

std::string utf8(char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
}

bool is_name(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_lower(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c)) ||
               c == '_';
    });
}

class Parser {
public:
    Parser(std::string_view pattern, const SkeletonCode& code, const SharedPatterns& shared,
           std::vector<PatternFault>& faults)
        : pattern_(pattern), code_(code), shared_(shared), faults_(faults) {}

    RuleNode whole() {
        RuleNode node = alternatives(0);
        if (!ends()) fault(at_, "a ) without its (");
        return node;
    }

private:
    void fault(std::size_t offset, std::string message) { faults_.push_back({offset, std::move(message)}); }
    bool ends() const { return at_ >= pattern_.size(); }
    bool next_is(char c) const { return !ends() && pattern_[at_] == c; }
    char32_t take() {
        const CodePoint c = decode_at(pattern_, at_);
        at_ += c.size;
        return c.value;
    }

    static RuleNode node(Kind kind) {
        RuleNode result;
        result.kind = kind;
        return result;
    }
    static RuleNode letters(std::string_view text) {
        RuleNode result = node(Kind::letters);
        result.text = fold(text);
        return result;
    }
    static RuleNode letters(char32_t c) { return letters(utf8(c)); }
    static RuleNode set(Kind kind, std::string text) {
        RuleNode result = node(kind);
        result.set = std::move(text);
        return result;
    }
    static void add_range(RuleNode& node, char32_t first, char32_t last) { node.ranges.emplace_back(first, last); }
    /// What \d, \s and \w stand for.
    static void add_escaped(RuleNode& node, char32_t c) {
        if (c == U's') {
            for (const char32_t space : {U' ', U'\t', U'\n', U'\r', U'\f'}) add_range(node, space, space);
            return;
        }
        add_range(node, U'0', U'9');
        if (c == U'd') return;
        add_range(node, U'A', U'Z');
        add_range(node, U'a', U'z');
        add_range(node, U'_', U'_');
    }

    RuleNode alternatives(int depth) {
        RuleNode first = sequence(depth);
        if (!next_is('|')) return first;
        RuleNode all = node(Kind::either);
        all.parts.push_back(std::move(first));
        while (next_is('|')) {
            ++at_;
            all.parts.push_back(sequence(depth));
        }
        return all;
    }

    RuleNode sequence(int depth) {
        RuleNode all = node(Kind::sequence);
        const auto add = [&](RuleNode&& part) {
            const bool joins =
                part.kind == Kind::letters && !all.parts.empty() && all.parts.back().kind == Kind::letters;
            if (joins)
                all.parts.back().text += part.text;
            else
                all.parts.push_back(std::move(part));
        };
        while (!ends() && !next_is('|') && !next_is(')')) {
            if (const std::string_view plain = plain_characters(); !plain.empty()) add(letters(plain));
            add(repeated(depth));
        }
        return all;
    }

    /// Takes the characters that stand here for themselves, all but the last, which may be repeated.
    std::string_view plain_characters() {
        const std::size_t begin = at_;
        std::size_t end = std::min(pattern_.find_first_of("|()[]{}.^$\\?*+", begin), pattern_.size());
        while (end > begin && !is_lead(pattern_[--end])) {
        }
        at_ = end;
        return pattern_.substr(begin, end - begin);
    }

    RuleNode repeated(int depth);
    bool read_count(RuleNode& repeat);
    RuleNode atom(int depth);
    RuleNode group(std::size_t begin, int depth);
    RuleNode escape(std::size_t begin);
    RuleNode character_class(std::size_t begin);
    void class_item(RuleNode& out, bool& few);
    RuleNode braced(std::size_t begin);
    RuleNode shared(std::size_t begin, std::string_view inside);
    std::optional<std::string_view> inside_braces(std::size_t begin);

    std::string_view pattern_;
    const SkeletonCode& code_;
    const SharedPatterns& shared_;
    std::vector<PatternFault>& faults_;
    std::size_t at_ = 0;
};

bool is_wide(const RuleNode& node) {
    if (node.kind == Kind::one_of) return node.chars.empty() && (node.set == "." || node.set.starts_with("[^"));
    return node.kind == Kind::either && std::any_of(node.parts.begin(), node.parts.end(), [](const RuleNode& part) {
               return is_wide(part.kind == Kind::sequence && part.parts.size() == 1 ? part.parts[0] : part);
           });
}

RuleNode Parser::repeated(int depth) {
    const std::size_t begin = at_;
    RuleNode one = atom(depth);
    RuleNode repeat = node(Kind::repeat);
    const std::size_t mark = at_;
    if (!read_count(repeat)) return one;
    if (next_is('?')) {
        repeat.lazy = true;
        ++at_;
    }
    const bool wide = one.kind == Kind::one_of && (one.set == "." || one.set.starts_with("[^"));
    if (repeat.most < 0 && wide) fault(mark, "a gap must be bounded: write {0,20}");
    if (repeat.most != 1 && holds_capture(one)) fault(begin, "a mention with a name cannot be repeated: use a _list");
    if (one.kind == Kind::place) fault(mark, "nothing to repeat");
    repeat.parts.push_back(std::move(one));
    return repeat;
}

/// `?`, `*`, `+`, `{3}`, `{0,20}`; false where none stands here.
bool Parser::read_count(RuleNode& repeat) {
    if (ends()) return false;
    const std::size_t mark = at_;
    switch (pattern_[at_]) {
        case '?':
            ++at_;
            repeat.most = 1;
            return true;
        case '*':
            ++at_;
            repeat.most = -1;
            return true;
        case '+':
            ++at_;
            repeat.least = 1;
            repeat.most = -1;
            return true;
        case '{': break;
        default: return false;
    }
    if (at_ + 1 >= pattern_.size() || !is_ascii_digit(static_cast<unsigned char>(pattern_[at_ + 1]))) return false;
    ++at_;
    const auto number = [&] {
        int value = 0;
        while (!ends() && is_ascii_digit(static_cast<unsigned char>(pattern_[at_]))) {
            value = std::min(value * 10 + (pattern_[at_++] - '0'), most_repetitions + 1);
        }
        return value;
    };
    repeat.least = repeat.most = number();
    if (next_is(',')) {
        ++at_;
        repeat.most = next_is('}') ? -1 : number();
    }
    if (next_is('}'))
        ++at_;
    else
        fault(mark, "a repetition is written {3} or {0,20}");
    if (repeat.least > most_repetitions || repeat.most > most_repetitions) fault(mark, "at most 200 repetitions");
    if (repeat.most >= 0 && repeat.most < repeat.least) fault(mark, "the first count is larger than the second");
    return true;
}

RuleNode Parser::atom(int depth) {
    const std::size_t begin = at_;
    const char32_t c = take();
    switch (c) {
        case U'(': return group(begin, depth);
        case U'[': return character_class(begin);
        case U'{': return braced(begin);
        case U'.': {
            RuleNode result = set(Kind::one_of, ".");
            result.negated = true;
            add_range(result, U'\n', U'\n');
            return result;
        }
        case U'^':
        case U'$': return set(Kind::place, utf8(c));
        case U'\\': return escape(begin);
        case U'?':
        case U'*':
        case U'+': fault(begin, "nothing to repeat"); return {};
        case U'}':
        case U']': fault(begin, "write \\" + utf8(c) + " for the character"); return {};
        default: return letters(c);
    }
}

RuleNode Parser::group(std::size_t begin, int depth) {
    if (pattern_.substr(at_).starts_with("?:"))
        at_ += 2;
    else if (next_is('?'))
        fault(at_, "groups are written ( ) and have no flags");
    if (depth >= deepest_group) {
        fault(begin, "groups stand too deep in one another");
        at_ = pattern_.size();
        return {};
    }
    RuleNode inner = alternatives(depth + 1);
    if (next_is(')'))
        ++at_;
    else
        fault(begin, "a ( without its )");
    return inner;
}

RuleNode Parser::escape(std::size_t begin) {
    if (ends()) {
        fault(begin, "a \\ with nothing behind it");
        return {};
    }
    const char32_t c = take();
    if (c == U'b') return set(Kind::place, "\\b");
    if (c == U'd' || c == U's' || c == U'w') {
        RuleNode result = set(Kind::one_of, "\\" + utf8(c));
        add_escaped(result, c);
        if (c == U's') result.chars = {U' ', U'\t', U'\n', U'\r', U'\f'};
        if (c == U'd') result.chars = {U'0', U'1', U'2', U'3', U'4', U'5', U'6', U'7', U'8', U'9'};
        return result;
    }
    if (is_ascii_alpha(c) || is_ascii_digit(c)) fault(begin, "unknown escape \\" + utf8(c));
    return letters(c);
}

RuleNode Parser::character_class(std::size_t begin) {
    RuleNode result = node(Kind::one_of);
    result.set = "[";
    bool few = true;
    if (next_is('^')) {
        ++at_;
        result.set += "^\\n";
        result.negated = true;
        add_range(result, U'\n', U'\n');
        few = false;
    }
    const std::size_t first = at_;
    while (!ends() && (!next_is(']') || at_ == first)) class_item(result, few);
    if (next_is(']'))
        ++at_;
    else
        fault(begin, "a [ without its ]");
    result.set += ']';
    if (!few) result.chars.clear();
    return result;
}

void append_in_class(std::string& out, char32_t c) {
    if (c < 0x80 && !is_ascii_alpha(c) && !is_ascii_digit(c) && c != U' ') out += '\\';
    append_utf8(out, c);
}

/// A character, a range, an escape or the mentions of a type.
void Parser::class_item(RuleNode& out, bool& few) {
    const std::size_t begin = at_;
    char32_t c = take();
    if (c == U'{') {
        const auto inside = inside_braces(begin);
        const auto wanted = inside ? code_.find(*inside) : std::nullopt;
        if (inside && !wanted) fault(begin, "no type of mention is called " + std::string(*inside));
        if (!wanted) return;
        for (const char32_t one : code_.codes_of(*wanted)) {
            append_utf8(out.set, one);
            out.chars.push_back(one);
            add_range(out, one, one);
        }
        return;
    }
    if (c == U'\\' && !ends()) {
        c = take();
        if (c == U'd' || c == U's' || c == U'w') {
            out.set += "\\" + utf8(c);
            add_escaped(out, c);
            few = false;
            return;
        }
        if (is_ascii_alpha(c) || is_ascii_digit(c)) fault(begin, "unknown escape \\" + utf8(c));
    }
    const std::string text = fold(utf8(c));
    c = decode_at(text, 0).value;
    if (text.size() != decode_at(text, 0).size) fault(begin, "folded, it is more than one character");
    const bool range = next_is('-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']';
    append_in_class(out.set, c);
    if (!range) {
        out.chars.push_back(c);
        add_range(out, c, c);
        if (!is_ascii_alpha(c)) return;
        append_in_class(out.set, c ^ 0x20U);
        out.chars.push_back(c ^ 0x20U);
        add_range(out, c ^ 0x20U, c ^ 0x20U);
        return;
    }
    ++at_;
    const char32_t last = take();
    if (last < c || is_ascii_alpha(c) != is_ascii_alpha(last)) fault(begin, "the range runs backwards");
    out.set += '-';
    append_in_class(out.set, last);
    add_range(out, c, last);
    few = false;
    if (is_ascii_alpha(c) && is_ascii_alpha(last)) {
        out.set += utf8(c ^ 0x20U) + "-" + utf8(last ^ 0x20U);
        add_range(out, c ^ 0x20U, last ^ 0x20U);
    }
}

std::optional<std::string_view> Parser::inside_braces(std::size_t begin) {
    const std::size_t close = pattern_.find('}', at_);
    if (close == std::string_view::npos) {
        fault(begin, "a { without its }");
        at_ = pattern_.size();
        return std::nullopt;
    }
    const std::string_view inside = pattern_.substr(at_, close - at_);
    at_ = close + 1;
    return inside;
}

/// `{company}`, `{company:buyer}`, `{chip|system:what}`, `{company_list:investors}`, `{shared_name}`.
RuleNode Parser::braced(std::size_t begin) {
    const auto inside = inside_braces(begin);
    if (!inside) return {};
    const std::size_t colon = std::min(inside->find(':'), inside->size());
    std::string_view types = inside->substr(0, colon);
    constexpr std::string_view list = "_list";
    RuleNode result = node(Kind::mention);
    result.is_list = types.ends_with(list);
    if (result.is_list) types.remove_suffix(list.size());
    const auto wanted = code_.find(types);
    if (!wanted) return shared(begin, *inside);
    result.types = wanted->types;
    result.chars = code_.codes_of(*wanted);
    for (const char32_t c : result.chars) add_range(result, c, c);
    if (colon < inside->size()) {
        result.name = inside->substr(colon + 1);
        if (result.name.empty() || !is_name(result.name)) {
            fault(begin, "a capture's name is written in small letters, digits and _");
        }
    }
    return result;
}

RuleNode Parser::shared(std::size_t begin, std::string_view inside) {
    std::string problem;
    if (inside.empty() || !is_name(inside)) {
        fault(begin, "no type of mention and no shared pattern is called {" + std::string(inside) + "}");
        return {};
    }
    const RuleNode* known = shared_(inside, problem);
    if (known == nullptr) {
        fault(begin, std::move(problem));
        return {};
    }
    return *known;
}

}  // namespace

bool holds_capture(const RuleNode& node) {
    return !node.name.empty() || std::any_of(node.parts.begin(), node.parts.end(), holds_capture);
}

bool is_long_gap(const RuleNode& node) {
    constexpr int longest_counted_gap = 8;
    return node.most > longest_counted_gap && is_wide(node.parts[0]);
}

RuleNode read_rule_pattern(std::string_view pattern, const SkeletonCode& code, const SharedPatterns& shared,
                           std::vector<PatternFault>& faults) {
    return Parser(pattern, code, shared, faults).whole();
}

}  // namespace hardfacts
