// `hardfacts extract`. Tested in tests/e2e/.
#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/extraction.h"
#include "cli/input_options.h"
#include "cli/inputs.h"
#include "cli/loading.h"
#include "cli/output_arguments.h"
#include "cli/outputs.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "hardfacts.h"

namespace hardfacts::cli {

namespace {

struct Options {
    std::vector<std::string> inputs, include;
    OutputArguments output;
    InputOptions input;
    KnowledgeOptions knowledge;
    unsigned threads = 1;
    bool verify = false, quiet = false;
};

constexpr const char* examples = R"(Examples:
  hardfacts extract article.md                     a table on a terminal, JSON Lines into a pipe
  hardfacts extract news/ -o facts.jsonl           a folder, one record a document
  hardfacts extract news/ -o facts.xlsx -o facts.csv     for spreadsheets; several outputs at once
  hardfacts extract news/ -o report.html           to read: texts, their facts, charts, in one page
  hardfacts extract news/ -o facts.db              adds a run to a database
  hardfacts extract feed.jsonl --text-field lead,body.text --id-field guid -o facts.jsonl
  hardfacts extract saved/ --all-text -o facts.jsonl     of web pages, sidebars and footers too
  hardfacts extract archive.txt --encoding Shift_JIS     the charset is not decided from the bytes
  curl -s https://example.com/feed.rss | hardfacts extract - -o facts.jsonl
  zcat feed.jsonl.gz | hardfacts extract - --format jsonl | head

Data go to standard output or to files, which appear whole or not at all; messages go to standard error. The same
input and rules give the same bytes, whatever -j is. Exit status: 0 done, 2 nothing could be done (usage, rules,
outputs), 3 some inputs failed and the others are done.)";

void declare(CLI::App& app, Options& options) {
    app.footer(examples);
    app.add_option("INPUT", options.inputs, "files, folders (walked to the bottom), or - for standard input")
        ->type_name("");
    declare_outputs(app, options.output);
    declare_input(app, options.input);
    app.add_option("--include", options.include,
                   "of folders, take the files whose path or name fits GLOB, whatever their extension")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    app.add_option("-j,--threads", options.threads, "work in N threads; 0: one for each processor (1)")
        ->type_name("N")
        ->check(CLI::Range(0, 256).description(""));
    declare_knowledge(app, options.knowledge);
    app.add_flag("--verify", options.verify, "check every span against the source; exit 3 if one is wrong");
    app.add_flag("-q,--quiet", options.quiet, "say nothing but errors");
}

/// What is wrong with the options, or empty.
std::string usage_fault(const Options& options) {
    if (options.inputs.empty()) return "name at least one INPUT: a file, a folder, or - for standard input";
    if (std::count(options.inputs.begin(), options.inputs.end(), "-") > 1) return "standard input (-) is named twice";
    if (std::string fault = input_fault(options.input); !fault.empty()) return fault;
    return output_fault(options.output, options.inputs);
}

std::string summary(const Options& options, const ExtractionTotals& totals, std::size_t errors, bool written) {
    std::string out = counted(totals.documents, "document") + ", " + counted(totals.mentions, "mention") + ", " +
                      counted(totals.facts, "fact");
    if (options.verify && totals.violations == 0) out += ", every span verified";
    if (errors != 0) out += "; " + counted(errors, "error");
    const std::string files = named_files(options.output);
    if (!files.empty()) out += written ? "; wrote " + files : "; nothing was written to " + files;
    return out;
}

int extract(const Options& options, const Extractor& extractor, Outputs& outputs, Talk& talk) {
    InputList list = list_inputs(options.inputs, {options.include, options.output.files}, input_formats());
    for (const Diagnostic& fault : list.faults) talk.tell(fault);
    const RunPlan plan{std::move(list.inputs), options.input, threads_of(options.threads)};
    const ExtractionTotals totals = run_extraction(plan, options.verify, extractor, outputs, talk);
    // Where nothing at all could be read, what an earlier run wrote is worth more than an empty file.
    const bool write = !totals.outputs_failed && (totals.documents != 0 || talk.errors() == 0);
    std::string fault = write ? outputs.finish() : "";
    if (!fault.empty()) talk.tell_error(fault);
    if (!outputs.all_closed()) {
        talk.tell_summary(summary(options, totals, talk.errors(), write && fault.empty()));
    }
    if (totals.outputs_failed || !fault.empty()) return status_usage;
    return talk.errors() == 0 ? status_done : status_some_failed;
}

}  // namespace

int extract_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Reads news and writes what it claims: who, which chip, how many, how much, how fast.",
                 "hardfacts extract");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    if (const std::string fault = usage_fault(options); !fault.empty()) return usage_error(app, fault);
    Talk talk(options.quiet);
    auto loaded = load_extractor(options.knowledge);
    if (const auto* faults = std::get_if<Diagnostics>(&loaded)) {
        for (const Diagnostic& fault : *faults) talk.tell(fault);
        return status_usage;
    }
    // Left to the end of the program: to free it piece by piece takes longer than to read an article.
    static const Extractor* kept = nullptr;
    kept = new Extractor(std::get<Extractor>(std::move(loaded)));
    Outputs outputs;
    if (const std::string fault = open_outputs(options.output, outputs); !fault.empty()) {
        talk.tell_error(fault);
        return status_usage;
    }
    return extract(options, *kept, outputs, talk);
}

}  // namespace hardfacts::cli
