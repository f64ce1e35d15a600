#include "workbench/workbench.h"

#include <utility>

#include "knowledge/knowledge.h"

namespace hardfacts {

Workbench::Workbench(KnowledgeFolders folders, std::unique_ptr<const Knowledge> knowledge)
    : folders_(std::move(folders)), knowledge_(std::move(knowledge)) {}
Workbench::~Workbench() = default;
Workbench::Workbench(Workbench&&) noexcept = default;
Workbench& Workbench::operator=(Workbench&&) noexcept = default;

std::variant<Workbench, Diagnostics> Workbench::load(KnowledgeFolders folders) {
    auto loaded = load_knowledge(folders);
    if (auto* faults = std::get_if<Diagnostics>(&loaded)) return std::move(*faults);
    return Workbench(std::move(folders), std::make_unique<const Knowledge>(std::get<Knowledge>(std::move(loaded))));
}

}  // namespace hardfacts
