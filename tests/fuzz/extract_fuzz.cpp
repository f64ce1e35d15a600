// Any bytes through the whole line: no crash, and the promise of spans holds. The length decides the format, so that
// any file is a seed.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <variant>

#include "hardfacts.h"
#include "write/json.h"
#include "write/report.h"

namespace {

using namespace hardfacts;

const Extractor& extractor() {
    static const auto loaded = Extractor::load(HARDFACTS_ROOT);
    if (const auto* faults = std::get_if<Diagnostics>(&loaded)) {
        for (const Diagnostic& fault : *faults) std::cerr << to_string(fault) << '\n';
        std::exit(2);
    }
    return std::get<Extractor>(loaded);
}

void check(std::string_view source, const SourceSpan& span, const std::string* text) {
    const Span byte = span.byte;
    if (byte.begin > byte.end || byte.end > source.size()) std::abort();
    if (text != nullptr && source.substr(byte.begin, byte.end - byte.begin) != *text) std::abort();
}

void check(std::string_view source, const Record& record) {
    for (const RecordMention& mention : record.mentions) check(source, mention.span, &mention.text);
    for (const RecordFact& fact : record.facts) {
        check(source, fact.evidence.span, &fact.evidence.quote);
        for (const SourceSpan& span : fact.occurrences) check(source, span, nullptr);
    }
}

/// In the HTML report nothing of a document may begin a tag: the only ones are those of its two pieces.
void check_report(std::string_view source, const Record& record) {
    std::string out;
    View view;
    view.source = source;
    append_report(out, record, view);
    if (std::count(out.begin(), out.end(), '<') != 4) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    constexpr const char* paths[] = {"a.md", "a.txt", "a.jsonl", "a.html", "a.rss", "a.json"};
    const char* path = paths[size % 6];
    InputOptions options;
    options.path = options.id = path;
    std::string out;
    for (const Record& record : extractor().extract(bytes, options).records) {
        if (!record.doc.field && record.doc.encoding == "UTF-8") check(bytes, record);
        append_json(out, record);
        check_report(bytes, record);
    }
    return 0;
}
