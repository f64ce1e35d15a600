#include "scan/scan.h"

#include <algorithm>

#include "scan/names.h"
#include "scan/sentences.h"
#include "scan/values.h"

namespace hardfacts {

Findings scan(const Text& text, const Knowledge& knowledge) {
    Findings findings;
    scan_names(text, *knowledge.names, findings);
    scan_values(text, *knowledge.values, findings);
    findings.sentences = find_sentences(text);
    std::stable_sort(findings.mentions.begin(), findings.mentions.end(), [](const Mention& a, const Mention& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    return findings;
}

}  // namespace hardfacts
