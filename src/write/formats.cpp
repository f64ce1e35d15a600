#include "write/formats.h"

#include <algorithm>
#include <array>

#include "write/brat.h"
#include "write/fact_csv.h"
#include "write/json.h"
#include "write/label_studio.h"
#include "write/report.h"
#include "write/report_page.h"
#include "write/sqlite.h"
#include "write/table.h"
#include "write/web_annotation.h"
#include "write/xlsx.h"

namespace hardfacts {

namespace {

void append_json_line(std::string& out, const Record& record, const View&) {
    append_json(out, record);
    out += '\n';
}

void append_json_item(std::string& out, const Record& record, const View&) { append_json(out, record); }

constexpr std::array<OutputFormat, 11> table = {{
    {"jsonl", "jsonl", "JSON Lines, one record a line", "", "", "", append_json_line},
    {"json", "json", "a JSON array of records", "[\n", ",\n", "\n]\n", append_json_item},
    {"html", "html htm", "a report to read: the articles, their facts, charts, in one page", report_opening, "",
     report_closing, append_report, nullptr, false, true},
    {"csv", "csv", "a row a fact, for spreadsheets", csv_opening, "", "", append_csv, nullptr, false, true},
    {"tsv", "tsv", "the same with tabs between the cells", tsv_opening, "", "", append_tsv, nullptr, false, true},
    {"xlsx", "xlsx", "a workbook: facts, entities, documents", "", "", "", nullptr, open_xlsx, false, true},
    {"sqlite", "db sqlite sqlite3", "an SQLite database; runs are added to what it holds", "", "", "", nullptr,
     open_sqlite, true, true},
    {"annotations", "jsonld", "W3C Web Annotations, a JSON-LD array", "[\n", ",\n", "\n]\n", append_web_annotations,
     nullptr, false, true},
    {"brat", "brat.tar brat.tar.gz brat.tgz", "brat standoff, a .txt and an .ann a document", "", "", "", nullptr,
     open_brat, false, true, true},
    {"labelstudio", "ls.json", "Label Studio tasks with predictions", "[\n", ",\n", "\n]\n", append_label_studio,
     nullptr, false, true, true},
    {"table", "", "what was found, for the eye (--table)", "", "\n", "", append_table, nullptr, false, true},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Takes the first of the extensions away from them; empty at their end.
std::string_view next_extension(std::string_view& extensions) {
    const std::string_view first = extensions.substr(0, extensions.find(' '));
    extensions.remove_prefix(std::min(first.size() + 1, extensions.size()));
    return first;
}

bool has_extension(std::string_view file, std::string_view extension) {
    return file.size() > extension.size() + 1 && file.ends_with(extension) &&
           file[file.size() - extension.size() - 1] == '.';
}

}  // namespace

std::span<const OutputFormat> output_formats() { return table; }

std::string dotted_extensions(const OutputFormat& format, std::string_view separator) {
    std::string out;
    for (std::string_view left = format.extensions; !left.empty();) {
        if (!out.empty()) out += separator;
        out += '.';
        out += next_extension(left);
    }
    return out;
}

const OutputFormat& output_format(std::string_view name) {
    return *std::find_if(table.begin(), table.end(), [&](const OutputFormat& row) { return row.name == name; });
}

const OutputFormat* output_format_by_extension(std::string_view path) {
    std::string file(path.substr(path.find_last_of('/') + 1));
    std::transform(file.begin(), file.end(), file.begin(), lower);
    const OutputFormat* best = nullptr;
    std::size_t length = 0;
    for (const OutputFormat& row : table) {
        for (std::string_view left = row.extensions; !left.empty();) {
            const std::string_view extension = next_extension(left);
            if (extension.size() <= length || !has_extension(file, extension)) continue;
            best = &row;
            length = extension.size();
        }
    }
    return best;
}

}  // namespace hardfacts
