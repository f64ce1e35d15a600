// Enters: HTML. Leaves: what the reader makes of it, one line a block. Used by the tests of the HTML reader.
#pragma once

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "read/promises.h"
#include "read/read.h"

namespace hardfacts::test {

inline Document read_page(const std::string& page, bool all_text = false) {
    InputOptions options;
    options.path = options.id = "page.html";
    options.all_text = all_text;
    std::istringstream in(page);
    Document read;
    const auto take = [&](Document&& document) {
        read = std::move(document);
        return true;
    };
    read_documents(in, options, take, [](Diagnostic&& fault) { FAIL(to_string(fault)); });
    CHECK(broken_promise(read) == "");
    return read;
}

/// `h1 Title`, `p Text`, `li2 Item`, `td Cell`, `th Cell`, `cap Caption`, `code Text`; > before what is quoted.
inline std::string blocks_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (!out.empty()) out += '\n';
        if (block.quoted) out += '>';
        switch (block.kind) {
            case BlockKind::heading: out += 'h' + std::to_string(block.level); break;
            case BlockKind::list_item: out += "li" + std::to_string(block.level); break;
            case BlockKind::table_cell: out += block.header_cell ? "th" : "td"; break;
            case BlockKind::caption: out += "cap"; break;
            case BlockKind::code: out += "code"; break;
            default: out += 'p'; break;
        }
        out += ' ';
        out += slice(document.text, block.text);
    }
    return out;
}

inline std::string blocks_of(const std::string& page, bool all_text = false) {
    return blocks_of(read_page(page, all_text));
}

/// The block with this text, or no_block.
inline std::size_t find_block(const Document& document, std::string_view text) {
    for (std::size_t k = 0; k < document.blocks.size(); ++k) {
        if (slice(document.text, document.blocks[k].text) == text) return k;
    }
    return no_block;
}

/// The source of the first `text` in the reading.
inline std::string source_of(const Document& document, std::string_view text) {
    const std::size_t at = document.text.find(text);
    if (at == std::string::npos) return "(not in the text)";
    return std::string(slice(document.source, document.map.to_original({at, at + text.size()})));
}

}  // namespace hardfacts::test
