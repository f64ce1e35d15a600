#include "scan/names.h"

#include <utility>

#include "scan/names_candidates.h"
#include "scan/names_choice.h"
#include "scan/names_joins.h"

namespace hardfacts {

void scan_names(const Text& text, const NameTable& names, Findings& findings) {
    std::vector<NameCandidate> candidates = find_candidates(text, names, findings.arena);
    add_joined_names(text, names, candidates);
    std::vector<NameCandidate> chosen = choose_names(text.folded, names, std::move(candidates));
    take_legal_forms(text.folded, chosen);
    take_variants(text, chosen, findings.arena);
    const std::size_t values = text.folded.size() / 160 + 8;  // values will join them: one in 220 bytes of news
    findings.mentions.reserve(findings.mentions.size() + chosen.size() + values);
    for (const NameCandidate& name : chosen) {
        Mention& mention = findings.mentions.emplace_back();
        mention.type = name.type;
        mention.span = name.span;
        mention.entity = name.id;
        mention.name = name.name;
        mention.by = name.by;
        mention.kind = name.kind;
        if (name.maker != no_entity) mention.maker = names.entity(name.maker).id;
    }
}

}  // namespace hardfacts
