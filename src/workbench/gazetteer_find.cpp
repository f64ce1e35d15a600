#include "workbench/gazetteer_find.h"

#include <algorithm>
#include <map>
#include <optional>
#include <variant>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/names.h"
#include "knowledge/names_pattern.h"
#include "workbench/finder.h"
#include "workbench/gazetteer_rows.h"

namespace hardfacts {

namespace {

std::string told_place(const Diagnostic& place) {
    return place.file + ':' + std::to_string(place.line) + ':' + std::to_string(place.column);
}

std::string counts(const WrittenSurface& surface) {
    std::string out = !surface.ambiguous ? "always"
                      : surface.capital  ? "with evidence, or with a capital in mid-sentence or among Japanese"
                                         : "with evidence only";
    return surface.exact ? out + "; in exactly this letter case" : out;
}

/// Rows of evidence.csv by type and side.
std::map<std::string, std::size_t> evidence_counts(const KnowledgeFolders& folders) {
    std::map<std::string, std::size_t> out;
    Diagnostics ignored;  // they loaded
    const CsvTable rows =
        load_rows(folders, "evidence.csv", {"type", "side", "text"}, {"type", "side", "text"}, ignored);
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        ++out[std::string(rows.cell(row, rows.column("type"))) + ' ' +
              std::string(rows.cell(row, rows.column("side")))];
    }
    return out;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t next = std::min({row[k] + 1, row[k - 1] + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1)});
            corner = row[k];
            row[k] = next;
        }
    }
    return row[b.size()];
}

/// Up to five surfaces that begin like the form or differ from it in a letter or two.
std::vector<std::string> near_forms(const std::vector<WrittenEntity>& entities, const std::string& form) {
    std::vector<std::pair<std::size_t, std::string>> found;
    const std::size_t most = form.size() < 5 ? 1 : 2;
    for (const WrittenEntity& entity : entities) {
        for (const WrittenSurface& surface : entity.surfaces) {
            const std::string other = normal_form(surface.text);
            const std::size_t gap =
                other.size() > form.size() ? other.size() - form.size() : form.size() - other.size();
            const bool holds = form.size() >= 4 && other.starts_with(form);
            const std::size_t far = holds ? 0 : gap > most ? most + 1 : distance(form, other);
            if (far <= most) found.emplace_back(far, surface.text + " (" + entity.id + ')');
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> out;
    for (std::size_t k = 0; k < found.size() && out.size() < 5; ++k) {
        if (out.empty() || out.back() != found[k].second) out.push_back(found[k].second);
    }
    return out;
}

}  // namespace

FoundForm find_form(const Workbench& bench, std::string_view form) {
    FoundForm out;
    const std::string folded = fold(form), normal = normal_form(folded);
    const NameTable& names = *bench.knowledge().names;
    Diagnostics ignored;  // they loaded
    const std::vector<WrittenEntity> entities = read_entities(bench.folders(), ignored);
    const auto proofs = evidence_counts(bench.folders());
    const auto proofs_of = [&](const std::string& type, const char* side) {
        const auto found = proofs.find(type + ' ' + side);
        return found == proofs.end() ? 0 : found->second;
    };
    const auto add = [&](const WrittenEntity& entity, std::string written, const Diagnostic& place, std::string when,
                         bool evidence) {
        FormOwner owner{entity.id, entity.name, std::move(written), told_place(place), std::move(when), "", 0,
                        0,         evidence};
        const std::uint32_t known = names.find(entity.id);
        if (known != no_entity && names.entity(known).maker != no_entity) {
            owner.maker = names.entity(names.entity(known).maker).id;
        }
        owner.proofs_before = proofs_of(entity.type, "before");
        owner.proofs_after = proofs_of(entity.type, "after");
        out.owners.push_back(std::move(owner));
    };
    for (const WrittenEntity& entity : entities) {
        for (const WrittenSurface& surface : entity.surfaces) {
            if (normal_form(surface.text) == normal)
                add(entity, surface.written, surface.place, counts(surface), surface.ambiguous);
        }
    }
    for (const WrittenEntity& entity : entities) {
        if (entity.pattern.empty()) continue;
        const auto compiled = NamePattern::compile(entity.pattern);
        const auto* pattern = std::get_if<NamePattern>(&compiled);
        const auto match = pattern == nullptr ? std::nullopt : pattern->match(folded, 0, folded.size());
        if (!match || match->size != folded.size()) continue;
        WrittenEntity filled = entity;
        filled.id = filled_id(entity.id, *match);
        filled.name = filled_name(entity.name, *match);
        add(filled, entity.pattern, entity.place, "always, where no listed name is as long", false);
    }
    const auto& stops = names.evidence().stops();
    out.is_stop =
        std::any_of(stops.begin(), stops.end(), [&](std::string_view stop) { return normal_form(stop) == normal; });
    for (const FoundName& name : NameFinder(bench.knowledge()).names_in(form)) {
        if (name.whole) out.read_alone = name.entity;
    }
    if (out.owners.empty() && !normal.empty()) out.near = near_forms(entities, normal);
    return out;
}

}  // namespace hardfacts
