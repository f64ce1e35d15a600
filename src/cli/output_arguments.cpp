#include "cli/output_arguments.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "cli/terminal.h"
#include "write/formats.h"

namespace hardfacts::cli {

namespace {

namespace fs = std::filesystem;

std::string known_extensions() {
    std::string names;
    for (const OutputFormat& format : output_formats()) {
        if (!format.extensions.empty()) names += (names.empty() ? "" : ", ") + dotted_extensions(format, ", ");
    }
    return names;
}

bool same_file(const std::string& a, const std::string& b) {
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(a), ignored) == fs::weakly_canonical(fs::absolute(b), ignored);
}

/// What is wrong with one -o among the others, or empty.
std::string file_fault(const OutputArguments& arguments, std::size_t index, const std::vector<std::string>& inputs) {
    const std::string& output = arguments.files[index];
    const bool standard = output == "-";
    if (standard && arguments.table) return "-o - and --table both want standard output; name a file for one of them";
    if (!standard && output_format_by_extension(output) == nullptr) {
        return "-o " + output + ": no format is written to such a name; there are " + known_extensions() +
               " (and - for JSON Lines on standard output)";
    }
    for (std::size_t k = 0; k < index; ++k) {
        if (arguments.files[k] == output || (!standard && same_file(arguments.files[k], output))) {
            return "-o " + output + " is named twice";
        }
    }
    const bool is_input = std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
        return !standard && input != "-" && same_file(input, output);
    });
    return is_input ? "-o " + output + " is also an input; write to another file" : "";
}

/// The HTML report of the same run, as a link from beside `file` leads to it; empty where there is none.
std::string report_link(const OutputArguments& arguments, const std::string& file) {
    for (const std::string& other : arguments.files) {
        const OutputFormat* format = other == "-" ? nullptr : output_format_by_extension(other);
        if (format == nullptr || format->name != "html") continue;
        std::error_code error;
        const fs::path link = fs::relative(fs::absolute(other), fs::absolute(file).parent_path(), error);
        return error || link.empty() ? fs::absolute(other).generic_string() : link.generic_string();
    }
    return "";
}

std::string open_file(const OutputArguments& arguments, const std::string& file, const View& view, Outputs& outputs) {
    const OutputFormat& format = *output_format_by_extension(file);
    std::string fault;
    if (format.append != nullptr) {
        std::unique_ptr<Sink> sink = open_output_file(file, fault);
        if (sink) outputs.add(format, std::move(sink), view, !arguments.no_bom);
        return fault;
    }
    FileTarget target{file, file, report_link(arguments, file)};
    std::unique_ptr<OutputPlace> place;
    std::error_code ignored;
    if (format.in_place && fs::exists(file, ignored)) {
        fault = output_place_fault(file);
    } else if ((place = open_output_place(file, fault, format.in_place))) {
        target.path = place->path();
    }
    if (!fault.empty()) return fault;
    std::unique_ptr<FileWriter> writer = format.open(target, fault);
    if (writer) outputs.add(std::move(writer), std::move(place));
    return fault;
}

}  // namespace

void declare_outputs(CLI::App& app, OutputArguments& arguments) {
    app.add_option("-o,--output", arguments.files,
                   "write to FILE, by its extension (see `hardfacts formats`); - is JSON Lines on standard output; "
                   "several are allowed")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_flag("--table", arguments.table, "show a table of what was found on standard output");
    app.add_flag("--no-bom", arguments.no_bom, "begin no file with a byte order mark (of CSV, Excel wants one)");
}

std::string output_fault(const OutputArguments& arguments, const std::vector<std::string>& inputs) {
    for (std::size_t k = 0; k < arguments.files.size(); ++k) {
        if (std::string fault = file_fault(arguments, k, inputs); !fault.empty()) return fault;
    }
    return "";
}

std::string open_outputs(const OutputArguments& arguments, Outputs& outputs) {
    View view;
    view.width = terminal_width(STDOUT_FILENO);
    view.colour = wants_colour(STDOUT_FILENO);
    const bool to_terminal = arguments.files.empty() && is_terminal(STDOUT_FILENO);
    if (arguments.table || to_terminal) {
        outputs.add(output_format("table"), open_standard_output(), view);
    } else if (arguments.files.empty()) {
        outputs.add(output_format("jsonl"), open_standard_output(), view);
    }
    for (const std::string& file : arguments.files) {
        if (file == "-") {
            outputs.add(output_format("jsonl"), open_standard_output(), view);
        } else if (std::string fault = open_file(arguments, file, view, outputs); !fault.empty()) {
            return fault;
        }
    }
    return outputs.open();
}

bool wants_sources(const OutputArguments& arguments) {
    if (arguments.table || (arguments.files.empty() && is_terminal(STDOUT_FILENO))) return true;
    return std::any_of(arguments.files.begin(), arguments.files.end(), [](const std::string& file) {
        const OutputFormat* format = output_format_by_extension(file);
        return format != nullptr && format->wants_source;
    });
}

std::string files_in_need_of_sources(const OutputArguments& arguments) {
    std::string names;
    for (const std::string& file : arguments.files) {
        const OutputFormat* format = output_format_by_extension(file);
        if (format != nullptr && format->needs_source) names += (names.empty() ? "" : ", ") + file;
    }
    return names;
}

std::string named_files(const OutputArguments& arguments) {
    std::string names;
    for (const std::string& file : arguments.files) {
        if (file != "-") names += (names.empty() ? "" : ", ") + file;
    }
    return names;
}

}  // namespace hardfacts::cli
