// Enters: bytes. Leaves: Records, by one call a stage. Tested in tests/hardfacts_test.cpp.
#include <sstream>
#include <utility>

#include "compose/compose.h"
#include "fold/fold.h"
#include "hardfacts.h"
#include "knowledge/knowledge.h"
#include "read/read.h"
#include "resolve/resolve.h"
#include "scan/scan.h"

namespace hardfacts {

namespace {

Record extract_one(const Document& document, const Knowledge& knowledge) {
    const Text text = fold(document);
    const Findings findings = scan(text, knowledge);
    const std::vector<Claim> claims = compose(document, text, findings, knowledge);
    return resolve(document, text, findings, claims);
}

}  // namespace

Extractor::Extractor(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::variant<Extractor, Diagnostics> Extractor::load(const std::filesystem::path& root) {
    auto loaded = load_knowledge(root);
    if (auto* faults = std::get_if<Diagnostics>(&loaded)) return std::move(*faults);
    return Extractor(std::make_unique<const Knowledge>(std::get<Knowledge>(std::move(loaded))));
}

void Extractor::extract(std::istream& in, const InputOptions& options,
                        const std::function<bool(Record&&)>& on_record,
                        const std::function<void(Diagnostic&&)>& on_diagnostic) const {
    const Knowledge& knowledge = *knowledge_;
    read_documents(
        in, options, [&](Document&& document) { return on_record(extract_one(document, knowledge)); },
        on_diagnostic);
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

}  // namespace hardfacts
