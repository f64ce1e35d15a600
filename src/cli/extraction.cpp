#include "cli/extraction.h"

#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

#include "cli/ordered_pool.h"
#include "model/span_check.h"

namespace hardfacts::cli {

namespace {

constexpr std::size_t batch_bytes = std::size_t{128} * 1024;

/// Documents that follow one another, what was told between them, and what became of them.
struct Batch {
    std::vector<Document> documents;
    std::size_t source_bytes = 0;
    Diagnostics diagnostics;
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

/// What tells whether a file is as it was: its size and when it was written to. Streams are always as they were.
struct FileState {
    explicit FileState(const std::string& path) {
        struct stat state {};
        if (stat(path.c_str(), &state) != 0 || !S_ISREG(state.st_mode)) return;
        size = state.st_size;
        seconds = state.st_mtim.tv_sec;
        nanoseconds = state.st_mtim.tv_nsec;
    }

    bool operator==(const FileState& other) const = default;

    off_t size = 0;
    time_t seconds = 0;
    long nanoseconds = 0;
};

class Run {
public:
    Run(const ExtractionPlan& plan, const Extractor& extractor, Outputs& outputs, Talk& talk)
        : plan_(plan),
          extractor_(extractor),
          outputs_(outputs),
          talk_(talk),
          pool_(
              plan.threads, [this](Batch& batch) { work(batch); }, [this](Batch& batch) { return done(batch); }) {}

    ExtractionTotals all() {
        for (const Input& input : plan_.inputs) {
            if (!read(input)) break;
        }
        if (!batch_.documents.empty() || !batch_.diagnostics.empty()) submit();
        pool_.finish();
        return totals_;
    }

private:
    /// False to stop.
    bool read(const Input& input) {
        InputOptions options = plan_.options;
        options.id = input.id;
        options.path = input.path == "-" ? "<stdin>" : input.path;
        bool goes_on = true;
        const auto on_document = [&](Document&& document) { return goes_on = take(std::move(document)); };
        const auto on_diagnostic = [&](Diagnostic&& fault) { batch_.diagnostics.push_back(std::move(fault)); };
        if (input.path == "-") {
            read_documents(std::cin, options, on_document, on_diagnostic);
            return goes_on;
        }
        std::ifstream in(input.path, std::ios::binary);
        if (!in) {
            on_diagnostic({Severity::error, input.path, 0, 0, "input.unreadable",
                           "cannot be opened: " + std::generic_category().message(errno)});
            return true;
        }
        const FileState before(input.path);
        read_documents(in, options, on_document, on_diagnostic);
        if (!(FileState(input.path) == before)) {
            on_diagnostic({Severity::warning, input.path, 0, 0, "input.changed",
                           "the file was written to while it was read; extract it again when it is complete"});
        }
        return goes_on;
    }

    bool take(Document&& document) {
        batch_.source_bytes += document.source.size();
        batch_.documents.push_back(std::move(document));
        // One thread gains nothing by waiting, and who reads at the other end of a pipe gets each record at once.
        return plan_.threads > 1 && batch_.source_bytes < batch_bytes ? true : submit();
    }

    bool submit() { return pool_.submit(std::exchange(batch_, Batch{})); }

    /// In any thread.
    void work(Batch& batch) const {
        for (Document& document : batch.documents) {
            Record record = extractor_.extract(document);
            if (plan_.verify) verify(document, record, batch);
            ++batch.totals.documents;
            batch.totals.mentions += record.mentions.size();
            batch.totals.facts += record.facts.size();
            outputs_.append(batch.pieces, std::move(record), std::move(document.source));
        }
        batch.documents.clear();
    }

    static void verify(const Document& document, const Record& record, Batch& batch) {
        const auto tell = [&](const char* code, std::string message) {
            batch.diagnostics.push_back({Severity::error, document.info.id, 0, 0, code, std::move(message)});
            ++batch.totals.violations;
        };
        for (const std::string& fault : span_faults(record, document)) {
            tell("verify.span", fault + "; please report this document");
        }
        if (!source_is_file(document)) tell("verify.source", "the file does not hold what was read of it");
    }

    /// In the order of the inputs, in the thread of all().
    bool done(Batch& batch) {
        for (const Diagnostic& diagnostic : batch.diagnostics) talk_.tell(diagnostic);
        if (const std::string fault = outputs_.write(batch.pieces); !fault.empty()) {
            talk_.tell_error(fault);
            totals_.outputs_failed = true;
            return false;
        }
        totals_.documents += batch.totals.documents;
        totals_.mentions += batch.totals.mentions;
        totals_.facts += batch.totals.facts;
        totals_.violations += batch.totals.violations;
        talk_.show_progress(totals_.documents);
        return !outputs_.all_closed();
    }

    const ExtractionPlan& plan_;
    const Extractor& extractor_;
    Outputs& outputs_;
    Talk& talk_;
    ExtractionTotals totals_;
    Batch batch_;
    OrderedPool<Batch> pool_;
};

}  // namespace

ExtractionTotals run_extraction(const ExtractionPlan& plan, const Extractor& extractor, Outputs& outputs, Talk& talk) {
    return Run(plan, extractor, outputs, talk).all();
}

}  // namespace hardfacts::cli
