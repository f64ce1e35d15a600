#include "read/jsonl.h"

#include <string_view>
#include <utility>

#include "read/decoding.h"
#include "read/lines.h"
#include "read/records.h"

namespace hardfacts {

namespace {

void read_lines(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    RecordReader reader(options, faults);
    std::string_view line;
    std::size_t records = 0;
    for (std::size_t number = 1; in.next_line(line); ++number) {
        if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
        if (in.too_long()) {
            ++records;
            reader.refuse(number, 1, in.most());
            continue;
        }
        if (trimmed(line).empty()) continue;
        ++records;
        auto document = reader.read(line, number);
        if (document && !sink(std::move(*document))) return;
    }
    if (records == 0 && !in.failed()) {
        faults({Severity::error, options.path, 0, 0, "read.empty", "nothing to read: no record stands in it"});
    }
}

}  // namespace

void read_jsonl(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    read_as_utf8(in, options, "", faults, [&](ByteSource& utf8) { read_lines(utf8, options, sink, faults); });
}

}  // namespace hardfacts
