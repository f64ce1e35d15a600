#include "write/xlsx_check.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace hardfacts {

namespace {

/// Longer than the beginning of a part up to the name of its first element, and than the end of one.
constexpr std::size_t kept = 256;

/// "worksheet" of `<?xml ...?>\n<worksheet xmlns=...`.
std::string_view first_element(std::string_view text) {
    const std::size_t begin = text.find('<', text.starts_with("<?") ? 2 : 0);
    if (begin == std::string_view::npos) return "";
    text.remove_prefix(begin + 1);
    return text.substr(0, text.find_first_of(" >/\n"));
}

bool is_whole(std::string_view begin, std::string_view end) {
    const std::string name(first_element(begin));
    while (end.ends_with('\n')) end.remove_suffix(1);
    return !name.empty() && (end.ends_with("</" + name + '>') || (begin.size() < kept && end.ends_with("/>")));
}

/// Whether the entry that was come to is whole.
bool read_entry(archive* in) {
    std::array<char, 65536> buffer;
    std::string begin, end;
    for (;;) {
        const la_ssize_t size = archive_read_data(in, buffer.data(), buffer.size());
        if (size < 0) return false;
        if (size == 0) return is_whole(begin, end);
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(size));
        if (begin.size() < kept) begin += piece.substr(0, kept - begin.size());
        end += piece.substr(piece.size() - std::min(piece.size(), kept));
        if (end.size() > kept) end.erase(0, end.size() - kept);
    }
}

}  // namespace

std::string xlsx_fault(const std::string& path) {
    const std::unique_ptr<archive, int (*)(archive*)> in(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(in.get());
    int status = archive_read_open_filename(in.get(), path.c_str(), 65536);
    archive_entry* entry = nullptr;
    while (status == ARCHIVE_OK && (status = archive_read_next_header(in.get(), &entry)) == ARCHIVE_OK) {
        if (!read_entry(in.get())) {
            return "it breaks off in " + std::string(archive_entry_pathname(entry)) +
                   ", probably for lack of room for temporary files: name a folder with more in TMPDIR";
        }
    }
    return status == ARCHIVE_EOF ? "" : "it cannot be read again";
}

}  // namespace hardfacts
