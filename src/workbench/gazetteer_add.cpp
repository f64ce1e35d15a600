#include "workbench/gazetteer_add.h"

#include <algorithm>
#include <set>
#include <utility>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/layers.h"
#include "knowledge/names_pattern.h"
#include "workbench/gazetteer_lint.h"
#include "workbench/gazetteer_rows.h"

namespace hardfacts {

namespace fs = std::filesystem;

namespace {

Diagnostic refusal(const std::string& shown, const char* code, std::string message) {
    return {Severity::error, shown, 0, 0, code, std::move(message)};
}

/// The cells of the header line, as written.
std::vector<std::string> header_of(const std::string& source) {
    Diagnostics ignored;
    const CsvTable table = CsvTable::parse("", source, {}, ignored);
    return table.header();
}

std::string joined(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) out += (out.empty() ? "" : ", ") + cell;
    return out;
}

class Grower {
public:
    Grower(KnowledgeFolders folders, const EntityFile& file, bool replaces)
        : folders_(std::move(folders)), file_(file), replaces_(replaces) {
        const KnowledgeLayer& layer = folders_.gazetteers.back();
        grown_.path = layer.folder / file.file;
        grown_.shown = layer.shown + '/' + std::string(file.file);
    }

    std::variant<GrownFile, Diagnostics> grow(const std::vector<NewRow>& rows) {
        const auto before = Workbench::load(folders_);
        if (const auto* faults = std::get_if<Diagnostics>(&before)) return *faults;
        take_file();
        check_ids(std::get<Workbench>(before), rows);
        for (const NewRow& row : rows) append(row);
        if (!faults_.empty()) return faults_;
        folders_.drafts[grown_.path] = grown_.content;
        const auto after = Workbench::load(folders_);
        if (const auto* faults = std::get_if<Diagnostics>(&after)) return *faults;
        const std::set<std::string> known = findings(std::get<Workbench>(before));
        for (Diagnostic finding : lint_gazetteers(std::get<Workbench>(after))) {
            if (known.contains(finding.code + finding.message)) continue;
            finding.severity = Severity::error;
            faults_.push_back(std::move(finding));
        }
        if (!faults_.empty()) return faults_;
        return grown_;
    }

private:
    static std::set<std::string> findings(const Workbench& bench) {
        std::set<std::string> out;
        for (const Diagnostic& finding : lint_gazetteers(bench)) out.insert(finding.code + finding.message);
        return out;
    }

    /// What the file holds now; of a file that is not there yet, the header that the first layer's has.
    void take_file() {
        const auto base = read_source(folders_, folders_.gazetteers.front().folder / file_.file);
        const auto own = read_source(folders_, grown_.path);
        header_ = header_of(own ? *own : base.value_or(std::string()));
        if (own) {
            grown_.content = *own;
            if (!own->empty() && own->back() != '\n') grown_.content += ends_with_return() ? "\r\n" : "\n";
        } else {
            add_line(header_);
        }
        grown_.first_line =
            1 + static_cast<std::size_t>(std::count(grown_.content.begin(), grown_.content.end(), '\n'));
    }

    bool ends_with_return() const { return grown_.content.find("\r\n") != std::string::npos; }

    void add_line(const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t k = 0; k < cells.size(); ++k) line += (k == 0 ? "" : ",") + quoted_cell(cells[k]);
        grown_.content += line + (ends_with_return() ? "\r\n" : "\n");
    }

    void append(const NewRow& row) {
        std::vector<std::string> cells(header_.size());
        for (const auto& [column, cell] : row) {
            const auto at = std::find(header_.begin(), header_.end(), column);
            if (at != header_.end())
                cells[static_cast<std::size_t>(at - header_.begin())] = cell;
            else if (!cell.empty())
                faults_.push_back(
                    refusal(grown_.shown, "add.column",
                            "no column is called " + in_quotes(column) + "; there are " + joined(header_)));
        }
        add_line(cells);
    }

    void check_ids(const Workbench& before, const std::vector<NewRow>& rows) {
        Diagnostics ignored;  // they loaded
        const std::vector<WrittenEntity> known = read_entities(before.folders(), ignored);
        if (rows.empty()) faults_.push_back(refusal(grown_.shown, "add.nothing", "there is no row to add"));
        for (const NewRow& row : rows) {
            const auto id = std::find_if(row.begin(), row.end(), [](const auto& cell) { return cell.first == "id"; });
            if (id == row.end() || id->second.empty()) {
                faults_.push_back(refusal(grown_.shown, "add.no_id", "a row needs an id; give it a slug"));
                continue;
            }
            const std::string full = std::string(file_.type) + ':' + id->second;
            const auto same = std::find_if(known.begin(), known.end(),
                                           [&](const WrittenEntity& entity) { return entity.id == full; });
            if (same == known.end() || (replaces_ && same->place.file != grown_.shown)) continue;
            Diagnostic fault = same->place;
            fault.code = "add.known_id";
            fault.message = full + " stands here already; edit this row" +
                            (same->place.file == grown_.shown ? "" : ", or add yours in its place with --replace");
            faults_.push_back(std::move(fault));
        }
    }

    KnowledgeFolders folders_;
    const EntityFile& file_;
    bool replaces_;
    GrownFile grown_;
    std::vector<std::string> header_;
    Diagnostics faults_;
};

}  // namespace

std::string quoted_cell(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string slug_for(std::string_view name) { return slug_of(fold(name)); }

std::vector<NewRow> read_new_rows(std::string shown, std::string source, Diagnostics& faults) {
    const CsvTable table = CsvTable::parse(std::move(shown), std::move(source), {"id", "name"}, faults);
    const std::vector<std::string> header = table.header();
    std::vector<NewRow> out;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        NewRow one;
        for (std::size_t k = 0; k < header.size(); ++k) one.emplace_back(header[k], table.cell(row, k));
        out.push_back(std::move(one));
    }
    return out;
}

std::variant<GrownFile, Diagnostics> grow_gazetteer(const KnowledgeFolders& folders, const std::string& type,
                                                    const std::vector<NewRow>& rows, bool replaces) {
    const auto& files = entity_files();
    const auto file = std::find_if(files.begin(), files.end(), [&](const EntityFile& one) { return one.type == type; });
    if (file == files.end()) {
        return Diagnostics{refusal(
            "", "add.type", in_quotes(type) + " is no type; write company, chip, system, product, place or person")};
    }
    return Grower(folders, *file, replaces).grow(rows);
}

}  // namespace hardfacts
