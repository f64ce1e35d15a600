// Enters: what a reader made of one input document. Leaves: Document, a tree of blocks over one plain text.
// Built by read/, read by every later stage. Tested in tests/model/document_test.cpp and tests/read/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/offset_map.h"
#include "model/span.h"

namespace hardfacts {

enum class BlockKind : std::uint8_t {
    front_matter,  ///< one string value of the front matter: entity mentions, no values, no facts
    heading,
    paragraph,
    list_item,  ///< the item's own text; nested items are blocks of their own
    table_cell,
    caption,
    code,  ///< fenced or indented code: no mentions of any kind
};

inline constexpr std::size_t no_block = static_cast<std::size_t>(-1);

/// A leaf of the tree: a stretch of Document::text without a paragraph break inside, and where it stands.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span text;                              ///< in Document::text, without the break behind it
    std::size_t heading = no_block;         ///< the heading that governs it (for a heading: the one above it)
    std::size_t lead_in = no_block;         ///< list_item: the parent item, or the paragraph that opens the list
    std::uint8_t level = 0;                 ///< heading 1..6; list_item nesting from 1
    bool quoted = false;                    ///< stands inside a block quotation
    bool header_cell = false;               ///< table_cell of a header row
    std::uint32_t table = 0;                ///< table_cell: number of the table in the document, from 1
    std::uint32_t row = 0;                  ///< table_cell: 0 is the header row
    std::uint32_t column = 0;               ///< table_cell: from 0
    std::size_t row_heading = no_block;     ///< table_cell: the first cell of its row, unless it is that cell
    std::size_t column_heading = no_block;  ///< table_cell: the header cell of its column, unless it is that cell
};

/// Who the document is. FACTS.md section 6, `doc`.
struct DocumentInfo {
    std::string id;
    std::optional<std::string> title;
    std::optional<std::string> published;  ///< ISO 8601 date or date-time as far as it is known
    std::vector<std::string> tags;
    std::optional<std::string> path;    ///< doc.source.path
    std::string encoding = "UTF-8";     ///< doc.source.encoding
    std::optional<std::string> record;  ///< doc.source.record
    std::optional<std::string> field;   ///< doc.source.field
};

/// One document. `text` is the plain reading of all blocks in order, each followed by '\n'; markup, link targets
/// and entities' spellings are gone from it, and `map` leads back to `source`.
struct Document {
    DocumentInfo info;
    std::string source;    ///< UTF-8; the file's bytes, or the decoded string of the file or the text field
    std::string original;  ///< the file's bytes where they are not UTF-8; else empty
    std::vector<std::uint32_t> byte_offsets;  ///< of every code point of source, and of its end, in original; or empty
    std::string text;                         ///< UTF-8, valid
    OffsetMap map;                            ///< text -> source
    std::vector<Block> blocks;                ///< in text order, covering every character of text but the breaks
    std::vector<Span> code;                   ///< ranges of text (inline code) where a number is not a value
};

/// A fault that leaves the document usable, told in the record's `warnings`.
struct Warning {
    std::string code;     ///< "currency.assumed"
    std::string message;  ///< "ドル read as USD"
    Span span;            ///< which text it counts in is said where it stands
};

/// The block whose text holds `offset` of Document::text, or no_block between blocks.
std::size_t block_at(const Document& document, std::size_t offset);

}  // namespace hardfacts
