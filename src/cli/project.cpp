#include "cli/project.h"

#include <toml++/toml.h>

#include <fstream>
#include <iterator>
#include <utility>

namespace hardfacts::cli {

namespace fs = std::filesystem;

namespace {

class ProjectReader {
public:
    ProjectReader(const fs::path& file, Diagnostics& faults) : file_(file), faults_(faults) {}

    Project read() {
        std::error_code ignored;
        std::ifstream in(file_, std::ios::binary);
        if (!in || fs::is_directory(file_, ignored)) {
            faults_.push_back(
                {Severity::error, file_.string(), 0, 0, "project.unreadable", "the project file cannot be read"});
            return {};
        }
        const std::string source{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        try {
            take(toml::parse(source));
        } catch (const toml::parse_error& broken) {
            tell(broken.source(), "project.toml", std::string(broken.description()));
        }
        return std::move(project_);
    }

private:
    void tell(const toml::source_region& at, const char* code, std::string message) {
        faults_.push_back({Severity::error, file_.string(), at.begin.line, at.begin.column, code, std::move(message)});
    }

    void take(const toml::table& tables) {
        for (const auto& [key, node] : tables) {
            if (key.str() == "knowledge") {
                std::vector<ProjectFolder> one;
                take_folder(node, one);
                if (!one.empty()) project_.knowledge = one.front();
            } else if (key.str() == "gazetteers") {
                take_folders(node, project_.gazetteers);
            } else if (key.str() == "rules") {
                take_folders(node, project_.rules);
            } else {
                tell(key.source(), "project.key",
                     "unknown key " + std::string(key.str()) + "; there are knowledge, gazetteers and rules");
            }
        }
    }

    void take_folders(const toml::node& node, std::vector<ProjectFolder>& out) {
        const toml::array* list = node.as_array();
        if (list == nullptr) return take_folder(node, out);
        for (const toml::node& one : *list) take_folder(one, out);
    }

    void take_folder(const toml::node& node, std::vector<ProjectFolder>& out) {
        const auto written = node.value<std::string>();
        if (node.is_string() && written && !written->empty()) {
            out.push_back({*written, (file_.parent_path() / *written).lexically_normal()});
        } else {
            tell(node.source(), "project.type", "write the path of a folder in quotes, or a list of such");
        }
    }

    const fs::path& file_;
    Diagnostics& faults_;
    Project project_;
};

}  // namespace

std::optional<fs::path> find_project(const fs::path& folder) {
    std::error_code error;
    for (fs::path at = fs::absolute(folder, error).lexically_normal(); !error; at = at.parent_path()) {
        std::error_code ignored;
        if (fs::exists(at / "hardfacts.toml", ignored)) return at / "hardfacts.toml";
        if (at == at.parent_path()) break;
    }
    return std::nullopt;
}

Project read_project(const fs::path& file, Diagnostics& faults) { return ProjectReader(file, faults).read(); }

}  // namespace hardfacts::cli
