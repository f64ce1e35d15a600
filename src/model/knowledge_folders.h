// Enters: where rules and gazetteers lie. Leaves: KnowledgeFolders, what everything that loads knowledge is given.
// Read in knowledge/layers.h; tested in tests/knowledge/layers_test.cpp.
#pragma once

#include <algorithm>
#include <concepts>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace hardfacts {

/// A folder of gazetteers (companies.csv, …) or of rules (values/, names/, relations/, claims/).
struct KnowledgeLayer {
    std::filesystem::path folder;
    std::string shown;  ///< how it is called in faults and in what a mention or fact says it is `by`
};

/// What rules and gazetteers are made of, layer upon layer: the first of each must be complete; those behind it hold
/// what a user adds, and what stands there under an id that an earlier layer has takes its place.
struct KnowledgeFolders {
    std::vector<KnowledgeLayer> rules, gazetteers;
    /// Read in place of the file at that path: what a file is going to hold, for checks before it is written.
    std::map<std::filesystem::path, std::string> drafts;

    KnowledgeFolders() = default;
    /// `root/rules` and `root/gazetteers`, shown without the root.
    template <std::convertible_to<std::filesystem::path> Path>
    KnowledgeFolders(const Path& root) {  // NOLINT(google-explicit-constructor): a folder is the usual case
        const std::filesystem::path folder(root);
        rules.push_back({folder / "rules", "rules"});
        gazetteers.push_back({folder / "gazetteers", "gazetteers"});
    }

    /// A layer on top of the others; `shown` is empty or what it is to be called instead of its path.
    void add_rules(const std::string& folder, std::string shown = {}) { add(rules, folder, std::move(shown)); }
    void add_gazetteers(const std::string& folder, std::string shown = {}) {
        add(gazetteers, folder, std::move(shown));
    }

private:
    /// Two layers are never called the same: `gazetteers` is the first one's name already.
    static void add(std::vector<KnowledgeLayer>& layers, const std::string& folder, std::string shown) {
        if (shown.empty()) shown = folder;
        while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
        const auto is_taken = [&](const KnowledgeLayer& layer) { return layer.shown == shown; };
        while (std::any_of(layers.begin(), layers.end(), is_taken)) shown.insert(0, "./");
        layers.push_back({folder, std::move(shown)});
    }
};

}  // namespace hardfacts
