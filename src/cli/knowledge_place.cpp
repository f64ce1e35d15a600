#include "cli/knowledge_place.h"

namespace hardfacts::cli {

namespace fs = std::filesystem;

bool holds_knowledge(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "gazetteers", ignored) && fs::is_directory(folder / "rules", ignored);
}

namespace {

Diagnostic not_found(const std::string& file, const std::string& message) {
    return {Severity::error, file, 0, 0, "knowledge.not_found", message};
}

}  // namespace

std::variant<fs::path, Diagnostic> find_knowledge(const std::string& named, const char* environment,
                                                  const fs::path& program) {
    if (!named.empty()) {
        if (holds_knowledge(named)) return fs::path(named);
        return not_found(named, "--knowledge names a folder without rules/ and gazetteers/");
    }
    if (environment != nullptr && *environment != '\0') {
        if (holds_knowledge(environment)) return fs::path(environment);
        return not_found(environment, "HARDFACTS_KNOWLEDGE names a folder without rules/ and gazetteers/");
    }
    const fs::path beside = program.parent_path();
    for (const fs::path& place : {beside / "../share/hardfacts", beside / "../.."}) {
        if (holds_knowledge(place)) return place.lexically_normal();
    }
    return not_found("",
                     "rules/ and gazetteers/ are not beside the program; name their folder with --knowledge DIR or "
                     "HARDFACTS_KNOWLEDGE");
}

}  // namespace hardfacts::cli
