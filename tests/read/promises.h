// Enters: a Document. Leaves: the first promise of model/document.h that it breaks. Used by the tests and fuzz targets.
#pragma once

#include <string>

#include "model/document.h"
#include "model/utf8.h"

namespace hardfacts::test {

/// What is wrong with the pieces of `map`, which leads from `derived` to `original`; empty where all is well.
inline std::string broken_map(const OffsetMap& map, std::string_view derived, std::string_view original) {
    std::size_t at = 0;
    std::size_t behind = 0;
    for (const OffsetMap::Piece& piece : map.pieces()) {
        const std::string where = " at " + std::to_string(piece.derived);
        if (piece.derived != at || piece.derived_size == 0) return "pieces do not cover the derived text" + where;
        if (piece.original < behind) return "pieces do not ascend" + where;
        if (piece.original + piece.original_size > original.size()) return "a piece lies outside the original" + where;
        at += piece.derived_size;
        behind = piece.original + piece.original_size;
        const Span from{piece.original, behind};
        if (piece.verbatim && slice(derived, {piece.derived, at}) != slice(original, from)) {
            return "verbatim bytes differ" + where;
        }
        for (const std::size_t end : {from.begin, from.end}) {
            if (end < original.size() && !is_lead(original[end])) return "a piece cuts a code point" + where;
        }
        if (at < derived.size() && !is_lead(derived[at]) && !piece.verbatim) return "a replaced piece cuts one" + where;
    }
    if (at != derived.size() || map.derived_size() != at) return "pieces end before the derived text does";
    return {};
}

inline std::string broken_block(const Document& document, std::size_t index) {
    const Block& block = document.blocks[index];
    const std::string where = " in block " + std::to_string(index);
    if (block.text.empty() || block.text.end >= document.text.size()) return "empty or outside" + where;
    if (document.text[block.text.end] != '\n') return "no line break behind" + where;
    const std::size_t begin = index == 0 ? 0 : document.blocks[index - 1].text.end + 1;
    if (block.text.begin != begin) return "text between blocks" + where;
    for (const std::size_t other : {block.heading, block.lead_in, block.row_heading, block.column_heading}) {
        if (other != no_block && other >= index) return "a reference forward" + where;
    }
    if (block.heading != no_block && document.blocks[block.heading].kind != BlockKind::heading)
        return "no heading" + where;
    return {};
}

/// Empty where `document` keeps every promise.
inline std::string broken_promise(const Document& document) {
    if (find_invalid_utf8(document.text) != std::string_view::npos) return "text is not UTF-8";
    if (auto broken = broken_map(document.map, document.text, document.source); !broken.empty()) return broken;
    for (std::size_t k = 0; k < document.blocks.size(); ++k) {
        if (auto broken = broken_block(document, k); !broken.empty()) return broken;
    }
    const std::size_t end = document.blocks.empty() ? 0 : document.blocks.back().text.end + 1;
    if (end != document.text.size()) return "text behind the last block";
    std::size_t behind = 0;
    for (const Span code : document.code) {
        if (code.empty() || code.begin < behind || code.end > document.text.size()) return "code ranges out of order";
        behind = code.end;
    }
    return {};
}

}  // namespace hardfacts::test
