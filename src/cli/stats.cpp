// `hardfacts stats`: what records hold, counted. Tested in tests/e2e/stats_test.py.
#include <unistd.h>

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/record_input.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "cli/terminal.h"
#include "write/statistics.h"

namespace hardfacts::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    std::size_t most = 10;
    bool json = false;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  hardfacts stats facts.jsonl                    charts: facts by kind, attribute, company, document, month, ...
  hardfacts stats facts.jsonl --top 30           more rows of each; 0 shows all
  hardfacts extract news/ | hardfacts stats -    of what was just found
  hardfacts stats facts.jsonl --json | jq .kind  for programs

A fact counts for a company that is its subject or has a role in it. Exit status: 0 done, 2 usage, 3 some records could
not be read and the others are counted.)";

void declare(CLI::App& app, Options& options) {
    app.footer(examples);
    app.add_option("RECORDS", options.inputs, "files of records, .jsonl or .json, or - for standard input")
        ->type_name("")
        ->required();
    app.add_option("--top", options.most, "rows of each chart; 0 shows all")->type_name("N")->capture_default_str();
    app.add_flag("--json", options.json, "write one JSON object instead");
    app.add_flag("-q,--quiet", options.quiet, "say nothing but errors");
}

}  // namespace

int stats_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Counts what records hold.", "hardfacts stats");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    Talk talk(options.quiet);
    Statistics statistics;
    read_records(options.inputs, talk, [&](Record&& record) {
        statistics.add(record);
        talk.show_progress(statistics.documents());
        return true;
    });
    talk.clear_progress();
    if (statistics.documents() == 0 && talk.errors() != 0) return status_some_failed;
    std::string out;
    if (options.json)
        statistics.append_json(out);
    else
        statistics.append_text(out, {terminal_width(STDOUT_FILENO), options.most, wants_colour(STDOUT_FILENO)});
    const auto standard_output = open_standard_output();
    std::string fault = standard_output->write(out);
    if (fault.empty()) fault = standard_output->finish();
    if (!fault.empty()) {
        talk.tell_error(fault);
        return status_usage;
    }
    return talk.errors() == 0 ? status_done : status_some_failed;
}

}  // namespace hardfacts::cli
