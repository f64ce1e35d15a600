// Enters: a Document and its Text. Leaves: Places, which leads spans of the folded text back to the source.
// Tested in tests/resolve/resolve_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/document.h"
#include "model/record.h"
#include "model/text.h"
#include "model/utf8.h"
#include "resolve/positions.h"

namespace hardfacts {

/// Leads every span of the folded text back to the source, with the words that stand there.
class Places {
public:
    Places(const Document& document, const Text& text)
        : document_(document), text_(text), positions_(document.source, document.byte_offsets) {}

    struct Place {
        SourceSpan span;
        Span source;                       ///< in Document::source
        std::string text;                  ///< the source at span
        std::optional<std::string> plain;  ///< the reading, where it differs
    };

    Place find(Span folded) const {
        const Span reading = text_.map.to_original(folded, folded_piece_);
        const Span byte = document_.map.to_original(reading, reading_piece_);
        Place place{positions_.locate(byte), byte, std::string(slice(document_.source, byte)), std::nullopt};
        const std::string_view plain = slice(document_.text, reading);
        if (plain != place.text) place.plain = std::string(plain);
        return place;
    }

    /// True where the span stands in a heading, which leaves out words.
    bool in_heading(Span folded) const {
        const Span reading = text_.map.to_original(folded, folded_piece_);
        const std::size_t block = block_at(document_, reading.begin);
        return block < document_.blocks.size() && document_.blocks[block].kind == BlockKind::heading;
    }

    std::string before(Span byte) const {
        const std::string& source = document_.source;
        std::size_t begin = byte.begin;
        for (std::size_t k = 0; k < context_characters_ && begin > 0; ++k) {
            for (--begin; begin > 0 && !is_lead(source[begin]); --begin) {
            }
        }
        return source.substr(begin, byte.begin - begin);
    }

    std::string after(Span byte) const {
        const std::string& source = document_.source;
        std::size_t end = byte.end;
        for (std::size_t k = 0; k < context_characters_ && end < source.size(); ++k) {
            for (++end; end < source.size() && !is_lead(source[end]); ++end) {
            }
        }
        return source.substr(byte.end, end - byte.end);
    }

private:
    static constexpr std::size_t context_characters_ = 32;
    const Document& document_;
    const Text& text_;
    SourcePositions positions_;
    mutable std::size_t folded_piece_ = 0;  ///< of the maps, where find() looked last: mentions ascend
    mutable std::size_t reading_piece_ = 0;
};

/// "m1" for the first of Findings::mentions.
inline std::string mention_id(std::size_t index) { return 'm' + std::to_string(index + 1); }

}  // namespace hardfacts
