#include "cli/loading.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/knowledge_place.h"

namespace hardfacts::cli {

std::variant<Extractor, Diagnostics> load_extractor(const std::string& named) {
    std::error_code ignored;
    auto place = find_knowledge(named, std::getenv("HARDFACTS_KNOWLEDGE"),
                                std::filesystem::read_symlink("/proc/self/exe", ignored));
    if (auto* fault = std::get_if<Diagnostic>(&place)) return Diagnostics{std::move(*fault)};
    return Extractor::load(std::get<std::filesystem::path>(place));
}

}  // namespace hardfacts::cli
