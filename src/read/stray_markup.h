// Enters: a stretch of Markdown text. Leaves: the markup in it that CommonMark's rules left standing.
// Tested in tests/read/markdown_test.cpp.
#pragma once

#include <array>
#include <string_view>

#include "model/span.h"

namespace hardfacts {

/// Emphasis that is none by CommonMark where Japanese meets its brackets (`**…（…）**を`), ~~ of deleted text, and
/// embedded files (`![[chart.png]]`) are markup all the same. Finds them one after the other.
class StrayMarkup {
public:
    StrayMarkup(std::string_view source, Span range);
    /// The next one; empty at the end of the range. An embedded file may end behind it.
    Span next();

private:
    std::size_t size_at(std::size_t at) const;
    void pass(std::size_t from);

    static constexpr std::string_view characters_ = "*~!";
    std::string_view source_;
    std::size_t end_;
    std::array<std::size_t, 3> places_{};  ///< the next place of each character, by a memchr of its own: a loop over
                                           ///< the bytes took a tenth of all reading
};

}  // namespace hardfacts
