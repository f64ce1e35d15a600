// Enters: bytes. Leaves: Records, by one call a stage. Tested in tests/hardfacts_test.cpp.
#include <cassert>
#include <sstream>
#include <utility>

#include "compose/compose.h"
#include "fold/fold.h"
#include "hardfacts.h"
#include "knowledge/knowledge.h"
#include "model/span_check.h"
#include "read/formats.h"
#include "read/read.h"
#include "resolve/resolve.h"
#include "scan/scan.h"

namespace hardfacts {

Extractor::Extractor(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::variant<Extractor, Diagnostics> Extractor::load(const std::filesystem::path& root) {
    auto loaded = load_knowledge(root);
    if (auto* faults = std::get_if<Diagnostics>(&loaded)) return std::move(*faults);
    return Extractor(std::make_unique<const Knowledge>(std::get<Knowledge>(std::move(loaded))));
}

Record Extractor::extract(const Document& document) const {
    const Text text = fold(document);
    const Findings findings = scan(text, *knowledge_);
    const Composed composed = compose(document, text, findings, *knowledge_);
    Record record = resolve(document, text, findings, composed);
    assert(span_faults(record, document).empty());
    return record;
}

void Extractor::extract(std::istream& in, const InputOptions& options, const std::function<bool(Record&&)>& on_record,
                        const std::function<void(Diagnostic&&)>& on_diagnostic) const {
    read_documents(
        in, options, [&](Document&& document) { return on_record(extract(document)); }, on_diagnostic);
}

Extraction Extractor::extract(std::string_view bytes, const InputOptions& options) const {
    Extraction result;
    std::istringstream in{std::string(bytes)};
    extract(
        in, options,
        [&](Record&& record) {
            result.records.push_back(std::move(record));
            return true;
        },
        [&](Diagnostic&& diagnostic) { result.diagnostics.push_back(std::move(diagnostic)); });
    return result;
}

std::vector<InputFormat> input_formats() {
    std::vector<InputFormat> out;
    for (const Format& row : formats()) {
        InputFormat format{std::string(row.name), {}, std::string(row.reads)};
        for (const std::string_view extension : row.extensions) {
            if (!extension.empty()) format.extensions.emplace_back(extension);
        }
        out.push_back(std::move(format));
    }
    return out;
}

}  // namespace hardfacts
