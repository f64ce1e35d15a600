#include "knowledge/names_loader.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>
#include <variant>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"
#include "model/utf8.h"

namespace hardfacts {

namespace {

/// The entity files. `maker` is the column that names a company.
struct NameFile {
    const char* file;
    MentionType type;
    const char* maker;
    bool has_pattern;
};

constexpr std::array<NameFile, 6> name_files = {{
    {"companies.csv", MentionType::company, "owner", false},
    {"chips.csv", MentionType::chip, "maker", true},
    {"systems.csv", MentionType::system, "maker", true},
    {"products.csv", MentionType::product, "maker", true},
    {"places.csv", MentionType::place, "", false},
    {"people.csv", MentionType::person, "organization", false},
}};

bool is_slug(std::string_view id) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    };
    return !id.empty() && std::all_of(id.begin(), id.end(), allowed) && id.front() != '-' && id.back() != '-';
}

}  // namespace

void NameLoader::load(const KnowledgeFolders& folders) {
    for (std::size_t file = 0; file < name_files.size(); ++file) read_file(folders, file);
    std::size_t rows = 0;
    for (const Source& source : sources_) rows += source.rows.rows();
    table_.entities_.reserve(rows);
    table_.ids_.reserve(rows);
    for (Source& source : sources_) {
        source.first = static_cast<std::uint32_t>(table_.entities_.size());
        for (std::size_t row = 0; row < source.rows.rows(); ++row) add_entity(source, row);
    }
    table_.surfaces_.reserve(3 * table_.entities_.size());
    places_.reserve(3 * table_.entities_.size());
    for (const Source& source : sources_) {
        link(source);
        for (std::size_t row = 0; row < source.rows.rows(); ++row) add_surfaces(source, row);
    }
    index_surfaces();
    for (const Source& source : sources_) {
        for (auto& text : source.rows.texts()) table_.arena_.keep_whole(std::move(text));
    }
}

void NameLoader::read_file(const KnowledgeFolders& folders, std::size_t file) {
    const NameFile& known = name_files[file];
    Diagnostics form;
    const std::string_view required = known.maker[0] != '\0' ? known.maker : "country";
    const std::string_view pattern = known.has_pattern ? "pattern" : "id";
    CsvTable rows = load_rows(folders, known.file, {"id", "name", "aliases", "aliases_ja", "flags", required, pattern},
                              {"id"}, form);
    faults_.insert(faults_.end(), form.begin(), form.end());
    const auto id = rows.column("id"), name = rows.column("name"), aliases = rows.column("aliases"),
               japanese = rows.column("aliases_ja"), flags = rows.column("flags");
    if (!id || !name || !aliases || !japanese || !flags) return;
    const bool place = known.type == MentionType::place;
    const Columns columns{*id,
                          *name,
                          *aliases,
                          *japanese,
                          *flags,
                          known.has_pattern ? rows.column("pattern") : std::nullopt,
                          rows.column("kind"),
                          place ? std::nullopt : rows.column(known.maker),
                          known.type == MentionType::company ? rows.column("successor") : std::nullopt,
                          place ? rows.column("admin") : std::nullopt,
                          place ? rows.column("country") : std::nullopt};
    sources_.push_back({std::move(rows), known.type, columns, 0});
}

void NameLoader::add_entity(const Source& source, std::size_t row) {
    const CsvTable& rows = source.rows;
    const std::string_view slug = rows.cell(row, source.columns.id);
    const std::string_view name = rows.cell(row, source.columns.name);
    const bool has_pattern = !rows.cell(row, source.columns.pattern).empty();
    check_id(source, row, has_pattern);
    if (name.empty()) tell({&source, row, source.columns.name, 0}, "gazetteer.no_name", "the name is empty; write it");
    NameEntity entity;
    entity.type = source.type;
    entity.id = keep({to_string(source.type), ":", slug});
    entity.name = name;
    entity.by = keep({rows.file(row), "#", slug});
    entity.kind = rows.cell(row, source.columns.kind);
    const auto number = static_cast<std::uint32_t>(table_.entities_.size());
    table_.entities_.push_back(entity);
    if (!has_pattern && !table_.ids_.add(number, table_.entities_)) {
        tell({&source, row, source.columns.id, 0}, "gazetteer.duplicate_id",
             "the id " + in_quotes(slug) + " stands in this file twice; give one row another id");
    }
}

