#include "scan/scan.h"

#include <cstddef>
#include <utility>

#include "scan/names.h"
#include "scan/sentences.h"
#include "scan/unknown_names.h"
#include "scan/values.h"

namespace hardfacts {

Findings scan(const Text& text, const Knowledge& knowledge) {
    return std::move(scan(std::span<const Text>(&text, 1), knowledge).front());
}

std::vector<Findings> scan(std::span<const Text> texts, const Knowledge& knowledge) {
    std::vector<Findings> all(texts.size());
    const auto each = [&](auto&& step) {
        for (std::size_t k = 0; k < texts.size(); ++k) step(texts[k], all[k]);
    };
    each([&](const Text& text, Findings& found) { scan_names(text, *knowledge.names, found); });
    each([&](const Text& text, Findings& found) {
        scan_unknown_names(text, *knowledge.names, *knowledge.name_rules, found);
    });
    each([&](const Text& text, Findings& found) { scan_values(text, *knowledge.values, found); });
    each([&](const Text& text, Findings& found) { found.sentences = find_sentences(text); });
    return all;
}

}  // namespace hardfacts
