// Reads literal inputs and shows Documents as text, for the tests of read/.
#pragma once

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

#include "read/promises.h"
#include "read/read.h"

namespace hardfacts::test {

struct Reading {
    std::vector<Document> documents;
    Diagnostics faults;
};

/// Reads `bytes`; checks the promises of every Document on the way.
inline Reading read(const std::string& bytes, InputOptions options) {
    if (options.path.empty()) options.path = "news.md";
    if (options.id.empty() && options.path != "<stdin>") options.id = options.path;
    Reading reading;
    std::istringstream in(bytes);
    read_documents(
        in, options,
        [&](Document&& document) {
            CHECK_MESSAGE(broken_promise(document).empty(), broken_promise(document), " in ", document.source);
            reading.documents.push_back(std::move(document));
            return true;
        },
        [&](Diagnostic&& fault) { reading.faults.push_back(std::move(fault)); });
    return reading;
}

/// Reads one document of the format that `path` names.
inline Document read_one(const std::string& bytes, const std::string& path = "news.md") {
    InputOptions options;
    options.path = path;
    Reading reading = read(bytes, options);
    REQUIRE(reading.documents.size() == 1);
    return std::move(reading.documents[0]);
}

inline std::string_view reading_of(const Document& document, std::size_t block) {
    return slice(document.text, document.blocks[block].text);
}

/// One line a block: `kind: text`, what is known of its place in brackets behind.
inline std::string shown(const Document& document) {
    constexpr const char* kinds[] = {"front", "h", "p", "li", "cell", "caption", "code"};
    std::string out;
    for (std::size_t k = 0; k < document.blocks.size(); ++k) {
        const Block& block = document.blocks[k];
        out += kinds[static_cast<std::size_t>(block.kind)];
        if (block.level > 0) out += std::to_string(block.level);
        if (block.kind == BlockKind::table_cell) {
            out += std::to_string(block.table) + '/' + std::to_string(block.row) + '/' + std::to_string(block.column);
        }
        out += ": " + std::string(reading_of(document, k));
        const auto refer = [&](const char* what, std::size_t to) {
            if (to != no_block) out += std::string(" [") + what + ' ' + std::string(reading_of(document, to)) + ']';
        };
        refer("under", block.heading);
        refer("after", block.lead_in);
        refer("row", block.row_heading);
        refer("column", block.column_heading);
        if (block.quoted) out += " [quoted]";
        out += '\n';
    }
    return out;
}

/// The source behind the first occurrence of `reading` in the document's text.
inline std::string source_of(const Document& document, const std::string& reading) {
    const std::size_t at = document.text.find(reading);
    REQUIRE_MESSAGE(at != std::string::npos, reading, " is not in ", document.text);
    return std::string(slice(document.source, document.map.to_original({at, at + reading.size()})));
}

}  // namespace hardfacts::test