void NameLoader::check_id(const Source& source, std::size_t row, bool has_pattern) {
    const std::string_view slug = source.rows.cell(row, source.columns.id);
    if (has_pattern != has_model_hole(slug)) {
        tell({&source, row, source.columns.id, 0}, "gazetteer.model_hole",
             has_pattern ? "a row with a pattern needs {0} (or a group's {1}) in its id, where the match goes"
                         : "{0} in the id of a row without a pattern; write the pattern or take {0} out");
        return;
    }
    if (has_pattern ? is_slug(filled_id(slug, {0, std::vector<std::string>(10, "x")})) : is_slug(slug)) return;
    tell({&source, row, source.columns.id, 0}, "gazetteer.bad_id",
         "the id " + in_quotes(slug) + " is no slug; write lower-case letters, digits and single hyphens");
}

NameLoader::Flags NameLoader::flags_of(const Source& source, std::size_t row) {
    Flags flags;
    for_each_part(source.rows.cell(row, source.columns.flags), [&](std::string_view flag, std::size_t at) {
        if (flag == "ambiguous_name")
            flags.ambiguous_name = true;
        else if (flag == "exact_case")
            flags.exact_case = true;
        else if (flag == "not_surface")
            flags.not_surface = true;
        else if (flag == "observer")
            flags.observer = true;
        else if (flag != "common_word")  // that is said to `hardfacts gazetteer lint`
            tell({&source, row, source.columns.flags, at}, "gazetteer.unknown_flag",
                 "no flag is called " + in_quotes(flag) +
                     "; write ambiguous_name, exact_case, not_surface, observer or common_word");
    });
    return flags;
}

void NameLoader::add_surfaces(const Source& source, std::size_t row) {
    const Flags flags = flags_of(source, row);
    if (flags.observer) table_.entities_[source.first + row].kind = "observer";
    const Columns& columns = source.columns;
    if (columns.pattern && !source.rows.cell(row, *columns.pattern).empty()) {
        add_pattern(source, row, *columns.pattern);
    } else if (!flags.not_surface && !source.rows.cell(row, columns.name).empty()) {
        add_surface(source.rows.cell(row, columns.name), flags, true, {&source, row, columns.name, 0});
    }
    add_cell(source, row, columns.aliases, flags);
    add_cell(source, row, columns.aliases_ja, flags);
}

void NameLoader::add_cell(const Source& source, std::size_t row, std::size_t column, const Flags& flags) {
    for_each_part(source.rows.cell(row, column), [&](std::string_view part, std::size_t at) {
        add_surface(part, flags, false, {&source, row, column, at});
    });
}

void NameLoader::add_surface(std::string_view written, const Flags& flags, bool is_name, Place place) {
    NameSurface surface;
    surface.entity = place.source->first + static_cast<std::uint32_t>(place.row);
    surface.exact = flags.exact_case;
    surface.ambiguous = is_name && flags.ambiguous_name;
    if (!is_name) {
        if (written.starts_with('=')) {
            surface.exact = true;
            written.remove_prefix(1);
        }
        if (written.ends_with('?') || written.ends_with('~')) {
            surface.ambiguous = true;
            surface.capital = written.back() == '~';
            written.remove_suffix(1);
        }
    }
    surface.text = is_folded(written) ? written : keep({fold(written)});
    const std::string_view text = surface.text;
    const bool begins_well = !text.empty() && (static_cast<unsigned char>(text[0]) >= 0x80 || is_word_byte(text[0])) &&
                             name_separator(text, 0) == 0;
    if (text.size() < 2 || !begins_well || name_separator(text, text.size() - 1) != 0) {
        tell(place, "gazetteer.bad_surface",
             in_quotes(written).append(" cannot be a surface: it needs two letters or one kanji, and begins with one"));
        return;
    }
    const auto letters =
        std::count_if(text.begin(), text.end(), [](char c) { return is_ascii_alpha(static_cast<unsigned char>(c)); });
    surface.letters = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(letters, 255));
    table_.surfaces_.push_back(surface);
    places_.push_back(place);
}

void NameLoader::add_pattern(const Source& source, std::size_t row, std::size_t column) {
    auto compiled = NamePattern::compile(source.rows.cell(row, column));
    if (const auto* wrong = std::get_if<std::string>(&compiled)) {
        tell({&source, row, column, 0}, "gazetteer.bad_pattern", "the pattern " + *wrong);
        return;
    }
    table_.models_.push_back(
        {std::get<NamePattern>(std::move(compiled)), source.first + static_cast<std::uint32_t>(row)});
}

void NameLoader::link(const Source& source) {
    for (std::size_t row = 0; row < source.rows.rows(); ++row) {
        NameEntity& entity = table_.entities_[source.first + row];
        entity.maker = linked(source, row, source.columns.maker, "company:", "companies.csv");
        entity.admin = linked(source, row, source.columns.admin, "place:", "places.csv");
        entity.country = linked(source, row, source.columns.country, "place:", "places.csv");
    }
    if (source.columns.successor) link_successors(source);
}

