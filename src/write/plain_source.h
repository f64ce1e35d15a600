// Enters: the source of a document and spans of it. Leaves: the text that annotation tools are given of it, and the
// same spans in that. Tested in tests/write/plain_source_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/span.h"

namespace hardfacts {

/// The source without a byte order mark, and with \n for \r\n and for \r: many tools change these when they read a
/// text, and then their offsets no longer fit.
class PlainSource {
public:
    /// REQUIRES: valid UTF-8.
    explicit PlainSource(std::string_view source);

    const std::string& text() const { return text_; }
    /// Code points of the source as code points of text().
    Span place(Span characters) const { return {place(characters.begin), place(characters.end)}; }

private:
    std::size_t place(std::size_t character) const;

    std::string text_;
    std::vector<std::size_t> left_out_;  ///< code points of the source, in ascending order
};

}  // namespace hardfacts
