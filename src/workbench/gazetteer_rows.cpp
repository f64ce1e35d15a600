#include "workbench/gazetteer_rows.h"

#include <algorithm>
#include <utility>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"
#include "knowledge/names_index.h"

namespace hardfacts {

namespace {

class Rows {
public:
    Rows(const EntityFile& file, CsvTable table, std::vector<WrittenEntity>& out)
        : file_(file), table_(std::move(table)), out_(out) {}

    void read() {
        const auto id = table_.column("id"), name = table_.column("name"), flags = table_.column("flags");
        if (!id || !name) return;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            WrittenEntity entity;
            entity.id = std::string(file_.type) + ':' + std::string(table_.cell(row, *id));
            entity.type = file_.type;
            entity.name = table_.cell(row, *name);
            entity.flags = table_.cell(row, flags);
            entity.pattern = table_.cell(row, table_.column("pattern"));
            entity.place = table_.fault(row, *id, "", "");
            const bool exact = has_flag(entity.flags, "exact_case");
            if (entity.pattern.empty() && !has_flag(entity.flags, "not_surface") && !entity.name.empty()) {
                WrittenSurface surface{fold(entity.name),
                                       entity.name,
                                       has_flag(entity.flags, "ambiguous_name"),
                                       false,
                                       exact,
                                       table_.fault(row, *name, "", "")};
                entity.surfaces.push_back(std::move(surface));
            }
            for (const char* column : {"aliases", "aliases_ja"}) {
                if (const auto at = table_.column(column)) add_cell(entity, row, *at, exact);
            }
            out_.push_back(std::move(entity));
        }
    }

private:
    void add_cell(WrittenEntity& entity, std::size_t row, std::size_t column, bool exact) {
        for_each_part(table_.cell(row, column), [&](std::string_view part, std::size_t offset) {
            WrittenSurface surface;
            surface.written = part;
            surface.exact = exact || part.starts_with('=');
            if (part.starts_with('=')) part.remove_prefix(1);
            if (part.ends_with('?') || part.ends_with('~')) {
                surface.ambiguous = true;
                surface.capital = part.back() == '~';
                part.remove_suffix(1);
            }
            surface.text = fold(part);
            surface.place = table_.fault(row, column, "", "", offset);
            entity.surfaces.push_back(std::move(surface));
        });
    }

    const EntityFile& file_;
    CsvTable table_;
    std::vector<WrittenEntity>& out_;
};

}  // namespace

const std::vector<EntityFile>& entity_files() {
    static const std::vector<EntityFile> files = {{"company", "companies.csv"}, {"chip", "chips.csv"},
                                                  {"system", "systems.csv"},    {"product", "products.csv"},
                                                  {"place", "places.csv"},      {"person", "people.csv"}};
    return files;
}

std::string_view entity_file_of(std::string_view type) {
    for (const EntityFile& one : entity_files()) {
        if (one.type == type) return one.file;
    }
    return {};
}

std::vector<WrittenEntity> read_entities(const KnowledgeFolders& folders, Diagnostics& faults) {
    std::vector<WrittenEntity> out;
    for (const EntityFile& file : entity_files()) {
        Rows(file, load_rows(folders, file.file, {"id", "name"}, {"id"}, faults), out).read();
    }
    return out;
}

bool has_flag(std::string_view flags, std::string_view flag) {
    bool found = false;
    for_each_part(flags, [&](std::string_view part, std::size_t) { found |= part == flag; });
    return found;
}

std::string normal_form(std::string_view folded) {
    std::string out;
    for (std::size_t at = 0; at < folded.size();) {
        if (const std::size_t gap = name_separator(folded, at)) {
            at += gap;
            continue;
        }
        out += lower_byte(folded[at++]);
    }
    return out;
}

}  // namespace hardfacts
