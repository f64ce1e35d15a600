#include "read/read.h"

#include <string>
#include <utility>

#include "read/bytes.h"
#include "read/formats.h"

namespace hardfacts {

namespace {

std::string names_of_formats() {
    std::string names;
    for (const Format& row : formats()) names += (names.empty() ? "" : ", ") + std::string(row.name);
    return names;
}

/// The row that reads this input, or the reason why there is none.
const Format* choose(ByteSource& bytes, const InputOptions& options, std::string& reason) {
    if (!options.format.empty()) {
        reason = "unknown format \"" + options.format + "\"; known are " + names_of_formats();
        return format_by_name(options.format);
    }
    if (const std::string extension = extension_of(options.path); !extension.empty()) {
        reason =
            "no reader for files named ." + extension + "; name the format with --format (" + names_of_formats() + ')';
        return format_by_extension(options.path);
    }
    reason = "the content is of no known format; name the format with --format (" + names_of_formats() + ')';
    return format_by_content(bytes.peek());
}

}  // namespace

void read_documents(std::istream& in, const InputOptions& options, const DocumentSink& sink,
                    const DiagnosticSink& faults) {
    ByteSource bytes(in, options.max_bytes);
    std::string reason;
    if (const Format* format = choose(bytes, options, reason)) {
        format->read(bytes, options, sink, faults);
    } else {
        faults({Severity::error, options.path, 0, 0, "read.format", reason});
    }
    if (bytes.failed())
        faults({Severity::error, options.path, 0, 0, "read.io", "reading broke off; check the file or disk"});
}

}  // namespace hardfacts
