#include "workbench/gazetteer_lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "fold/fold.h"
#include "knowledge/csv.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/names.h"
#include "knowledge/names_index.h"
#include "model/utf8.h"
#include "workbench/finder.h"
#include "workbench/gazetteer_rows.h"

namespace hardfacts {

namespace {

class Linter {
public:
    explicit Linter(const Workbench& bench) : bench_(bench), finder_(bench.knowledge()) {}

    Diagnostics run() {
        Diagnostics ignored;  // they loaded
        entities_ = read_entities(bench_.folders(), ignored);
        read_common_words();
        for (const WrittenEntity& entity : entities_) {
            for (const WrittenSurface& surface : entity.surfaces) {
                check_shadowed(entity, surface);
                check_common(entity, surface);
            }
        }
        check_undecided();
        check_units();
        check_evidence();
        std::stable_sort(findings_.begin(), findings_.end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
        });
        return std::move(findings_);
    }

private:
    void tell(Diagnostic place, const char* code, std::string message) {
        place.severity = Severity::warning;
        place.code = code;
        place.message = std::move(message);
        findings_.push_back(std::move(place));
    }

    void check_shadowed(const WrittenEntity& entity, const WrittenSurface& surface) {
        if (surface.ambiguous) return;
        const std::vector<FoundName> found = finder_.names_in(surface.text);
        const bool good = std::any_of(found.begin(), found.end(),
                                      [&](const FoundName& name) { return name.whole && name.entity == entity.id; });
        if (good) return;
        std::string read;
        for (const FoundName& name : found) read += (read.empty() ? "" : ", ") + name.text + " = " + name.entity;
        tell(surface.place, "lint.shadowed",
             in_quotes(surface.written) + " of " + entity.id + " is read as " + (read.empty() ? "no name" : read) +
                 "; remove it, or what stands before it (`hardfacts gazetteer find` shows who)");
    }

    /// The file is asked by nobody else, and knowledge without it has no such words.
    void read_common_words() {
        const KnowledgeFolders& folders = bench_.folders();
        Diagnostics ignored;
        const CsvTable rows = load_rows(folders, "common_words.csv", {"word"}, {"word"}, ignored);
        for (std::size_t row = 0; row < rows.rows(); ++row) words_.emplace(rows.cell(row, std::size_t{0}));
    }

    /// A word written as words are: small, or with one capital in front.
    bool is_common_word(std::string_view text) const {
        std::string small(text);
        if (!small.empty() && is_ascii_upper(static_cast<unsigned char>(small[0]))) small[0] = lower_byte(small[0]);
        return words_.contains(small);
    }

    void check_common(const WrittenEntity& entity, const WrittenSurface& surface) {
        if (surface.ambiguous || has_flag(entity.flags, "common_word") || !is_common_word(surface.text)) return;
        tell(surface.place, "lint.common_word",
             in_quotes(surface.written) + " of " + entity.id +
                 " is an ordinary word too; mark it ? or ~, or give the row the flag common_word if it is nearly "
                 "always the name");
    }

    /// Marked claims of one type need something that tells them apart: a maker, a country, or a surface of their own.
    void check_undecided() {
        using Claim = std::pair<const WrittenEntity*, const WrittenSurface*>;
        std::map<std::string, std::vector<Claim>> claims;
        for (const WrittenEntity& entity : entities_) {
            for (const WrittenSurface& surface : entity.surfaces) {
                if (surface.ambiguous)
                    claims[entity.type + ' ' + normal_form(surface.text)].emplace_back(&entity, &surface);
            }
        }
        for (const auto& [form, owners] : claims) {
            for (std::size_t k = 1; k < owners.size(); ++k) {
                const auto& [entity, surface] = owners[k];
                const auto& [first, theirs] = owners[0];
                if (entity == first || can_be_told(*entity) || can_be_told(*first)) continue;
                tell(surface->place, "lint.undecided",
                     in_quotes(surface->written) + " belongs to " + entity->id + " and " + first->id + " (" +
                         theirs->place.file + ':' + std::to_string(theirs->place.line) +
                         "), and nothing tells which is meant; give one of them a surface without a mark");
            }
        }
    }

