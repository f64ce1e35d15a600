#include "scan/scan.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

#include "scan/names.h"
#include "scan/sentences.h"
#include "scan/unknown_names.h"
#include "scan/values.h"

namespace hardfacts {

namespace {

bool stands_before(const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

/// The first `names` mentions and the values behind them, both in order, as one list in order. A mention is large:
/// each is moved once.
std::vector<Mention> merged(std::vector<Mention>&& mentions, std::ptrdiff_t names) {
    std::vector<Mention> all;
    all.reserve(mentions.size());
    const auto middle = std::make_move_iterator(mentions.begin() + names);
    std::merge(std::make_move_iterator(mentions.begin()), middle, middle, std::make_move_iterator(mentions.end()),
               std::back_inserter(all), stands_before);
    return all;
}

}  // namespace

Findings scan(const Text& text, const Knowledge& knowledge) {
    Findings findings;
    scan_names(text, *knowledge.names, findings);
    scan_unknown_names(text, *knowledge.names, *knowledge.name_rules, findings);
    const auto names = static_cast<std::ptrdiff_t>(findings.mentions.size());
    scan_values(text, *knowledge.values, findings);
    findings.sentences = find_sentences(text);
    findings.mentions = merged(std::move(findings.mentions), names);
    return findings;
}

}  // namespace hardfacts
