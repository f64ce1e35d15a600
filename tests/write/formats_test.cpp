#include "write/formats.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>

using namespace hardfacts;

TEST_CASE("a file's name decides its format") {
    struct Row {
        std::string_view path, format;
    };
    const Row rows[] = {{"out.jsonl", "jsonl"},
                        {"a/b.c/out.JSON", "json"},
                        {"out.json", "json"},
                        {"report.html", "html"},
                        {"report.HTM", "html"},
                        {"out.CSV", "csv"},
                        {"out.tsv", "tsv"},
                        {"out.docx", ""},
                        {"out", ""},
                        {".jsonl", ""},
                        {"a.json/out", ""},
                        {"out.", ""},
                        {"", ""},
                        {"out.table", ""},
                        {"facts.db", "sqlite"},
                        {"facts.SQLite", "sqlite"},
                        {"facts.jsonld", "annotations"},
                        {"facts.ls.json", "labelstudio"},
                        {"facts.LS.JSON", "labelstudio"},
                        {"ls.json", "json"},
                        {".ls.json", "json"},
                        {"factsls.json", "json"},
                        {"facts.brat.tar", "brat"},
                        {"facts.brat.tar.gz", "brat"},
                        {"facts.tar", ""},
                        {"brat.tar", ""},
                        {"-", ""}};
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const OutputFormat* format = output_format_by_extension(row.path);
        CHECK((format == nullptr ? "" : format->name) == row.format);
    }
}

TEST_CASE("every row of the table can be asked for by its name and its extension") {
    for (const OutputFormat& row : output_formats()) {
        CHECK(&output_format(row.name) == &row);
        std::istringstream extensions{std::string(row.extensions)};
        for (std::string one; extensions >> one;) CHECK(output_format_by_extension("x." + one) == &row);
        CHECK_FALSE(row.writes.empty());
        CHECK((row.append != nullptr) != (row.open != nullptr));
    }
}
