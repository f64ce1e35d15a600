#include "cli/loading.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/knowledge_place.h"
#include "cli/project.h"

namespace hardfacts::cli {

namespace fs = std::filesystem;

namespace {

Project project_of(const KnowledgeOptions& options, Diagnostics& faults) {
    if (options.no_project) return {};
    if (!options.project.empty()) return read_project(options.project, faults);
    std::error_code ignored;
    const auto found = find_project(fs::current_path(ignored));
    if (!found) return {};
    const fs::path near = found->lexically_proximate(fs::current_path(ignored));
    return read_project(near, faults);
}

}  // namespace

void declare_knowledge(CLI::App& app, KnowledgeOptions& options) {
    app.add_option("--knowledge", options.knowledge,
                   "the folder of rules/ and gazetteers/ (else HARDFACTS_KNOWLEDGE, else the program's own)")
        ->type_name("DIR");
    app.add_option("--gazetteers", options.gazetteers,
                   "a folder with gazetteers of your own: rows are added, or take the place of rows with their id")
        ->type_name("DIR")
        ->allow_extra_args(false);
    app.add_option("--rules", options.rules,
                   "a folder with rules of your own: they are added, or take the place of rules with their id")
        ->type_name("DIR")
        ->allow_extra_args(false);
    app.add_option("--project", options.project,
                   "the project file that names such folders (else hardfacts.toml of this folder or one above)")
        ->type_name("FILE");
    app.add_flag("--no-project", options.no_project, "look for no project file");
}

std::variant<KnowledgeFolders, Diagnostics> knowledge_folders(const KnowledgeOptions& options) {
    Diagnostics faults;
    const Project project = project_of(options, faults);
    std::error_code ignored;
    const char* environment = std::getenv("HARDFACTS_KNOWLEDGE");
    const bool named = !options.knowledge.empty() || (environment != nullptr && *environment != '\0');
    std::variant<fs::path, Diagnostic> place;
    if (!named && project.knowledge) {
        place = project.knowledge->path;
        if (!holds_knowledge(project.knowledge->path)) {
            place = Diagnostic{Severity::error,
                               project.knowledge->path.string(),
                               0,
                               0,
                               "knowledge.not_found",
                               "the project file names a folder without rules/ and gazetteers/"};
        }
    } else {
        place = find_knowledge(options.knowledge, environment, fs::read_symlink("/proc/self/exe", ignored));
    }
    if (const auto* fault = std::get_if<Diagnostic>(&place)) faults.push_back(*fault);
    if (!faults.empty()) return faults;
    KnowledgeFolders folders(std::get<fs::path>(place));
    for (const ProjectFolder& folder : project.gazetteers) {
        folders.add_gazetteers(folder.path.string(), folder.written);
    }
    for (const ProjectFolder& folder : project.rules) folders.add_rules(folder.path.string(), folder.written);
    for (const std::string& folder : options.gazetteers) folders.add_gazetteers(folder);
    for (const std::string& folder : options.rules) folders.add_rules(folder);
    return folders;
}

std::variant<Extractor, Diagnostics> load_extractor(const KnowledgeOptions& options) {
    auto folders = knowledge_folders(options);
    if (auto* faults = std::get_if<Diagnostics>(&folders)) return std::move(*faults);
    return Extractor::load(std::get<KnowledgeFolders>(folders));
}

}  // namespace hardfacts::cli
