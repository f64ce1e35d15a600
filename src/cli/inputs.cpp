#include "cli/inputs.h"

#include <fnmatch.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace hardfacts::cli {

namespace fs = std::filesystem;

namespace {

class Lister {
public:
    Lister(const InputSelection& selection, const std::vector<InputFormat>& formats)
        : selection_(selection), formats_(formats) {}

    void add(const std::string& argument) {
        if (argument == "-") return take({"-", ""});
        std::error_code error;
        const fs::file_status status = fs::status(argument, error);
        if (status.type() == fs::file_type::not_found)
            return fault(argument, "input.missing", "no such file or folder");
        if (error) return fault(argument, "input.unreadable", error.message());
        if (fs::is_directory(status)) return add_folder(argument);
        take({argument, argument});
    }

    InputList result() { return std::move(list_); }

private:
    void fault(const std::string& path, std::string code, std::string message) {
        list_.faults.push_back({Severity::error, path, 0, 0, std::move(code), std::move(message)});
    }

    void warn(const std::string& path, std::string code, std::string message) {
        list_.faults.push_back({Severity::warning, path, 0, 0, std::move(code), std::move(message)});
    }

    void take(Input input) {
        if (!ids_.insert(input.id).second && !input.id.empty()) {
            warn(input.path, "input.same_id",
                 "another input has the doc.id \"" + input.id +
                     "\" too; extract them one by one with --id-prefix to tell them apart");
        }
        list_.inputs.push_back(std::move(input));
    }

    void add_folder(const std::string& folder) {
        std::vector<std::string> found;
        const std::size_t faults_before = list_.faults.size();
        walk(folder, "", found);
        if (found.empty() && list_.faults.size() == faults_before) {
            fault(folder, "input.empty_folder",
                  "the folder holds no file of a known format (" + known_extensions() + ')');
        }
        std::sort(found.begin(), found.end());
        for (const std::string& below : found) take({(fs::path(folder) / below).string(), below});
    }

    void walk(const fs::path& folder, const std::string& below, std::vector<std::string>& found) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            const std::string name = at->path().filename().string();
            if (name.starts_with('.')) continue;
            std::error_code ignored;
            if (at->is_directory(ignored)) {
                if (!at->is_symlink(ignored)) walk(at->path(), below + name + '/', found);
            } else if (wanted(at->path(), below + name)) {
                if (at->is_other(ignored)) {
                    warn(at->path().string(), "input.no_file",
                         "a pipe, socket or device; it is left out (name it to have it read)");
                } else {
                    found.push_back(below + name);
                }
            }
        }
        if (error) fault(folder.string(), "input.unreadable", "the folder cannot be read: " + error.message());
    }

    bool wanted(const fs::path& path, const std::string& below) const {
        const std::string name = path.filename().string();
        const auto fits = [&](const std::string& glob) {
            return fnmatch(glob.c_str(), below.c_str(), 0) == 0 || fnmatch(glob.c_str(), name.c_str(), 0) == 0;
        };
        const bool by_name = selection_.include.empty()
                                 ? known(path.extension().string())
                                 : std::any_of(selection_.include.begin(), selection_.include.end(), fits);
        return by_name && std::none_of(selection_.exclude.begin(), selection_.exclude.end(), [&](const auto& other) {
                   std::error_code ignored;
                   return fs::equivalent(path, other, ignored);
               });
    }

    bool known(std::string extension) const {
        if (extension.size() < 2) return false;
        extension.erase(0, 1);
        for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        return std::any_of(formats_.begin(), formats_.end(), [&](const InputFormat& format) {
            return std::find(format.extensions.begin(), format.extensions.end(), extension) != format.extensions.end();
        });
    }

    std::string known_extensions() const {
        std::string out;
        for (const InputFormat& format : formats_) {
            for (const std::string& extension : format.extensions) out += (out.empty() ? "." : ", .") + extension;
        }
        return out;
    }

    const InputSelection& selection_;
    const std::vector<InputFormat>& formats_;
    std::set<std::string> ids_;
    InputList list_;
};

}  // namespace

InputList list_inputs(const std::vector<std::string>& arguments, const InputSelection& selection,
                      const std::vector<InputFormat>& formats) {
    Lister lister(selection, formats);
    for (const std::string& argument : arguments) lister.add(argument);
    return lister.result();
}

}  // namespace hardfacts::cli
