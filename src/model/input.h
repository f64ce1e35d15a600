// Enters: what the user said about an input. Leaves: InputOptions and InputFormat, read and made by read/. Tested in
// tests/read/.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hardfacts {

/// 64 MiB: more than any text one reads; names and numbers packed tight take a hundred and fifty times their size of
/// memory.
inline constexpr std::size_t default_max_bytes = std::size_t{64} << 20U;

/// How one input (a file, a stream, a buffer) is to be read.
struct InputOptions {
    std::string path;       ///< as shown in diagnostics and doc.source.path; "<stdin>" for standard input
    std::string id;         ///< doc.id of a file input; the prefix before '#' of records inside one.
                            ///< Empty for a stream on standard input: records are then named by their own id.
    std::string id_prefix;  ///< put before every doc.id
    std::string format;     ///< name of a row of the format table; empty: by file name, then by content
    std::string encoding;   ///< charset of the bytes, a name ICU knows; empty: decided from the bytes
    bool all_text = false;  ///< HTML: read navigation, sidebars, footers and the like too
    std::size_t max_bytes = default_max_bytes;  ///< a larger document is refused; of feeds and JSON, a larger record
    std::string text_field = "text";  ///< JSON: dotted path of the text; several, divided by commas, are joined
    std::string title_field;          ///< JSON: dotted path of the title; empty: none
    std::string id_field;             ///< JSON: dotted path of the id; empty: "id" where the record has one
};

/// A format that inputs can have.
struct InputFormat {
    std::string name;                     ///< what InputOptions::format takes
    std::vector<std::string> extensions;  ///< of file names, lower case, without the dot
    std::string reads;                    ///< what it is, in a few words
};

}  // namespace hardfacts
