// A folder of gazetteers with a few rows of the test's own, gone when the test ends.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/names.h"

namespace hardfacts {

using GazetteerRows = std::map<std::string, std::string>;

class GazetteerFolder {
public:
    /// `rows` of each file, without its header: {"companies", "amd,AMD,,,,,\n"}.
    explicit GazetteerFolder(const GazetteerRows& rows) {
        static int count = 0;
        root_ = std::filesystem::temp_directory_path() /
                ("hardfacts-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::create_directories(root_ / "gazetteers");
        for (const auto& [file, header] : headers()) {
            const auto found = rows.find(file);
            write(file, header + "\n" + (found == rows.end() ? std::string() : found->second));
        }
    }
    ~GazetteerFolder() { std::filesystem::remove_all(root_); }
    GazetteerFolder(const GazetteerFolder&) = delete;
    GazetteerFolder& operator=(const GazetteerFolder&) = delete;

    void write(const std::string& file, const std::string& content) const {
        std::ofstream(root_ / "gazetteers" / (file + ".csv"), std::ios::binary) << content;
    }
    const std::filesystem::path& root() const { return root_; }

    /// `file:line:column code` of every fault of loading.
    std::vector<std::string> faults() const {
        Diagnostics found;
        (void)NameTable::load(root_, found);
        std::vector<std::string> out;
        for (const Diagnostic& fault : found) {
            out.push_back(fault.file.substr(fault.file.rfind('/') + 1) + ":" + std::to_string(fault.line) + ":" +
                          std::to_string(fault.column) + " " + fault.code);
        }
        return out;
    }

private:
    static const std::map<std::string, std::string>& headers() {
        static const std::map<std::string, std::string> all = {
            {"companies", "id,name,aliases,aliases_ja,flags,country,owner"},
            {"chips", "id,name,aliases,aliases_ja,flags,pattern,maker"},
            {"systems", "id,name,aliases,aliases_ja,flags,pattern,maker"},
            {"products", "id,name,aliases,aliases_ja,flags,pattern,maker"},
            {"places", "id,name,aliases,aliases_ja,flags,kind,country,admin"},
            {"people", "id,name,aliases,aliases_ja,flags,organization"},
            {"evidence", "type,side,text"}};
        return all;
    }

    std::filesystem::path root_;
};

}  // namespace hardfacts
