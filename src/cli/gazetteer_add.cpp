// `hardfacts gazetteer add`. Tested in tests/e2e/gazetteer_test.py.
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <system_error>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output_file.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "workbench/gazetteer_add.h"

namespace hardfacts::cli {

namespace {

struct Options {
    KnowledgeOptions knowledge;
    std::string type, id, name, aliases, aliases_ja, flags, rows;
    std::vector<std::string> cells;
    bool replaces = false, dry = false;
};

void declare(CLI::App& app, Options& options) {
    app.footer(R"(Examples:
  hardfacts gazetteer add company --name "Kestrel Compute" --aliases "Kestrel?" --set country=GB --gazetteers mine
  hardfacts gazetteer add chip --name "Kestrel K2" --set maker=kestrel-compute --set kind=accelerator --dry-run
  hardfacts gazetteer suggest news/ --rows company > new.csv     then look at them, and
  hardfacts gazetteer add company --rows new.csv --gazetteers mine

The row goes to the file of its type in the last layer: that of the last --gazetteers, else of the project file, else the
program's own. It is refused if the gazetteers would not load with it, or if `hardfacts gazetteer lint` would find
something new; the file is replaced whole or not at all. Exit status: 0 added, 2 refused, and nothing was written.)");
    app.add_option("TYPE", options.type, "company, chip, system, product, place or person")->type_name("")->required();
    app.add_option("--name", options.name, "how records shall call it; a surface itself")->type_name("NAME");
    app.add_option("--id", options.id, "its slug, never to be changed (made of the name)")->type_name("SLUG");
    app.add_option("--aliases", options.aliases, "other surfaces, divided by ; and with their marks")
        ->type_name("LIST");
    app.add_option("--aliases-ja", options.aliases_ja, "the Japanese ones")->type_name("LIST");
    app.add_option("--flags", options.flags, "ambiguous_name, exact_case, not_surface, common_word")->type_name("LIST");
    app.add_option("--set", options.cells, "another column of the file")
        ->type_name("COLUMN=CELL")
        ->allow_extra_args(false);
    app.add_option("--rows", options.rows, "rows from a CSV file with a header, - for standard input, instead")
        ->type_name("FILE");
    app.add_flag("--replace", options.replaces, "take the place of an earlier layer's row with this id");
    app.add_flag("--dry-run", options.dry, "check, and print the rows instead of writing them");
    declare_knowledge(app, options.knowledge);
}

/// The row of the options; what is wrong with them goes to `fault`.
NewRow row_of(const Options& options, std::string& fault) {
    NewRow row = {{"id", options.id.empty() ? slug_for(options.name) : options.id},
                  {"name", options.name},
                  {"aliases", options.aliases},
                  {"aliases_ja", options.aliases_ja},
                  {"flags", options.flags}};
    for (const std::string& cell : options.cells) {
        const std::size_t at = cell.find('=');
        if (at == std::string::npos || at == 0) {
            fault = "--set " + cell + ": write COLUMN=CELL";
            return row;
        }
        row.emplace_back(cell.substr(0, at), cell.substr(at + 1));
    }
    return row;
}

/// Nothing, and `fault` set, where the file cannot be read.
std::vector<NewRow> rows_of_file(const std::string& path, std::string& fault, Diagnostics& faults) {
    std::ifstream file;
    std::error_code ignored;
    if (path != "-") file.open(path, std::ios::binary);
    if (path != "-" && (!file || std::filesystem::is_directory(path, ignored))) {
        fault = path + ": cannot be read";
        return {};
    }
    std::istream& in = path == "-" ? std::cin : file;
    return read_new_rows(path == "-" ? "<stdin>" : path,
                         {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}, faults);
}

/// Holds the layer's folder for this program alone, so that two that add at once do not lose a row.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder) : file_(::open(folder.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (file_ >= 0) ::flock(file_, LOCK_EX);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock() {
        if (file_ >= 0) ::close(file_);
    }

private:
    int file_;
};

std::string new_lines(const GrownFile& file) {
    std::size_t at = 0;
    for (std::size_t line = 1; line < file.first_line; ++line) at = file.content.find('\n', at) + 1;
    return file.content.substr(at);
}

int write_rows(const GrownFile& file, Talk& talk) {
    std::string fault;
    const std::unique_ptr<Sink> sink = open_output_file(file.path.string(), fault);
    if (sink) fault = sink->write(file.content);
    if (sink && fault.empty()) fault = sink->finish();
    if (!fault.empty()) {
        talk.tell_error(fault);
        return status_usage;
    }
    std::cout << file.shown << ':' << file.first_line << ": " << new_lines(file);
    return status_done;
}

}  // namespace

int gazetteer_add_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Adds a row to a gazetteer, checked first.", "hardfacts gazetteer add");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    if (options.name.empty() == options.rows.empty()) return usage_error(app, "name what to add: --name, or --rows");
    Talk talk(false);
    const auto folders = knowledge_folders(options.knowledge);
    std::string fault;
    Diagnostics faults;
    if (const auto* unplaced = std::get_if<Diagnostics>(&folders)) faults = *unplaced;
    std::vector<NewRow> rows;
    if (options.rows.empty())
        rows.push_back(row_of(options, fault));
    else
        rows = rows_of_file(options.rows, fault, faults);
    if (!fault.empty()) return usage_error(app, fault);
    if (faults.empty()) {
        const auto& layers = std::get<KnowledgeFolders>(folders);
        const FolderLock lock(layers.gazetteers.back().folder);
        const auto grown = grow_gazetteer(layers, options.type, rows, options.replaces);
        if (const auto* file = std::get_if<GrownFile>(&grown)) {
            if (!options.dry) return write_rows(*file, talk);
            std::cout << new_lines(*file);
            return status_done;
        }
        faults = std::get<Diagnostics>(grown);
    }
    for (const Diagnostic& one : faults) talk.tell(one);
    talk.tell_summary("refused: nothing was written");
    return status_usage;
}

}  // namespace hardfacts::cli