/// What a company has become is named with it as its owner would be: it takes the owner's place. A row says one of the
/// two, and no company comes to be itself again, so that whoever follows the chain arrives.
void NameLoader::link_successors(const Source& source) {
    std::vector<std::uint32_t> successors(source.rows.rows(), no_entity);
    for (std::size_t row = 0; row < successors.size(); ++row) {
        const std::uint32_t found = linked(source, row, source.columns.successor, "company:", "companies.csv");
        if (found == no_entity) continue;
        NameEntity& entity = table_.entities_[source.first + row];
        if (entity.maker != no_entity) {
            tell({&source, row, *source.columns.successor, 0}, "gazetteer.owner_and_successor",
                 "a company that has become another belongs to nobody; empty owner or successor");
        }
        entity.maker = found;
        successors[row] = found - source.first;
    }
    for (std::size_t row = 0; row < successors.size(); ++row) {
        std::uint32_t at = successors[row];
        for (std::size_t steps = 0; at != no_entity && at != row && steps < successors.size(); ++steps) {
            at = successors[at];
        }
        if (at != row) continue;
        tell(
            {&source, row, *source.columns.successor, 0}, "gazetteer.successor_circle",
            in_quotes(source.rows.cell(row, source.columns.id)).append(" comes to be itself again; empty a successor"));
    }
}

std::uint32_t NameLoader::linked(const Source& source, std::size_t row, std::optional<std::size_t> column,
                                 std::string_view prefix, std::string_view what) {
    const std::string_view id = source.rows.cell(row, column);
    if (id.empty()) return no_entity;
    key_.assign(prefix).append(id);
    const std::uint32_t found = table_.find(key_);
    if (found == no_entity) {
        tell({&source, row, *column, 0}, "gazetteer.orphan",
             in_quotes(id).append(" is no id of ").append(what).append("; add its row there, or empty the cell"));
    }
    return found;
}

void NameLoader::index_surfaces() {
    const std::vector<std::string_view>& stops = table_.evidence_.stops();
    table_.index_ = std::make_unique<NameIndex>(table_.surfaces_.size() + stops.size() + table_.models_.size());
    std::vector<std::uint64_t> hashes;
    hashes.reserve(table_.surfaces_.size());
    for (const NameSurface& surface : table_.surfaces_) hashes.push_back(table_.index_->mark(surface.text));
    constexpr std::uint32_t ahead = 16;
    for (std::uint32_t k = 0; k < hashes.size(); ++k) {
        if (k + ahead < hashes.size()) table_.index_->fetch(hashes[k + ahead]);
        table_.surfaces_[k].next = table_.index_->enter(hashes[k], k);
        check_owner(k);
    }
    for (const std::string_view stop : stops) add_stop(stop);
    for (std::uint32_t k = 0; k < table_.models_.size(); ++k) {
        table_.models_[k].next = table_.index_->add_trigger(table_.models_[k].pattern.literal(), k);
    }
}

/// Texts that are no names go into the same table, so that the longest match decides.
void NameLoader::add_stop(std::string_view text) {
    if (text.size() < 2) return;
    NameSurface surface;
    surface.text = text;
    const auto number = static_cast<std::uint32_t>(table_.surfaces_.size());
    surface.next = table_.index_->add_surface(text, number);
    table_.surfaces_.push_back(surface);
}

/// A surface may stand for several entities only where at most one of them claims it without a mark.
void NameLoader::check_owner(std::uint32_t newer) {
    const NameSurface& mine = table_.surfaces_[newer];
    for (std::uint32_t k = mine.next; k != NameIndex::none; k = table_.surfaces_[k].next) {
        const NameSurface& other = table_.surfaces_[k];
        if (other.text != mine.text) continue;
        const Place& there = places_[k];
        if (other.entity == mine.entity) {
            if (other.ambiguous != mine.ambiguous) continue;
            tell(places_[newer], "gazetteer.duplicate_surface",
                 in_quotes(mine.text).append(" stands twice in this row; remove one"));
        } else if (!other.ambiguous && !mine.ambiguous) {
            const Diagnostic first = there.source->rows.fault(there.row, there.column, "", "", there.inside);
            tell(places_[newer], "gazetteer.surface_owned",
                 in_quotes(mine.text)
                     .append(" belongs to ")
                     .append(table_.entities_[other.entity].id)
                     .append(" (" + first.file + ':' + std::to_string(first.line))
                     .append("); mark it with ? in one of the two rows, or remove it"));
        } else {
            continue;
        }
        return;
    }
}

void NameLoader::tell(Place place, const char* code, std::string message) {
    faults_.push_back(place.source->rows.fault(place.row, place.column, code, std::move(message), place.inside));
}

}  // namespace hardfacts
