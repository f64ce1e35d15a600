// Enters: the folders of rules and gazetteers. Leaves: Workbench, the loaded knowledge together with the files it came
// from, for those who write and review rules and names. Tested in tests/workbench/.
#pragma once

#include <memory>
#include <variant>

#include "model/diagnostic.h"
#include "model/knowledge_folders.h"

namespace hardfacts {

struct Knowledge;

/// Loaded once, then const. The functions of this folder ask it.
class Workbench {
public:
    /// Either the Workbench, or every fault that keeps the knowledge from loading.
    static std::variant<Workbench, Diagnostics> load(KnowledgeFolders folders);

    const KnowledgeFolders& folders() const { return folders_; }
    const Knowledge& knowledge() const { return *knowledge_; }

    ~Workbench();
    Workbench(Workbench&&) noexcept;
    Workbench& operator=(Workbench&&) noexcept;

private:
    Workbench(KnowledgeFolders folders, std::unique_ptr<const Knowledge> knowledge);

    KnowledgeFolders folders_;
    std::unique_ptr<const Knowledge> knowledge_;
};

}  // namespace hardfacts
