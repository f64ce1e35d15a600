// Enters: KnowledgeFolders. Leaves: the rows of a gazetteer, or the tables of a folder of rules, over all layers: what
// a later layer says under an id stands in place of what an earlier one says. Tested in
// tests/knowledge/layers_test.cpp.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/csv.h"
#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

/// The draft of that path, else what the file holds; nothing where it cannot be read.
std::optional<std::string> read_source(const KnowledgeFolders& folders, const std::filesystem::path& path);

/// The rows of `file` ("companies.csv"). The first layer's file must be there and have the columns `required`; another
/// layer may lack the file, and any column but `keys`. Rows of a later layer replace those that have the same cells in
/// `keys`.
CsvTable load_rows(const KnowledgeFolders& folders, std::string_view file,
                   std::initializer_list<std::string_view> required, std::initializer_list<std::string_view> keys,
                   Diagnostics& faults);

/// A rule file. Of each list of tables ([[rule]], [[words]], …) those are left out whose id a later layer has, and
/// those that say `off = true`; of [shared] the names that a later layer has.
struct RuleFile {
    std::string name;  ///< "rules/values/words.toml"
    std::filesystem::path path;
    toml::table tables;
};

/// Every *.toml of the folder `below` ("values") of every layer, each layer's in the order of their names. A layer may
/// lack the folder; the first one only where `may_lack` says so.
std::vector<RuleFile> load_rule_files(const KnowledgeFolders& folders, const std::string& below, bool may_lack,
                                      Diagnostics& faults);

/// Faults of the layers as a whole: folders that are not there, and files and folders in them that nothing would read.
void check_layers(const KnowledgeFolders& folders, Diagnostics& faults);

}  // namespace hardfacts
