#include "cli/source_finder.h"

#include <filesystem>
#include <fstream>
#include <utility>

namespace hardfacts::cli {

namespace {

/// Of a file that holds many records so much is kept; the sources of those behind are not found.
constexpr std::size_t most_kept = std::size_t{256} << 20U;

}  // namespace

std::string SourceFinder::source_of(const Record& record) {
    if (!record.doc.path || *record.doc.path == "<stdin>") return "";
    const std::string field = record.doc.field.value_or("");
    if (*record.doc.path != path_ || field != field_ || record.doc.encoding != encoding_) read(record);
    const auto found = sources_.find(record.sha256);
    return found == sources_.end() ? "" : found->second;
}

void SourceFinder::read(const Record& record) {
    path_ = *record.doc.path;
    field_ = record.doc.field.value_or("");
    encoding_ = record.doc.encoding;
    sources_.clear();
    const std::filesystem::path place = std::filesystem::path(folder_) / path_;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(place, ignored)) return;
    std::ifstream in(place, std::ios::binary);
    InputOptions options;
    options.path = place.string();
    if (!field_.empty()) options.text_field = field_;
    // The charset of a file is the record's; what a record inside a file says is the charset of its string.
    if (!record.doc.record) options.encoding = encoding_;
    std::size_t kept = 0;
    read_documents(
        in, options,
        [&](Document&& document) {
            kept += document.source.size();
            if (kept > most_kept) return false;
            sources_.emplace(source_digest(document), std::move(document.source));
            return true;
        },
        [](Diagnostic&&) {});
}

}  // namespace hardfacts::cli
