#include "knowledge/names_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "knowledge/names_index.h"
#include "knowledge/plain_pattern.h"

namespace hardfacts {

namespace {

constexpr std::string_view meta = "\\^$.|?*+()[]{}";
constexpr std::size_t most_groups = 25;
/// A model number is shorter than this; it bounds the work on a text that goes on and on.
constexpr std::size_t longest_match = 96;

/// The bytes that every match begins with, up to the first separator.
std::string literal_beginning(std::string_view pattern) {
    std::string literal;
    for (std::size_t k = 0; k < pattern.size(); ++k) {
        char c = pattern[k];
        if (c == '\\' && k + 1 < pattern.size() && meta.find(pattern[k + 1]) != std::string_view::npos) {
            c = pattern[++k];
        } else if (meta.find(c) != std::string_view::npos) {
            break;
        }
        const char behind = k + 1 < pattern.size() ? pattern[k + 1] : '\0';
        const bool optional = behind == '?' || behind == '*' || behind == '{';
        if (optional || c == ' ' || c == '-') break;
        literal += c;
    }
    return literal;
}

std::bitset<256> all_bytes() { return std::bitset<256>().set(); }

/// The bytes that a class without escapes, `\\d` or a literal at the begin of `rest` takes; all where it is anything
/// else, or may be left out.
std::bitset<256> first_bytes(std::string_view rest) {
    std::bitset<256> bytes;
    std::size_t end = 1;
    const auto add = [&](char from, char to) {
        for (auto c = static_cast<unsigned char>(from); c <= static_cast<unsigned char>(to); ++c) bytes.set(c);
    };
    if (rest.starts_with("\\d")) {
        add('0', '9');
        end = 2;
    } else if (rest.starts_with('[') && !rest.starts_with("[^")) {
        end = rest.find(']');
        const std::string_view inside = rest.substr(1, end - 1);
        if (end == std::string_view::npos || inside.find_first_of("\\[&") != std::string_view::npos) return all_bytes();
        for (std::size_t k = 0; k < inside.size(); ++k) {
            const bool range = k + 2 < inside.size() && inside[k + 1] == '-';
            add(inside[k], inside[k + (range ? 2 : 0)]);
            k += range ? 2 : 0;
        }
        ++end;
    } else if (!rest.empty() && is_word_byte(rest[0])) {
        bytes.set(static_cast<unsigned char>(rest[0]));
    } else {
        return all_bytes();
    }
    const bool optional = end < rest.size() && std::string_view("?*{").find(rest[end]) != std::string_view::npos &&
                          !(rest[end] == '{' && end + 1 < rest.size() && rest[end + 1] >= '1' && rest[end + 1] <= '9');
    return optional ? all_bytes() : bytes;
}

/// The same of a pattern behind its literal: through one space, of each alternative of a group that is not optional.
std::bitset<256> bytes_behind(std::string_view rest) {
    if (rest.starts_with(' ')) {
        if (rest.size() > 1 && std::string_view("?*{").find(rest[1]) != std::string_view::npos) return all_bytes();
        rest.remove_prefix(1);
    }
    if (!rest.starts_with("(?:")) return first_bytes(rest);
    const std::size_t close = rest.find_first_of(")", 3);
    if (close == std::string_view::npos || rest.substr(3, close - 3).find('(') != std::string_view::npos)
        return all_bytes();
    if (close + 1 < rest.size() && std::string_view("?*{").find(rest[close + 1]) != std::string_view::npos)
        return all_bytes();
    std::bitset<256> bytes;
    for (std::size_t begin = 3; begin <= close;) {
        const std::size_t end = std::min(rest.find('|', begin), close);
        bytes |= first_bytes(rest.substr(begin, end - begin));
        begin = end + 1;
    }
    return bytes;
}

/// True where `|` stands outside all groups, so that no literal begins every match.
bool alternates_at_top(std::string_view pattern) {
    int depth = 0;
    bool in_class = false;
    for (std::size_t k = 0; k < pattern.size(); ++k) {
        const char c = pattern[k];
        if (c == '\\') {
            ++k;
        } else if (in_class) {
            in_class = c != ']';
        } else {
            if (c == '|' && depth == 0) return true;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            in_class = c == '[';
        }
    }
    return false;
}

/// The pattern as RE2 gets it: literal spaces become groups `([ -]?)`. `is_space` tells them from the author's groups.
std::string prepared(std::string_view pattern, std::vector<bool>& is_space) {
    std::string out;
    bool in_class = false;
    for (std::size_t k = 0; k < pattern.size(); ++k) {
        const char c = pattern[k];
        if (c == '\\' && k + 1 < pattern.size()) {
            out += c;
            out += pattern[++k];
            continue;
        }
        if (!in_class && (c == ' ' || (c == '(' && pattern.substr(k + 1, 1) != "?"))) is_space.push_back(c == ' ');
        in_class = c == '[' || (in_class && c != ']');
        if (c == ' ' && !in_class)
            out += "([ -]?)";
        else
            out += c;
    }
    return out;
}

/// Replaces {0} to {9} by what `group` gives for the digit.
template <typename Group>
std::string filled(std::string_view form, Group&& group) {
    std::string out;
    for (std::size_t k = 0; k < form.size(); ++k) {
        if (has_model_hole(form.substr(k, 3))) {
            out += group(static_cast<std::size_t>(form[k + 1] - '0'));
            k += 2;
        } else {
            out += form[k];
        }
    }
    return out;
}

}  // namespace

NamePattern::NamePattern() = default;
NamePattern::NamePattern(NamePattern&&) noexcept = default;
NamePattern& NamePattern::operator=(NamePattern&&) noexcept = default;
NamePattern::~NamePattern() = default;

std::variant<NamePattern, std::string> NamePattern::compile(std::string_view pattern) {
    NamePattern made;
    made.literal_ = literal_beginning(pattern);
    made.behind_ =
        pattern.starts_with(made.literal_) ? bytes_behind(pattern.substr(made.literal_.size())) : all_bytes();
    if (made.literal_.size() < 2 || !is_word_byte(made.literal_[0])) {
        return "must begin with two literal letters or digits, so that it is tried only where they stand";
    }
    if (alternates_at_top(pattern)) return "has alternatives outside a group; write AB(?:C|D), not ABC|ABD";
    made.is_space_ = {false};
    made.expression_ = std::make_unique<const LazyRegex>(prepared(pattern, made.is_space_), LazyRegex::Match::longest);
    if (!is_plain_pattern(pattern)) {
        const re2::RE2& expression = made.expression_->get();
        if (!expression.ok()) return "is not an RE2 expression: " + expression.error();
        if (static_cast<std::size_t>(expression.NumberOfCapturingGroups()) + 1 != made.is_space_.size())
            return "has a named group or a class this loader does not follow; write it simpler";
    }
    if (made.is_space_.size() > most_groups)
        return "has more than " + std::to_string(most_groups - 1) + " groups and spaces; split it";
    return made;
}

std::optional<NamePattern::Match> NamePattern::match(std::string_view text, std::size_t at, std::size_t limit) const {
    const std::string_view rest = text.substr(at, std::min(limit - at, longest_match));
    if (!rest.starts_with(literal_)) return std::nullopt;
    std::size_t behind = literal_.size();
    if (behind < rest.size() && (rest[behind] == ' ' || rest[behind] == '-')) ++behind;
    if (!behind_.all() && (behind >= rest.size() || !behind_.test(static_cast<unsigned char>(rest[behind]))))
        return std::nullopt;
    std::array<re2::StringPiece, most_groups> groups;
    const std::size_t count = is_space_.size();
    const re2::StringPiece piece(rest.data(), rest.size());
    if (!expression_->get().Match(piece, 0, rest.size(), RE2::ANCHOR_START, groups.data(), static_cast<int>(count))) {
        return std::nullopt;
    }
    const auto begin_of = [&](std::size_t k) { return static_cast<std::size_t>(groups[k].data() - rest.data()); };
    Match match;
    match.size = groups[0].size();
    for (std::size_t g = 0; g < count; ++g) {
        if (is_space_[g]) continue;
        std::string& written = match.groups.emplace_back();
        if (groups[g].data() == nullptr) continue;
        std::size_t done = begin_of(g);
        const std::size_t end = done + groups[g].size();
        for (std::size_t k = 1; k < count; ++k) {
            if (!is_space_[k] || groups[k].data() == nullptr || begin_of(k) < done || begin_of(k) >= end) continue;
            written.append(rest.substr(done, begin_of(k) - done)) += ' ';
            done = begin_of(k) + groups[k].size();
        }
        written.append(rest.substr(done, end - done));
    }
    return match;
}

std::string filled_name(std::string_view form, const NamePattern::Match& match) {
    std::string name =
        filled(form, [&](std::size_t k) { return k < match.groups.size() ? match.groups[k] : std::string(); });
    while (!name.empty() && name.back() == ' ') name.pop_back();
    return name;
}

std::string filled_id(std::string_view form, const NamePattern::Match& match) {
    const std::string id =
        filled(form, [&](std::size_t k) { return k < match.groups.size() ? slug_of(match.groups[k]) : std::string(); });
    std::string out;
    for (const char c : id) {
        if (c != '-' || (!out.empty() && out.back() != '-')) out += c;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out;
}

std::string slug_of(std::string_view model) {
    std::string slug;
    for (const char c : model) {
        const bool kept = is_word_byte(c) && c != '_';
        if (kept)
            slug += lower_byte(c);
        else if (static_cast<unsigned char>(c) >= 0x80)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

bool has_model_hole(std::string_view form) {
    for (std::size_t k = form.find('{'); k != std::string_view::npos; k = form.find('{', k + 1)) {
        if (k + 2 < form.size() && form[k + 1] >= '0' && form[k + 1] <= '9' && form[k + 2] == '}') return true;
    }
    return false;
}

}  // namespace hardfacts
