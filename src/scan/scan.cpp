#include "scan/scan.h"

#include "scan/names.h"
#include "scan/sentences.h"
#include "scan/unknown_names.h"
#include "scan/values.h"

namespace hardfacts {

Findings scan(const Text& text, const Knowledge& knowledge) {
    Findings findings;
    scan_names(text, *knowledge.names, findings);
    scan_unknown_names(text, *knowledge.names, *knowledge.name_rules, findings);
    scan_values(text, *knowledge.values, findings);
    findings.sentences = find_sentences(text);
    return findings;
}

}  // namespace hardfacts
