// Enters: nothing. Leaves: Span, the half-open range every stage speaks in. Tested in tests/model/span_test.cpp.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hardfacts {

/// A half-open range [begin, end) of byte offsets. Which text it counts in is said where it stands.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    constexpr std::size_t size() const { return end - begin; }
    constexpr bool empty() const { return begin == end; }
    constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr bool operator==(Span a, Span b) = default;
};

/// The bytes of `text` that `span` covers. REQUIRES: span.begin <= span.end <= text.size().
constexpr std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace hardfacts
