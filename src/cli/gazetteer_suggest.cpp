// `hardfacts gazetteer suggest`. Tested in tests/e2e/gazetteer_test.py.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/document_run.h"
#include "cli/input_options.h"
#include "cli/loading.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "workbench/gazetteer_add.h"
#include "workbench/gazetteer_rows.h"
#include "workbench/suggestions.h"

namespace hardfacts::cli {

namespace {

struct Options {
    std::vector<std::string> inputs;
    InputOptions input;
    KnowledgeOptions knowledge;
    std::string type, rows;
    std::size_t least = 2, limit = 50, samples = 2;
    unsigned threads = 1;
    bool json = false;
};

void declare(CLI::App& app, Options& options) {
    app.footer(R"(Examples:
  hardfacts gazetteer suggest news/                          what is named in two documents or more
  hardfacts gazetteer suggest news/ --type chip --least 1 --limit 200
  hardfacts gazetteer suggest news/ --rows company > new.csv     rows for `hardfacts gazetteer add company --rows new.csv`
  hardfacts gazetteer suggest news/ --json | jq .name

Each name stands with how often and in how many documents it is named, what showed that it is a name, other forms of it,
its row, and sentences. Exit status: 0 done, 2 usage, or a gazetteer that does not load, 3 some inputs failed.)");
    app.add_option("CORPUS", options.inputs, "files, folders, or - for standard input")->type_name("")->required();
    app.add_option("--type", options.type, "only companies, chips, ...: company, chip, system, product, place, person")
        ->type_name("TYPE");
    app.add_option("--rows", options.rows, "print only CSV rows of this type, with their header")->type_name("TYPE");
    app.add_option("--least", options.least, "named in N documents at least (2)")->type_name("N");
    app.add_option("--limit", options.limit, "the N likeliest (50)")->type_name("N");
    app.add_option("--samples", options.samples, "N sentences of each (2)")->type_name("N");
    app.add_flag("--json", options.json, "JSON Lines");
    app.add_option("-j,--threads", options.threads, "work in N threads; 0: one for each processor (1)")
        ->type_name("N")
        ->check(CLI::Range(0, 256).description(""));
    declare_input(app, options.input);
    declare_knowledge(app, options.knowledge);
}

std::string usage_fault(const Options& options) {
    for (const std::string& type : {options.type, options.rows}) {
        if (!type.empty() && entity_file_of(type).empty()) {
            return type + " is no type; write company, chip, system, product, place or person";
        }
    }
    if (options.json && !options.rows.empty()) return "--json and --rows: name one of them";
    return input_fault(options.input);
}

std::string counts_of(const std::vector<std::pair<std::string, std::size_t>>& counts, std::size_t first) {
    std::string out;
    for (std::size_t k = first; k < counts.size() && k < first + 4; ++k) {
        out += (out.empty() ? "" : ", ") + counts[k].first + " (" + std::to_string(counts[k].second) + ')';
    }
    return out;
}

std::string row_line(const Suggestion& suggestion) {
    std::string out;
    for (const auto& [column, cell] : row_of(suggestion)) out += (column == "id" ? "" : ",") + quoted_cell(cell);
    return out;
}

void print_text(const Suggestion& suggestion) {
    std::cout << suggestion.type << "  " << suggestion.name << "  " << counted(suggestion.mentions, "mention") << " in "
              << counted(suggestion.documents, "document") << "\n  by " << counts_of(suggestion.rules, 0) << '\n';
    if (suggestion.forms.size() > 1) std::cout << "  also " << counts_of(suggestion.forms, 1) << '\n';
    std::cout << "  row " << row_line(suggestion) << '\n';
    for (const auto& [document, sentence] : suggestion.samples)
        std::cout << "  " << document << ": " << sentence << '\n';
}

void print_json(const Suggestion& suggestion) {
    nlohmann::ordered_json forms, rules, samples = nlohmann::ordered_json::array();
    for (const auto& [form, count] : suggestion.forms) forms[form] = count;
    for (const auto& [rule, count] : suggestion.rules) rules[rule] = count;
    for (const auto& [document, sentence] : suggestion.samples)
        samples.push_back({{"doc", document}, {"text", sentence}});
    const nlohmann::ordered_json line = {{"type", suggestion.type},
                                         {"name", suggestion.name},
                                         {"id", suggestion.id},
                                         {"mentions", suggestion.mentions},
                                         {"documents", suggestion.documents},
                                         {"rules", rules},
                                         {"forms", forms},
                                         {"row", row_line(suggestion)},
                                         {"samples", samples}};
    std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print(const Options& options, const Suggestions& gathered) {
    std::vector<Suggestion> list = gathered.list(options.rows.empty() ? options.type : options.rows, options.least);
    if (list.size() > options.limit) list.resize(options.limit);
    if (!options.rows.empty()) std::cout << "id,name,aliases,aliases_ja,flags\n";
    for (const Suggestion& suggestion : list) {
        if (!options.rows.empty())
            std::cout << row_line(suggestion) << '\n';
        else if (options.json)
            print_json(suggestion);
        else
            print_text(suggestion);
    }
}

}  // namespace

int gazetteer_suggest_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Lists the names of a corpus that no gazetteer has, the likeliest first.",
                 "hardfacts gazetteer suggest");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    if (const std::string fault = usage_fault(options); !fault.empty()) return usage_error(app, fault);
    Talk talk(false);
    auto loaded = load_extractor(options.knowledge);
    if (const auto* faults = std::get_if<Diagnostics>(&loaded)) {
        for (const Diagnostic& fault : *faults) talk.tell(fault);
        return status_usage;
    }
    const auto& extractor = std::get<Extractor>(loaded);
    const RunPlan plan = plan_run(options.inputs, options.input, options.threads, talk);
    struct Made {
        Suggestions names;
        std::size_t documents = 0;
    };
    Suggestions gathered(options.samples);
    std::size_t documents = 0;
    const auto work = [&](std::span<const Document> some, Made& made, Diagnostics&) {
        made.names = Suggestions(options.samples);
        made.documents = some.size();
        const std::vector<Record> records = extractor.extract(some);
        for (std::size_t k = 0; k < some.size(); ++k) made.names.add(records[k], some[k].source);
    };
    const auto done = [&](Made& made) {
        gathered.merge(std::move(made.names));
        talk.show_progress(documents += made.documents);
        return true;
    };
    DocumentRun<Made>(plan, talk, work, done).all();
    print(options, gathered);
    talk.tell_summary(counted(documents, "document") + " read");
    return talk.errors() == 0 ? status_done : status_some_failed;
}

}  // namespace hardfacts::cli
