// `hardfacts formats`. Tested in tests/e2e/.
#include <iostream>
#include <string>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/status.h"
#include "hardfacts.h"
#include "write/formats.h"

namespace hardfacts::cli {

namespace {

void print_row(const std::string& name, const std::string& extensions, const std::string& what) {
    const auto column = [](const std::string& text, std::size_t width) {
        return text + std::string(text.size() < width ? width - text.size() : 1, ' ');
    };
    std::cout << "  " << column(name, 13) << column(extensions, 32) << what << '\n';
}

}  // namespace

int formats_command(std::span<const std::string> arguments) {
    CLI::App app("Lists the formats that can be read and written.", "hardfacts formats");
    if (const auto status = parse(app, arguments)) return *status;
    std::cout << "read (--format NAME, or by the file's name, or by its beginning):\n";
    for (const InputFormat& format : input_formats()) {
        std::string extensions;
        for (const std::string& extension : format.extensions) extensions += '.' + extension + ' ';
        print_row(format.name, extensions, format.reads);
    }
    std::cout << "written (-o FILE, by the file's name):\n";
    for (const OutputFormat& format : output_formats()) {
        print_row(std::string(format.name), dotted_extensions(format, " "), std::string(format.writes));
    }
    return status_done;
}

}  // namespace hardfacts::cli
