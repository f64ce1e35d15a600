#include "knowledge/value_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace hardfacts {

namespace {

constexpr std::string_view number_mark = "{number}";

/// Splits a closing `{unit}` or `{unit.data}` off `tail`.
bool take_unit_class(std::string& tail, std::string& unit_class) {
    const std::size_t at = tail.find("{unit");
    if (at == std::string::npos) return true;
    if (tail.back() != '}') return false;
    const std::string inner = tail.substr(at + 5, tail.size() - at - 6);
    if (inner.empty())
        unit_class.assign(1, '*');
    else if (inner.front() == '.' && inner.find('{') == std::string::npos)
        unit_class = inner.substr(1);
    else
        return false;
    tail.erase(at);
    return true;
}

bool has_leading_wildcard(const std::string& head) {
    for (const std::string_view open : {".*", ".+", ".{", "[^", "\\S", "\\w", "\\W", "\\D", "(.*", "(?:.*"}) {
        if (head.starts_with(open)) return true;
    }
    return false;
}

}  // namespace

std::optional<ValuePattern> compile_value_pattern(std::string_view pattern, std::string& problem) {
    const std::size_t at = pattern.find(number_mark);
    if (at == std::string_view::npos || pattern.find(number_mark, at + 1) != std::string_view::npos) {
        problem = "the pattern must hold {number} once";
        return std::nullopt;
    }
    std::string head(pattern.substr(0, at)), tail(pattern.substr(at + number_mark.size()));
    ValuePattern out;
    if (head.empty() && tail.empty()) problem = "the pattern is {number} alone: say what stands around it";
    if (has_leading_wildcard(head)) {
        problem = "the pattern begins with a wildcard: begin it with the words that must stand there";
    }
    if (!take_unit_class(tail, out.unit_class)) problem = "{unit} or {unit.dimension} must end the pattern";
    if (!problem.empty()) return std::nullopt;
    out.at_start = !head.empty() && head.front() == '^';
    out.first_in_block = head == "^";
    if (!head.empty() && !out.first_in_block) {
        std::string anchored;
        for (const std::string_view part : {std::string_view("(?:"), std::string_view(head), std::string_view(")$")}) {
            anchored += part;
        }
        out.head = rule_regex(anchored, problem);
    }
    if (!tail.empty()) out.tail = rule_regex(tail, problem);
    if (!problem.empty()) return std::nullopt;
    if (out.head) out.head_edge = PatternEdge(head, PatternEdge::Side::end);
    if (out.tail) out.tail_edge = PatternEdge(tail, PatternEdge::Side::begin);
    return out;
}

std::optional<std::size_t> ValuePattern::match(std::string_view before, std::string_view behind) const {
    if (first_in_block && !before.empty()) return std::nullopt;
    if (head && !head->get().Match(before, 0, before.size(), re2::RE2::UNANCHORED, nullptr, 0)) return std::nullopt;
    if (!tail) return 0;
    const re2::StringPiece whole(behind.data(), behind.size());
    if (veto) {  // how long the match is costs more than that there is one
        if (tail->get().Match(whole, 0, whole.size(), re2::RE2::ANCHOR_START, nullptr, 0)) return 0;
        return std::nullopt;
    }
    std::array<re2::StringPiece, 1> found;
    if (!tail->get().Match(whole, 0, whole.size(), re2::RE2::ANCHOR_START, found.data(), 1)) return std::nullopt;
    return found[0].size();
}

}  // namespace hardfacts
