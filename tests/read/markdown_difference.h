// Enters: Markdown. Leaves: what the quick way reads of it otherwise than md4c. Used by the tests and the fuzz target.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "model/document.h"
#include "read/builder.h"
#include "read/markdown.h"

namespace hardfacts::test {

/// Everything that a Document holds of its text, one line each.
inline std::string all_of(const Document& document, std::size_t title) {
    std::string out = "title " + std::to_string(title) + '\n';
    const auto span = [](Span range) { return std::to_string(range.begin) + '-' + std::to_string(range.end) + ' '; };
    for (const Block& block : document.blocks) {
        out += "block " + std::to_string(static_cast<int>(block.kind)) + ' ' + span(block.text);
        for (const std::size_t number :
             {block.heading, block.lead_in, std::size_t{block.level}, std::size_t{block.quoted},
              std::size_t{block.header_cell}, std::size_t{block.table}, std::size_t{block.row},
              std::size_t{block.column}, block.row_heading, block.column_heading}) {
            out += number == no_block ? "- " : std::to_string(number) + ' ';
        }
        out += std::string(slice(document.text, block.text)) + '\n';
    }
    for (const Span code : document.code) out += "code " + span(code) + '\n';
    for (const OffsetMap::Piece& piece : document.map.pieces()) {
        out += (piece.verbatim ? "verbatim " : "replaced ") +
               span({piece.derived, piece.derived + piece.derived_size}) +
               span({piece.original, piece.original + piece.original_size}) + '\n';
    }
    return out + document.text;
}

inline std::string read_whole(std::string_view source, std::size_t (*read)(DocumentBuilder&, std::size_t)) {
    Document document;
    document.source = source;
    DocumentBuilder builder(document);
    const std::size_t title = read(builder, 0);
    return all_of(document, title);
}

/// True where md4c 0.4.8 may decide by an offset whether a list goes on. At a blank line inside an item, behind a block
/// that has ended (another blank line, a heading, the end of fenced code or HTML), it takes the last line of that block
/// for a block and reads its kind from where it begins: in one of 256 places the item ends, everywhere else it goes on.
/// The quick way goes on, or has md4c read from another place, so what it reads is not to be compared.
inline bool list_ends_by_chance(std::string_view source) {
    std::string_view before = "#";  // the line before, no list
    for (std::size_t at = 0; at < source.size();) {
        const std::size_t end = std::min(source.find_first_of("\r\n", at), source.size());
        const std::string_view line = source.substr(at, end - at);
        const bool is_blank = line.find_first_not_of(" \t>") == std::string_view::npos;
        const bool ended = before.find_first_not_of(" \t>") == std::string_view::npos ||
                           before.find_first_of("#`~>") != std::string_view::npos;
        if (is_blank && ended && before.substr(0, 1) != "#") return true;
        before = line;
        at = end + (source.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return false;
}

/// Empty where both read the same. REQUIRES: valid UTF-8, !list_ends_by_chance(source).
inline std::string markdown_difference(std::string_view source) {
    const std::string quick = read_whole(source, read_markdown);
    const std::string whole = read_whole(source, read_markdown_by_md4c);
    return quick == whole ? "" : "quick:\n" + quick + "\nmd4c:\n" + whole;
}

}  // namespace hardfacts::test
