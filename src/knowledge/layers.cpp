#include "knowledge/layers.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <set>
#include <utility>

namespace hardfacts {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 12> gazetteer_files = {
    "companies.csv", "chips.csv", "systems.csv",    "products.csv",   "places.csv",          "people.csv",
    "evidence.csv",  "units.csv", "currencies.csv", "attributes.csv", "subject_weights.csv", "common_words.csv"};
constexpr std::array<std::string_view, 4> rule_folders = {"values", "names", "relations", "claims"};

template <std::size_t size>
std::string listed(const std::array<std::string_view, size>& names) {
    std::string out;
    for (const std::string_view name : names) out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

Diagnostic fault_of(std::string file, const char* code, std::string message) {
    return {Severity::error, std::move(file), 0, 0, code, std::move(message)};
}

using Ids = std::set<std::string, std::less<>>;

/// The ids of the tables in `file`'s lists, and its shared names.
void collect_ids(const toml::table& tables, Ids& ids, Ids& shared) {
    for (const auto& [key, node] : tables) {
        if (key.str() == "shared" && node.is_table()) {
            for (const auto& [name, pattern] : *node.as_table()) shared.emplace(name.str());
        }
        if (!node.is_array()) continue;
        for (const toml::node& entry : *node.as_array()) {
            if (!entry.is_table()) continue;
            if (const auto id = (*entry.as_table())["id"].value<std::string>()) ids.insert(*id);
        }
    }
}

void remove_replaced(toml::table& tables, const Ids& ids, const Ids& shared) {
    for (auto&& [key, node] : tables) {
        if (key.str() == "shared" && node.is_table()) {
            for (const std::string& name : shared) node.as_table()->erase(name);
        }
        if (!node.is_array()) continue;
        toml::array& entries = *node.as_array();
        for (auto at = entries.begin(); at != entries.end();) {
            const toml::table* entry = at->as_table();
            const auto id = entry == nullptr ? std::nullopt : (*entry)["id"].value<std::string>();
            at = id && ids.contains(*id) ? entries.erase(at) : at + 1;
        }
    }
}

/// Takes out the entries that only say that a rule of an earlier layer is not to count.
void remove_switched_off(RuleFile& file, const Ids& earlier, Diagnostics& faults) {
    for (auto&& [key, node] : file.tables) {
        if (!node.is_array()) continue;
        toml::array& entries = *node.as_array();
        for (auto at = entries.begin(); at != entries.end();) {
            const toml::table* entry = at->as_table();
            const toml::node* off = entry == nullptr ? nullptr : entry->get("off");
            if (off == nullptr) {
                ++at;
                continue;
            }
            const std::string id = (*entry)["id"].value_or(std::string());
            const auto tell = [&](const toml::node& place, const char* code, std::string message) {
                faults.push_back({Severity::error, file.name, place.source().begin.line, place.source().begin.column,
                                  code, std::move(message)});
            };
            if (!off->value_or(false) || entry->size() != 2 || id.empty())
                tell(*off, "rule.off", "a rule is switched off by its id and off = true, and nothing else");
            else if (!earlier.contains(id))
                tell(*entry, "rule.off", "no earlier layer has a rule " + id + " to switch off; look at the id");
            at = entries.erase(at);
        }
    }
}

/// Folders of rules come without those that are not there.
std::vector<fs::path> toml_files(const KnowledgeFolders& folders, const fs::path& folder, std::error_code& error) {
    std::set<fs::path> found;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (at->path().extension() == ".toml") found.insert(at->path());
    }
    for (const auto& [path, text] : folders.drafts) {
        if (path.parent_path() == folder && path.extension() == ".toml") found.insert(path);
    }
    return {found.begin(), found.end()};
}

void check_gazetteer_layer(const KnowledgeLayer& layer, Diagnostics& faults) {
    std::error_code error;
    for (fs::directory_iterator at(layer.folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with('.') || at->path().extension() != ".csv") continue;
        if (std::find(gazetteer_files.begin(), gazetteer_files.end(), name) != gazetteer_files.end()) continue;
        faults.push_back(
            fault_of(layer.shown + '/' + name, "layer.unknown_file",
                     "no gazetteer is called so, and nothing reads it; there are " + listed(gazetteer_files)));
    }
    if (error)
        faults.push_back(fault_of(layer.shown, "layer.unreadable",
                                  "the folder of gazetteers cannot be read: " + error.message() +
                                      "; name a folder that holds companies.csv or its like"));
}

void check_rule_layer(const KnowledgeLayer& layer, Diagnostics& faults) {
    std::error_code error;
    for (fs::directory_iterator at(layer.folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        const bool folder = at->is_directory(ignored);
        if (name.starts_with('.') || (!folder && at->path().extension() != ".toml")) continue;
        if (folder && std::find(rule_folders.begin(), rule_folders.end(), name) != rule_folders.end()) continue;
        faults.push_back(fault_of(layer.shown + '/' + name, "layer.unknown_file",
                                  "nothing reads it; rule files lie in the folders " + listed(rule_folders)));
    }
    if (error)
        faults.push_back(fault_of(layer.shown, "layer.unreadable",
                                  "the folder of rules cannot be read: " + error.message() +
                                      "; name a folder that holds values/, names/, relations/ or claims/"));
}

}  // namespace

std::optional<std::string> read_source(const KnowledgeFolders& folders, const fs::path& path) {
    if (const auto draft = folders.drafts.find(path); draft != folders.drafts.end()) return draft->second;
    std::error_code ignored;
    std::ifstream in(path, std::ios::binary);
    if (!in || fs::is_directory(path, ignored)) return std::nullopt;
    std::string source;
    const std::uintmax_t told = fs::file_size(path, ignored);  // nothing where it is no plain file
    std::size_t piece = ignored ? 0 : static_cast<std::size_t>(told) + 1;
    for (std::size_t size = 0; in; size = source.size()) {
        piece = std::max<std::size_t>(piece, 4096);
        source.resize(size + piece);
        in.read(source.data() + size, static_cast<std::streamsize>(piece));
        source.resize(size + static_cast<std::size_t>(in.gcount()));
    }
    return source;
}

CsvTable load_rows(const KnowledgeFolders& folders, std::string_view file,
                   std::initializer_list<std::string_view> required, std::initializer_list<std::string_view> keys,
                   Diagnostics& faults) {
    CsvTable table;
    for (std::size_t k = 0; k < folders.gazetteers.size(); ++k) {
        const KnowledgeLayer& layer = folders.gazetteers[k];
        const fs::path path = layer.folder / file;
        const std::string shown = layer.shown + '/' + std::string(file);
        std::error_code ignored;
        auto source = read_source(folders, path);
        if (!source && k > 0 && !fs::exists(path, ignored)) continue;
        if (!source) {
            faults.push_back(fault_of(shown, "csv.missing_file",
                                      "cannot be read; the file must stand in " + layer.folder.parent_path().string()));
            continue;
        }
        CsvTable rows = CsvTable::parse(shown, std::move(*source), k == 0 ? required : keys, faults);
        if (k == 0)
            table = std::move(rows);
        else
            table.overlay(std::move(rows), keys, faults);
    }
    return table;
}

std::vector<RuleFile> load_rule_files(const KnowledgeFolders& folders, const std::string& below, bool may_lack,
                                      Diagnostics& faults) {
    std::vector<RuleFile> files;
    Ids known;
    for (std::size_t k = 0; k < folders.rules.size(); ++k) {
        const KnowledgeLayer& layer = folders.rules[k];
        std::error_code error;
        const std::size_t first = files.size();
        for (const fs::path& path : toml_files(folders, layer.folder / below, error)) {
            RuleFile file{layer.shown + '/' + below + '/' + path.filename().string(), path, {}};
            const auto source = read_source(folders, path);
            if (!source) {
                faults.push_back(fault_of(file.name, "rule.missing_file", "cannot be read"));
                continue;
            }
            try {
                file.tables = toml::parse(*source, path.string());
                files.push_back(std::move(file));
            } catch (const toml::parse_error& broken) {
                faults.push_back({Severity::error, file.name, broken.source().begin.line, broken.source().begin.column,
                                  "rule.toml", std::string(broken.description())});
            }
        }
        std::error_code ignored;
        const bool wanted = (k == 0 && !may_lack) || fs::exists(layer.folder / below, ignored);
        if (error && wanted) {
            faults.push_back(fault_of(layer.shown + '/' + below, "rule.missing_file", "the folder cannot be read"));
        }
        Ids ids, shared;
        for (std::size_t f = first; f < files.size(); ++f) collect_ids(files[f].tables, ids, shared);
        for (std::size_t f = 0; f < first; ++f) remove_replaced(files[f].tables, ids, shared);
        for (std::size_t f = first; f < files.size(); ++f) remove_switched_off(files[f], known, faults);
        known.insert(ids.begin(), ids.end());
    }
    return files;
}

void check_layers(const KnowledgeFolders& folders, Diagnostics& faults) {
    for (std::size_t k = 1; k < folders.gazetteers.size(); ++k) check_gazetteer_layer(folders.gazetteers[k], faults);
    for (std::size_t k = 1; k < folders.rules.size(); ++k) check_rule_layer(folders.rules[k], faults);
}

}  // namespace hardfacts
