#include "knowledge/rule_pattern.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "model/utf8.h"

namespace hardfacts {

namespace {

using Kind = RuleNode::Kind;
using Texts = std::vector<std::string>;
using Chars = std::optional<std::vector<char32_t>>;  // nullopt: any

constexpr std::size_t most_texts = 32, most_chars = 64, shortest_literal = 3;

template <typename Value>
void unite(std::vector<Value>& all, const std::vector<Value>& more) {
    for (const Value& one : more) {
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
}

void unite(Chars& all, const Chars& more) {
    if (all && more) unite(*all, *more);
    if (!more || (all && all->size() > most_chars)) all.reset();
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

/// The most characters that a part matches; lists and what has no bound are given room for several names.
std::size_t longest_of(const RuleNode& node) {
    constexpr std::size_t room = 40;
    std::size_t most = 0, all = 0;
    for (const RuleNode& part : node.parts) {
        const std::size_t one = longest_of(part);
        most = std::max(most, one);
        all += one;
    }
    switch (node.kind) {
        case Kind::letters: return node.text.size();
        case Kind::one_of: return 1;
        case Kind::place: return 0;
        case Kind::mention: return node.is_list ? room : 1;
        case Kind::sequence: return all;
        case Kind::either: return most;
        case Kind::repeat: break;
    }
    const bool gap = is_long_gap(node);
    return node.most < 0 ? room : static_cast<std::size_t>(node.most) * (gap ? 1 : most);
}

void write_letters(const std::string& text, std::string& out) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_ascii_alpha(byte)) {
            out += '[';
            out += static_cast<char>(c & ~0x20);
            out += static_cast<char>(c | 0x20);
            out += ']';
        } else {
            if (byte < 0x80 && !is_ascii_digit(byte) && c != ' ' && c != '_') out += '\\';
            out += c;
        }
    }
}

void write_mention(const RuleNode& node, std::string& out) {
    std::string one = "[";
    for (const char32_t c : node.chars) append_utf8(one, c);
    one += ']';
    out += node.name.empty() ? "(?:" : "(";
    out += one;
    if (node.is_list) out += "(?:" + std::string(list_joint) + one + ")*";
    out += ')';
}

void write(const RuleNode& node, std::string& out) {
    switch (node.kind) {
        case Kind::letters: write_letters(node.text, out); return;
        case Kind::one_of:
        case Kind::place: out += node.set; return;
        case Kind::mention: write_mention(node, out); return;
        case Kind::sequence:
            for (const RuleNode& part : node.parts) write(part, out);
            return;
        case Kind::either:
        case Kind::repeat: break;
    }
    out += "(?:";
    for (std::size_t k = 0; k < node.parts.size(); ++k) {
        if (k > 0) out += '|';
        write(node.parts[k], out);
    }
    out += ')';
    if (node.kind == Kind::either) return;
    if (is_long_gap(node)) {
        out += node.least == 0 ? "*?" : "+?";
        return;
    }
    out += '{' + std::to_string(node.least) + ',' + (node.most < 0 ? "" : std::to_string(node.most)) + '}';
    if (node.lazy) out += '?';
}

void list_groups(const RuleNode& node, std::vector<std::string>& groups) {
    if (node.kind == Kind::mention && !node.name.empty()) groups.push_back(node.name);
    for (const RuleNode& part : node.parts) list_groups(part, groups);
}

/// What every match of a part holds.
struct Needs {
    std::optional<Texts> exact;  ///< every text it can match, where they are few and hold no mention
    std::vector<Texts> literals;
    std::vector<TypeSet> mentions;
};

std::size_t shortest(const Texts& texts) {
    std::size_t size = texts.empty() ? 0 : texts[0].size();
    for (const std::string& text : texts) size = std::min(size, text.size());
    return size;
}

/// A single kana or mark, の or 、, stands in most sentences and tells nothing.
bool tells_little(const std::string& text) {
    const CodePoint first = decode_at(text, 0);
    return first.size == text.size() && !is_han(first.value);
}

void require(Needs& needs, const std::optional<Texts>& texts) {
    if (!texts || shortest(*texts) < shortest_literal) return;
    if (std::none_of(texts->begin(), texts->end(), tells_little)) needs.literals.push_back(*texts);
}

bool is_word(char c) {
    return is_ascii_alpha(static_cast<unsigned char>(c)) || is_ascii_digit(static_cast<unsigned char>(c));
}
bool begins_in_word(const Texts& texts) {
    return std::any_of(texts.begin(), texts.end(),
                       [](const std::string& text) { return !text.empty() && is_word(text[0]); });
}
bool ends_in_word(const Texts& texts) {
    return std::any_of(texts.begin(), texts.end(),
                       [](const std::string& text) { return !text.empty() && is_word(text.back()); });
}

Needs needs_of(const RuleNode& node);

Needs needs_of_sequence(const RuleNode& node) {
    Needs all;
    std::optional<Texts> run = Texts{""};  // what stands at the end of what was read
    bool whole = true;
    for (const RuleNode& part : node.parts) {
        if (part.kind == Kind::place) continue;
        Needs one = needs_of(part);
        std::move(one.literals.begin(), one.literals.end(), std::back_inserter(all.literals));
        all.mentions.insert(all.mentions.end(), one.mentions.begin(), one.mentions.end());
        if (run && one.exact && run->size() * one.exact->size() <= most_texts) {
            Texts longer;
            for (const std::string& head : *run) {
                for (const std::string& tail : *one.exact) longer.push_back(head + tail);
            }
            run = std::move(longer);
            continue;
        }
        require(all, run);
        const bool cut = run && one.exact && ends_in_word(*run) && begins_in_word(*one.exact);
        run = cut ? std::nullopt : std::move(one.exact);
        whole = false;
    }
    if (whole)
        all.exact = run;
    else
        require(all, run);
    return all;
}

Needs needs_of_either(const RuleNode& node) {
    Needs all;
    all.exact.emplace();
    Texts literals;
    bool literal = true;
    for (std::size_t k = 0; k < node.parts.size(); ++k) {
        Needs one = needs_of(node.parts[k]);
        if (all.exact && one.exact && all.exact->size() + one.exact->size() <= most_texts)
            unite(*all.exact, *one.exact);
        else
            all.exact.reset();
        require(one, one.exact);
        const auto best = std::max_element(one.literals.begin(), one.literals.end(),
                                           [](const Texts& a, const Texts& b) { return shortest(a) < shortest(b); });
        literal &= best != one.literals.end();
        if (literal) unite(literals, *best);
        if (k == 0) all.mentions = one.mentions;
        if (all.mentions.size() != one.mentions.size()) all.mentions.clear();
        for (std::size_t m = 0; m < all.mentions.size(); ++m) all.mentions[m] |= one.mentions[m];
    }
    if (literal && !all.exact) all.literals.push_back(std::move(literals));
    return all;
}

Needs needs_of(const RuleNode& node) {
    Needs all;
    switch (node.kind) {
        case Kind::letters: all.exact = Texts{lower(node.text)}; return all;
        case Kind::one_of:
        case Kind::place: return all;
        case Kind::mention: all.mentions = {node.types}; return all;
        case Kind::sequence: return needs_of_sequence(node);
        case Kind::either: return needs_of_either(node);
        case Kind::repeat: break;
    }
    Needs one = needs_of(node.parts[0]);
    if (node.least > 0) {
        require(one, one.exact);
        one.exact.reset();
        return one;
    }
    if (node.most == 1 && one.exact) {
        all.exact = std::move(one.exact);
        unite(*all.exact, Texts{""});
    }
    return all;
}

/// The characters that a part may begin with.
struct Start {
    Chars chars = std::vector<char32_t>{};
    bool empty = false;  ///< it may match nothing, or only look at a place
};

Start start_of(const RuleNode& node);

Start start_of_sequence(const std::vector<RuleNode>& parts, std::size_t from) {
    Start all;
    all.empty = true;
    for (std::size_t k = from; k < parts.size() && all.empty; ++k) {
        const Start one = start_of(parts[k]);
        unite(all.chars, one.chars);
        all.empty = one.empty;
    }
    return all;
}

Start start_of(const RuleNode& node) {
    Start all;
    switch (node.kind) {
        case Kind::letters: {
            const char32_t c = decode_at(node.text, 0).value;
            all.chars = {c};
            if (is_ascii_alpha(c)) all.chars->push_back(c ^ 0x20U);
            return all;
        }
        case Kind::one_of:
            all.chars = node.chars;
            if (node.chars.empty()) all.chars.reset();
            return all;
        case Kind::mention: all.chars = node.chars; return all;
        case Kind::place: all.empty = true; return all;
        case Kind::sequence: return start_of_sequence(node.parts, 0);
        case Kind::either:
            for (const RuleNode& part : node.parts) {
                const Start one = start_of(part);
                unite(all.chars, one.chars);
                all.empty |= one.empty;
            }
            return all;
        case Kind::repeat: break;
    }
    all = start_of(node.parts[0]);
    all.empty |= node.least == 0;
    return all;
}

/// Whether every match begins with one mention, or with two letters at least; `types`: of the mention.
struct Opening {
    TypeSet types = 0;
    bool letters = false;
    Start second;  ///< behind the mention
};

Opening opening_of(const RuleNode& node) {
    Opening result;
    if (node.kind == Kind::sequence && !node.parts.empty()) {
        std::size_t first = 0;
        while (first + 1 < node.parts.size() && node.parts[first].kind == Kind::place) ++first;
        result = opening_of(node.parts[first]);
        if (result.types == 0 || !result.second.empty) return result;
        const Start behind = start_of_sequence(node.parts, first + 1);
        unite(result.second.chars, behind.chars);
        result.second.empty = behind.empty;
    } else if (node.kind == Kind::either) {
        result.letters = true;
        bool mention = true;
        for (const RuleNode& part : node.parts) {
            const Opening one = opening_of(part);
            mention &= one.types != 0;
            result.letters &= one.letters;
            result.types |= one.types;
            unite(result.second.chars, one.second.chars);
            result.second.empty |= one.second.empty;
        }
        if (!mention) result.types = 0;
    } else if (node.kind == Kind::mention) {
        result.types = node.types;
        result.second.empty = true;
        if (node.is_list) result.second.chars.reset();
    } else if (node.kind == Kind::letters) {
        result.letters = node.text.size() > 1;
    } else if (node.kind == Kind::repeat && node.least > 0 && node.most == node.least) {
        result = opening_of(node.parts[0]);
    }
    return result;
}

}  // namespace

std::string re2_of(const RuleNode& tree) {
    std::string out;
    write(tree, out);
    return out;
}

RulePattern prepare_rule_pattern(const RuleNode& tree) {
    RulePattern out;
    out.re2 = re2_of(tree);
    list_groups(tree, out.groups);
    out.longest = longest_of(tree);
    Needs needs = needs_of(tree);
    require(needs, needs.exact);
    out.mentions = std::move(needs.mentions);
    out.literals = std::move(needs.literals);
    const Opening opening = opening_of(tree);
    out.starts = opening.types;
    if (opening.second.chars && !opening.second.empty) out.second = *opening.second.chars;
    std::sort(out.second.begin(), out.second.end());
    if (opening.types == 0 && !opening.letters) {
        out.why_not_runnable =
            "a pattern begins with a mention or with letters, never with a gap, a class or a part "
            "that may be missing: begin it behind them";
    } else if (opening.types == 0 && out.literals.empty()) {
        out.why_not_runnable =
            "a pattern that begins with letters needs a word of three letters, or one character "
            "of Japanese, that every match holds";
    }
    return out;
}

}  // namespace hardfacts
