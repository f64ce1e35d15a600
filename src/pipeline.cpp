// Enters: bytes. Leaves: Records, by one call a stage. Tested in tests/hardfacts_test.cpp.
#include <algorithm>
#include <cassert>
#include <sstream>
#include <string>
#include <utility>

#include "compose/compose.h"
#include "compose/table_scales.h"
#include "fold/fold.h"
#include "hardfacts.h"
#include "knowledge/knowledge.h"
#include "model/span_check.h"
#include "read/formats.h"
#include "read/read.h"
#include "resolve/hash.h"
#include "resolve/resolve.h"
#include "scan/scan.h"

namespace hardfacts {

namespace {

/// The fact that tells the value at `mention`: by its own mention, or as one of the fact's occurrences.
std::string fact_of_mention(const Record& record, const std::string& mention) {
    const auto place = std::find_if(record.mentions.begin(), record.mentions.end(),
                                    [&](const RecordMention& other) { return other.id == mention; });
    for (const RecordFact& fact : record.facts) {
        if (fact.value_mention == mention) return fact.id;
        for (const SourceSpan& occurrence : fact.occurrences) {
            if (place != record.mentions.end() && occurrence.byte == place->span.byte) return fact.id;
        }
    }
    return {};
}

Findings found_in(const Document& document, const Text& text, const Knowledge& knowledge) {
    Findings findings = scan(text, knowledge);
    scale_cells(document, text, findings);
    return findings;
}

}  // namespace

Extractor::Extractor(std::unique_ptr<const Knowledge> knowledge) : knowledge_(std::move(knowledge)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

std::variant<Extractor, Diagnostics> Extractor::load(const KnowledgeFolders& folders) {
    auto loaded = load_knowledge(folders);
    if (auto* faults = std::get_if<Diagnostics>(&loaded)) return std::move(*faults);
    return Extractor(std::make_unique<const Knowledge>(std::get<Knowledge>(std::move(loaded))));
}

Record Extractor::extract(const Document& document) const {
    const Text text = fold(document);
    const Findings findings = found_in(document, text, *knowledge_);
    const Composed composed = compose(document, text, findings, *knowledge_);
    Record record = resolve(document, text, findings, composed);
    assert(span_faults(record, document).empty());
    return record;
}

std::vector<Record> Extractor::extract(std::span<const Document> documents) const {
    std::vector<Text> texts;
    texts.reserve(documents.size());
    for (const Document& document : documents) texts.push_back(fold(document));
    std::vector<Findings> findings = scan(texts, *knowledge_);
    for (std::size_t k = 0; k < documents.size(); ++k) scale_cells(documents[k], texts[k], findings[k]);
    const std::vector<Composed> composed = compose(documents, texts, findings, *knowledge_);
    std::vector<Record> records;
    records.reserve(documents.size());
    for (std::size_t k = 0; k < documents.size(); ++k) {
        records.push_back(resolve(documents[k], texts[k], findings[k], composed[k]));
        assert(span_faults(records.back(), documents[k]).empty());
    }
    return records;
}

Explanation Extractor::explain(const Document& document) const {
    const Text text = fold(document);
    const Findings findings = found_in(document, text, *knowledge_);
    std::vector<Decision> decisions;
    const Composed composed = compose(document, text, findings, *knowledge_, &decisions);
    Explanation result;
    result.record = resolve(document, text, findings, composed);
    const auto mention_of = [&](std::size_t index) -> const RecordMention& { return result.record.mentions[index]; };
    for (Decision& decision : decisions) {
        ExplainedValue value;
        value.mention = mention_of(decision.value).id;
        value.measure = decision.measure;
        value.kind = decision.kind;
        value.attribute = decision.attribute;
        value.direction = decision.direction;
        value.attribute_by = decision.attribute_by;
        value.attribute_cue = slice(text.folded, decision.attribute_cue);
        for (WeighedName& name : decision.weighed) {
            const RecordMention& mention = mention_of(name.mention);
            value.names.push_back({mention.id, mention.entity, mention.name, std::string(slice(text.folded, name.at)),
                                   name.score, std::move(name.signs)});
        }
        value.open_score = decision.open_score;
        value.lead = decision.lead;
        value.outcome = decision.outcome;
        value.fact = fact_of_mention(result.record, value.mention);
        result.values.push_back(std::move(value));
    }
    return result;
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

std::string source_digest(const Document& document) {
    return sha256_hex(document.original.empty() ? document.source : document.original);
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
