#include "knowledge/attributes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"

namespace hardfacts {

namespace {

constexpr std::array<std::string_view, 11> kinds = {"money", "count",     "spec",     "ratio",     "share",  "rank",
                                                    "time",  "direction", "modality", "reference", "segment"};
constexpr std::array<std::string_view, 20> measures = {
    "*",     "money",  "percent",   "ratio", "change", "rank", "duration", "compute", "data",       "data_rate",
    "power", "energy", "frequency", "time",  "length", "area", "count",    "token",   "token_rate", "other"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<CueSide> side_of(std::string_view word) {
    if (word == "near") return CueSide::near;
    if (word == "before") return CueSide::before;
    if (word == "after") return CueSide::after;
    return std::nullopt;
}

CueSort sort_of(std::string_view kind) {
    if (kind == "direction") return CueSort::direction;
    if (kind == "modality") return CueSort::modality;
    if (kind == "segment") return CueSort::segment;
    return kind == "reference" ? CueSort::reference : CueSort::attribute;
}

}  // namespace

std::uint8_t AttributeTable::measure_id(std::string_view measure) {
    const auto found = std::find(measures.begin(), measures.end(), measure);
    return found == measures.end() ? std::uint8_t{255} : static_cast<std::uint8_t>(found - measures.begin());
}

std::unique_ptr<const AttributeTable> AttributeTable::load(const KnowledgeFolders& folders, Diagnostics& faults) {
    auto result = std::make_unique<AttributeTable>();
    const CsvTable csv = load_rows(folders, "attributes.csv", {"kind", "attribute", "measure", "cue", "side", "weight"},
                                   {"kind", "attribute", "measure", "cue", "side"}, faults);
    const auto kind = csv.column("kind");
    const auto attribute = csv.column("attribute");
    const auto measure = csv.column("measure");
    const auto cue = csv.column("cue");
    const auto side = csv.column("side");
    const auto weight = csv.column("weight");
    if (!kind || !attribute || !measure || !cue || !side || !weight) return result;
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        const auto fault = [&](std::size_t column, const char* message) {
            faults.push_back(csv.fault(row, column, "gazetteer.attribute", message));
        };
        const std::string_view digits = csv.cell(row, weight);
        const auto where = side_of(csv.cell(row, side));
        if (!holds(kinds, csv.cell(row, kind)))
            fault(*kind, "unknown kind: use one of FACTS.md, direction or modality");
        if (csv.cell(row, attribute).empty()) fault(*attribute, "no attribute: write what the cue speaks for");
        if (!holds(measures, csv.cell(row, measure))) fault(*measure, "unknown measure");
        if (!where) fault(*side, "unknown side: use near, before or after");
        if (digits.size() != 1 || digits[0] < '1' || digits[0] > '9') fault(*weight, "weight must be 1 to 9");
        AttributeCue entry{std::string(csv.cell(row, kind)),
                           std::string(csv.cell(row, attribute)),
                           std::string(csv.cell(row, measure)),
                           where.value_or(CueSide::near),
                           CueSort::attribute,
                           0,
                           digits.empty() ? 0 : digits[0] - '0',
                           csv.file(row) + '#' + std::to_string(csv.number(row) + 2)};
        entry.sort = sort_of(entry.kind);
        entry.measure_id = measure_id(entry.measure);
        if (csv.cell(row, cue).size() == 1) fault(*cue, "a cue of one letter speaks for nothing: write the whole word");
        if (csv.cell(row, cue).empty()) {
            result->defaults_.push_back(std::move(entry));
            continue;
        }
        const std::size_t phrase = result->phrases_.add(fold(csv.cell(row, cue)));
        if (phrase >= result->cues_.size()) result->cues_.resize(phrase + 1);
        result->cues_[phrase].push_back(std::move(entry));
    }
    result->phrases_.compile();
    return result;
}

void AttributeTable::find(std::string_view text, Span range, std::vector<Hit>& hits) const {
    phrases_.find(text, range, [&](const PhraseTable::Hit& hit) {
        for (const AttributeCue& cue : cues_[hit.phrase]) hits.push_back({hit.span, &cue});
    });
}

const AttributeCue* AttributeTable::by_measure(std::string_view measure) const {
    const auto found = std::find_if(defaults_.begin(), defaults_.end(),
                                    [&](const AttributeCue& cue) { return cue.measure == measure; });
    return found == defaults_.end() ? nullptr : &*found;
}

}  // namespace hardfacts
