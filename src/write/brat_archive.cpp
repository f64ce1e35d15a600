// The files of brat.h, and the archive that holds them.
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

#include "model/utf8.h"
#include "write/brat.h"
#include "write/json_text.h"
#include "write/valid_text.h"

namespace hardfacts {

namespace {

constexpr std::size_t longest_part = 180;  // bytes of a folder's or file's name: most systems allow 255

/// A part of a path that is safe on every system: no device, no hidden file, no way up.
std::string safe_part(std::string_view part) {
    constexpr std::string_view refused = "\\:*?\"<>|";
    std::string out;
    for (const char c : part) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        out += control || refused.find(c) != refused.npos ? '_' : c;
    }
    if (out.size() > longest_part) {
        std::size_t end = longest_part;
        while (end != 0 && !is_lead(out[end])) --end;
        out.resize(end);
    }
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.back() = '_';
    if (!out.empty() && out.front() == '.') out.front() = '_';
    return out;
}

class BratWriter : public FileWriter {
public:
    explicit BratWriter(const FileTarget& target) : name_(target.name), archive_(archive_write_new()) {}
    BratWriter(const BratWriter&) = delete;
    BratWriter& operator=(const BratWriter&) = delete;
    ~BratWriter() override { archive_write_free(archive_); }

    std::string open(const FileTarget& target) {
        bool done = archive_write_set_format_gnutar(archive_) == ARCHIVE_OK;
        if (target.name.ends_with("gz") || target.name.ends_with("GZ")) {
            // Without the hour in it, so that the same records give the same bytes.
            done = done && archive_write_add_filter_gzip(archive_) == ARCHIVE_OK &&
                   archive_write_set_filter_option(archive_, "gzip", "timestamp", nullptr) == ARCHIVE_OK;
        }
        done = done && archive_write_open_filename(archive_, target.path.c_str()) == ARCHIVE_OK;
        return done ? "" : told();
    }

    std::string add(const Record& record, std::string_view source) override {
        if (source.empty()) return "";
        const PlainSource plain(source);
        const std::string path = free_path(brat_path(record.doc.id));
        std::string annotations;
        append_brat(annotations, record, plain);
        std::string fault = put(path + ".txt", plain.text());
        if (fault.empty()) fault = put(path + ".ann", annotations);
        add_to_list(path, record);
        add_types(record);
        return fault;
    }

    std::string finish() override {
        if (std::string fault = put("documents.jsonl", list_); !fault.empty()) return fault;
        if (std::string fault = put("annotation.conf", configuration()); !fault.empty()) return fault;
        return archive_write_close(archive_) == ARCHIVE_OK ? "" : told();
    }

private:
    /// Some file systems hold no two names that differ in case alone.
    std::string free_path(const std::string& path) {
        std::string name = path;
        for (std::size_t count = 2; !taken_.insert(lower_case(name)).second; ++count) {
            name = path + '~' + std::to_string(count);
        }
        return name;
    }

    static std::string lower_case(std::string text) {
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return text;
    }

    std::string put(const std::string& path, std::string_view content) {
        constexpr std::int64_t year_2000 = 946684800;  // the same in every run, and late enough for tar not to wonder
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, path.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, year_2000, 0);
        const bool done =
            archive_write_header(archive_, entry) == ARCHIVE_OK &&
            archive_write_data(archive_, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
        archive_entry_free(entry);
        return done ? "" : told();
    }

    /// Paths may have been changed, and brat has no place for what else is known of a document.
    void add_to_list(const std::string& path, const Record& record) {
        const auto member = [&](std::string_view key, const std::optional<std::string>& text) {
            list_ += key;
            if (text) {
                append_json_string(list_, *text);
            } else {
                list_ += "null";
            }
        };
        member(R"({"path":)", path);
        member(R"(,"id":)", record.doc.id);
        member(R"(,"title":)", record.doc.title);
        member(R"(,"published":)", record.doc.published);
        member(R"(,"sha256":)", record.sha256);
        list_ += "}\n";
    }

    void add_types(const Record& record) {
        for (const RecordFact& fact : record.facts) {
            std::set<std::string>& roles = events_[brat_type(fact.attribute)];
            for (const auto& [role, entities] : fact.roles) roles.insert(brat_type(role));
        }
        for (const RecordRelation& relation : record.relations) relations_.insert(brat_type(relation.type));
    }

    /// annotation.conf: every type of mention, and the types of facts and relations that were met.
    std::string configuration() const {
        std::string out = "[entities]\n";
        for (int type = 0; type <= static_cast<int>(MentionType::date); ++type) {
            out += std::string(to_string(static_cast<MentionType>(type))) + '\n';
        }
        out += "\n[relations]\n<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n";
        for (const std::string& relation : relations_) out += relation + "\tArg1:<ENTITY>, Arg2:<ENTITY>\n";
        out += "\n[events]\n";
        for (const auto& [event, roles] : events_) {
            out += event + "\tsubject?:<ENTITY>";
            for (const std::string& role : roles) out += ", " + role + "*:<ENTITY>";
            out += '\n';
        }
        out += "\n[attributes]\nmodality\tArg:<ANY>, Value:reported|planned|hypothetical|negated\n";
        out += "direction\tArg:<EVENT>, Value:up|down\n";
        return out;
    }

    std::string told() const {
        const char* reason = archive_error_string(archive_);
        return name_ + ": cannot write: " + (reason != nullptr ? reason : "unknown fault of the archive");
    }

    std::string name_;
    archive* archive_;
    std::set<std::string> taken_;
    std::string list_;
    std::map<std::string, std::set<std::string>> events_;  ///< and their roles
    std::set<std::string> relations_;
};

}  // namespace

std::string brat_path(std::string_view id) {
    const std::string valid = valid_text(id);
    std::string_view left = valid;
    if (left.ends_with(".txt")) left.remove_suffix(4);
    std::string out;
    while (!left.empty()) {
        const std::string part = safe_part(left.substr(0, left.find('/')));
        left.remove_prefix(std::min(left.size(), left.find('/') == left.npos ? left.size() : left.find('/') + 1));
        if (part.empty()) continue;
        if (!out.empty()) out += '/';
        out += part;
    }
    return out.empty() ? "_" : out;
}

std::unique_ptr<FileWriter> open_brat(const FileTarget& target, std::string& fault) {
    auto writer = std::make_unique<BratWriter>(target);
    fault = writer->open(target);
    return fault.empty() ? std::move(writer) : nullptr;
}

}  // namespace hardfacts
