// `hardfacts convert`: records that were written earlier, in any of the formats. Tested in tests/e2e/convert_test.py.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output_arguments.h"
#include "cli/outputs.h"
#include "cli/record_input.h"
#include "cli/source_finder.h"
#include "cli/status.h"
#include "cli/talk.h"

namespace hardfacts::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    OutputArguments output;
    std::string sources;
    bool quiet = false;
};

constexpr const char* examples = R"(Examples:
  hardfacts convert facts.jsonl -o facts.xlsx -o facts.csv      later, from records
  hardfacts convert a.jsonl b.jsonl -o all.jsonl                several into one
  hardfacts convert facts.jsonl -o facts.db -o facts.jsonld     a run of a database, Web Annotations
  hardfacts convert facts.jsonl -o facts.brat.tar -o facts.ls.json
                            the articles with what was found, for brat and for Label Studio
  hardfacts convert facts.jsonl --sources archive/ -o facts.html
                            the report shows the articles, which are looked for below archive/

Formats that show an article's text read its source again, from the path that the record tells. A source that has
changed since is not shown; what annotation tools are given of it is left out. Exit status: 0 done, 2 usage or an output
that cannot be written, 3 some records or their texts could not be read and the others are done.)";

void declare(CLI::App& app, Options& options) {
    app.footer(examples);
    app.add_option("RECORDS", options.inputs, "files of records, .jsonl or .json, or - for standard input")
        ->type_name("")
        ->required();
    declare_outputs(app, options.output);
    app.add_option("--sources", options.sources, "look for the sources' paths below DIR")->type_name("DIR");
    app.add_flag("-q,--quiet", options.quiet, "say nothing but errors");
}

struct Totals {
    std::size_t documents = 0, facts = 0, without_source = 0;
    bool outputs_failed = false;
};

/// Converts one record. `finder`: where an output shows the sources. False where going on is vain.
bool convert(Record&& record, SourceFinder* finder, Outputs& outputs, Talk& talk, Totals& totals) {
    ++totals.documents;
    totals.facts += record.facts.size();
    std::string source = finder == nullptr ? "" : finder->source_of(record);
    if (finder != nullptr && source.empty()) ++totals.without_source;
    Outputs::Pieces pieces;
    outputs.append(pieces, std::move(record), std::move(source));
    if (const std::string fault = outputs.write(pieces); !fault.empty()) {
        talk.tell_error(fault);
        totals.outputs_failed = true;
        return false;
    }
    talk.show_progress(totals.documents);
    return !outputs.all_closed();
}

int convert_all(const Options& options, Outputs& outputs, Talk& talk) {
    Totals totals;
    std::optional<SourceFinder> finder;
    if (wants_sources(options.output)) finder.emplace(options.sources);
    SourceFinder* const wanted = finder ? &*finder : nullptr;
    read_records(options.inputs, talk,
                 [&](Record&& record) { return convert(std::move(record), wanted, outputs, talk, totals); });
    if (totals.outputs_failed) return status_usage;
    if (totals.documents == 0 && talk.errors() != 0) return status_some_failed;
    if (const std::string fault = outputs.finish(); !fault.empty()) {
        talk.tell_error(fault);
        return status_usage;
    }
    const std::string in_need = files_in_need_of_sources(options.output);
    if (totals.without_source != 0 && !in_need.empty()) {
        talk.tell_error(in_need + ": lacks " + std::to_string(totals.without_source) +
                        " documents, whose texts were not found or have changed; name their folder by --sources");
    }
    const std::string files = named_files(options.output);
    std::string summary = std::to_string(totals.documents) + " documents, " + std::to_string(totals.facts) + " facts";
    if (totals.without_source != 0) {
        summary += "; the source of " + std::to_string(totals.without_source) + " was not found (--sources DIR)";
    }
    if (!outputs.all_closed()) talk.tell_summary(summary + (files.empty() ? "" : "; wrote " + files));
    return talk.errors() == 0 ? status_done : status_some_failed;
}

}  // namespace

int convert_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Writes records that were made earlier in other formats.", "hardfacts convert");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    if (const std::string fault = output_fault(options.output, options.inputs); !fault.empty()) {
        return usage_error(app, fault);
    }
    Talk talk(options.quiet);
    Outputs outputs;
    if (const std::string fault = open_outputs(options.output, outputs); !fault.empty()) {
        talk.tell_error(fault);
        return status_usage;
    }
    return convert_all(options, outputs, talk);
}

}  // namespace hardfacts::cli
