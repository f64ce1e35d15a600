// Enters: the name of an output format or of a file. Leaves: the row of the format table that writes it.
// Tested in tests/write/formats_test.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "model/record.h"
#include "write/file_writer.h"

namespace hardfacts {

/// What a format may know besides the record.
struct View {
    std::string_view source;  ///< the document's source, for line numbers; empty where it is not at hand
    std::size_t width = 100;  ///< columns to fill
    std::size_t facts = 12;   ///< facts shown of one document
    bool colour = false;
};

/// An output format: to add one, add its row in formats.cpp. It has one of two forms.
/// A text has `append`: the file is opening, record, separator, record, ..., record, closing, and records are written
/// independently of one another, in any thread. A byte order mark at its opening can be asked away.
/// What only a library can write (a workbook, a database) has `open`.
struct OutputFormat {
    std::string_view name;
    std::string_view extensions;  ///< of file names, without the dot, parted by spaces; empty: not a format of files
    std::string_view writes;      ///< what it is, for lists of formats
    std::string_view opening, separator, closing;
    void (*append)(std::string& out, const Record& record, const View& view) = nullptr;
    /// nullptr, with `fault` set, where it cannot be written.
    std::unique_ptr<FileWriter> (*open)(const FileTarget& target, std::string& fault) = nullptr;
    /// Where the file stands there already, `open` writes into it and keeps what it holds, instead of making it anew.
    bool in_place = false;
    bool wants_source = false;  ///< shows or checks the document's source, which may have to be read again for it
    bool needs_source = false;  ///< leaves out a document whose source is not at hand
};

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::span<const OutputFormat> output_formats();

/// The extensions of a row as they are named to people: ".db .sqlite".
std::string dotted_extensions(const OutputFormat& format, std::string_view separator);

/// REQUIRES: a row has this name.
const OutputFormat& output_format(std::string_view name);
/// By the extension of `path`, in either letter case: of a.ls.json the row of ls.json, not that of json. nullptr where
/// no row has it.
const OutputFormat* output_format_by_extension(std::string_view path);

}  // namespace hardfacts
