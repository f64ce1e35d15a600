// Enters: news, as bytes. Leaves: Records. The header a user of the library starts from.
// Tested in tests/hardfacts_test.cpp; an example of its use is in README.md.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/diagnostic.h"
#include "model/document.h"
#include "model/explanation.h"
#include "model/input.h"
#include "model/knowledge_folders.h"
#include "model/record.h"

namespace hardfacts {

struct Knowledge;

/// What one input gave: the records of its documents, and a diagnostic for each document that could not be read.
struct Extraction {
    std::vector<Record> records;
    Diagnostics diagnostics;
};

/// Reads documents and reports their facts. Load once; then const, and safe to share between threads.
class Extractor {
public:
    /// Loads what the folders hold; a path stands for its folders rules/ and gazetteers/. Either the Extractor, or
    /// every fault found in any file.
    static std::variant<Extractor, Diagnostics> load(const KnowledgeFolders& folders);

    /// Extracts from a buffer. Total: any bytes give records or diagnostics, never an exception of ours.
    Extraction extract(std::string_view bytes, const InputOptions& options = {}) const;

    /// Extracts from a document that read_documents() gave. In a debug build every span is checked against the source.
    Record extract(const Document& document) const;

    /// The records of several documents, in their order, as extract(const Document&) gives them. Each stage goes over
    /// all of them before the next begins, and so finds its tables in the processor's cache: some hundred thousand
    /// bytes of documents at once take an eighth less time than one after the other.
    std::vector<Record> extract(std::span<const Document> documents) const;

    /// The same record, with the decisions that led to it: what was weighed for every value. Slower, for people.
    Explanation explain(const Document& document) const;

    /// Extracts from a stream, handing over each record as soon as it is made. `on_record` returns false to stop.
    /// Memory does not grow with the number of documents.
    void extract(std::istream& in, const InputOptions& options, const std::function<bool(Record&&)>& on_record,
                 const std::function<void(Diagnostic&&)>& on_diagnostic) const;

    ~Extractor();
    Extractor(Extractor&&) noexcept;
    Extractor& operator=(Extractor&&) noexcept;

private:
    explicit Extractor(std::unique_ptr<const Knowledge> knowledge);
    std::unique_ptr<const Knowledge> knowledge_;
};

/// Reads a stream into documents without extracting from them; with Extractor::extract(const Document&) for programs
/// that spread documents over threads. `on_document` returns false to stop. Total; one document in memory at a time.
void read_documents(std::istream& in, const InputOptions& options, const std::function<bool(Document&&)>& on_document,
                    const std::function<void(Diagnostic&&)>& on_diagnostic);

/// SHA-256 of the bytes that the spans of the document's record point into, in hexadecimal: the record's doc.sha256.
std::string source_digest(const Document& document);

/// The input formats that can be read, in the order of their table.
std::vector<InputFormat> input_formats();

}  // namespace hardfacts
