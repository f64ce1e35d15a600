#include "cli/extraction.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "model/span_check.h"

namespace hardfacts::cli {

namespace {

/// What became of documents that follow one another.
struct Extracted {
    Outputs::Pieces pieces;
    ExtractionTotals totals;
};

/// True if the document's source is its file, byte for byte. Records inside a file have a source of their own.
bool source_is_file(const Document& document) {
    std::error_code ignored;
    if (document.info.record || !document.info.path) return true;
    if (!std::filesystem::is_regular_file(*document.info.path, ignored)) return true;
    std::ifstream in(*document.info.path, std::ios::binary);
    const std::string& bytes = document.original.empty() ? document.source : document.original;
    return bytes == std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

void verify(const Document& document, const Record& record, Extracted& into, Diagnostics& diagnostics) {
    const auto tell = [&](const char* code, std::string message) {
        diagnostics.push_back({Severity::error, document.info.id, 0, 0, code, std::move(message)});
        ++into.totals.violations;
    };
    for (const std::string& fault : span_faults(record, document)) {
        tell("verify.span", fault + "; please report this document");
    }
    if (!source_is_file(document)) tell("verify.source", "the file does not hold what was read of it");
}

}  // namespace

ExtractionTotals run_extraction(const RunPlan& plan, bool verifies, const Extractor& extractor, Outputs& outputs,
                                Talk& talk) {
    ExtractionTotals totals;
    const auto work = [&](std::span<Document> documents, Extracted& into, Diagnostics& diagnostics) {
        std::vector<Record> records = extractor.extract(documents);
        for (std::size_t k = 0; k < records.size(); ++k) {
            Record& record = records[k];
            if (verifies) verify(documents[k], record, into, diagnostics);
            ++into.totals.documents;
            into.totals.mentions += record.mentions.size();
            into.totals.facts += record.facts.size();
            outputs.append(into.pieces, std::move(record), std::move(documents[k].source));
        }
    };
    const auto done = [&](Extracted& made) {
        if (const std::string fault = outputs.write(made.pieces); !fault.empty()) {
            talk.tell_error(fault);
            totals.outputs_failed = true;
            return false;
        }
        totals.documents += made.totals.documents;
        totals.mentions += made.totals.mentions;
        totals.facts += made.totals.facts;
        totals.violations += made.totals.violations;
        talk.show_progress(totals.documents);
        return !outputs.all_closed();
    };
    DocumentRun<Extracted>(plan, talk, work, done).all();
    return totals;
}

}  // namespace hardfacts::cli
