#include "cli/input_options.h"

#include <algorithm>
#include <vector>

namespace hardfacts::cli {

void declare_input(CLI::App& app, InputOptions& options) {
    app.add_option("--format", options.format, "read every input as NAME (see `hardfacts formats`)")->type_name("NAME");
    app.add_option("--encoding", options.encoding,
                   "the inputs' charset (Shift_JIS, EUC-JP, windows-1252, ...; else it is decided from the bytes)")
        ->type_name("NAME");
    app.add_flag("--all-text", options.all_text, "of web pages, read what is no part of the article too");
    app.add_option("--max-bytes", options.max_bytes,
                   "refuse a document above N bytes, K, M or G (64M); of feeds and JSON this bounds a record")
        ->type_name("N")
        ->transform(CLI::AsSizeValue(false).description(""));
    app.add_option("--text-field", options.text_field,
                   "JSON: dotted path of the text (text); several, divided by commas, are joined")
        ->type_name("PATH[,PATH]");
    app.add_option("--title-field", options.title_field, "JSON: dotted path of the title")->type_name("PATH");
    app.add_option("--id-field", options.id_field, "JSON: dotted path of the id (id, where there is one)")
        ->type_name("PATH");
    app.add_option("--id-prefix", options.id_prefix, "put TEXT before every document id")->type_name("TEXT");
}

std::string input_fault(const InputOptions& options) {
    const std::vector<InputFormat> formats = input_formats();
    const bool known = std::any_of(formats.begin(), formats.end(),
                                   [&](const InputFormat& format) { return format.name == options.format; });
    if (!options.format.empty() && !known) {
        std::string names;
        for (const InputFormat& format : formats) names += (names.empty() ? "" : ", ") + format.name;
        return "--format " + options.format + ": there is no such format; there are " + names;
    }
    if (options.text_field.empty()) return "--text-field: name the field";
    return "";
}

}  // namespace hardfacts::cli