    bool can_be_told(const WrittenEntity& entity) const {
        const NameTable& names = *bench_.knowledge().names;
        const std::uint32_t known = names.find(entity.id);
        if (known != no_entity) {
            const NameEntity& row = names.entity(known);
            if (row.maker != no_entity || row.admin != no_entity || row.country != no_entity) return true;
        }
        return std::any_of(entity.surfaces.begin(), entity.surfaces.end(),
                           [](const WrittenSurface& surface) { return !surface.ambiguous; });
    }

    void check_units() {
        Diagnostics ignored;  // they loaded
        const CsvTable rows =
            load_rows(bench_.folders(), "units.csv", {"symbol", "dimension"}, {"symbol", "dimension"}, ignored);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const std::string unit = std::string(rows.cell(row, rows.column("symbol"))) + ' ' +
                                     std::string(rows.cell(row, rows.column("dimension")));
            for (const char* column : {"en_forms", "ja_forms"}) {
                if (const auto at = rows.column(column)) check_unit_cell(rows, row, *at, unit);
            }
        }
    }

    void check_unit_cell(const CsvTable& rows, std::size_t row, std::size_t column, const std::string& unit) {
        const std::string_view cell = rows.cell(row, column);
        for (std::size_t begin = 0; begin < cell.size();) {
            const std::size_t end = std::min(cell.find(';', begin), cell.size());
            const std::string_view form = cell.substr(begin, end - begin);
            // Forms that need a word near them, a single letter and those behind a hyphen are not asked alone.
            if (form.size() > 1 && form.back() != '?' && form.front() != '-')
                check_unit(rows, row, column, begin, form, unit);
            begin = end + 1;
        }
    }

    void check_unit(const CsvTable& rows, std::size_t row, std::size_t column, std::size_t inside,
                    std::string_view form, const std::string& unit) {
        std::string_view text = form;
        while (text.size() > 1 && (text.back() == '!' || text.back() == '?')) text.remove_suffix(1);
        const std::string symbol = unit.substr(0, unit.find(' '));
        std::string said;
        std::vector<std::string> read;
        // Some forms stand apart from their number, some do not; one of the two has to be read.
        for (const char* gap : {"", " "}) {
            said = std::string("35") + gap + std::string(text);
            read = finder_.units_in(said);
            const bool good = std::any_of(read.begin(), read.end(), [&](const std::string& one) {
                return one.substr(0, one.find(' ')) == symbol;
            });
            if (good) return;
        }
        std::string told;
        for (const std::string& one : read) told += (told.empty() ? "" : ", ") + one;
        tell(rows.fault(row, column, "", "", inside), "lint.unit",
             in_quotes(said) + " is read as " + (told.empty() ? "no value" : told) + ", not as " + unit +
                 "; another unit, currency or rule has this form: remove it, or mark it ? and write words for near");
    }

    void check_evidence() {
        Diagnostics ignored;  // they loaded
        const CsvTable rows =
            load_rows(bench_.folders(), "evidence.csv", {"type", "side", "text"}, {"type", "side", "text"}, ignored);
        const auto type = rows.column("type"), side = rows.column("side"), text = rows.column("text");
        if (!type || !side || !text) return;
        std::set<std::string> seen;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const std::string where(rows.cell(row, *side));
            const std::string other = where.starts_with("not_") ? where.substr(4) : "not_" + where;
            const std::string rest = ' ' + std::string(rows.cell(row, *type)) + ' ' + fold(rows.cell(row, *text));
            seen.insert(where + rest);
            if (seen.contains(other + rest)) {
                tell(rows.fault(row, *text, "", ""), "lint.evidence",
                     in_quotes(rows.cell(row, *text)) + " proves and disproves the same type; remove one of the rows");
            }
        }
    }

    const Workbench& bench_;
    NameFinder finder_;
    std::vector<WrittenEntity> entities_;
    std::set<std::string, std::less<>> words_;
    Diagnostics findings_;
};

}  // namespace

Diagnostics lint_gazetteers(const Workbench& bench) { return Linter(bench).run(); }

}  // namespace hardfacts
