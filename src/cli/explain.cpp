// `hardfacts explain`: why a fact is there, or why a number gave none. Tested in tests/e2e/explain_test.py.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/explanation_text.h"
#include "cli/loading.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "hardfacts.h"

namespace hardfacts::cli {

namespace {

struct Options {
    std::string file, at, fact;
    KnowledgeOptions knowledge;
    InputOptions input;
    bool json = false;
};

constexpr const char* examples = R"(Examples:
  hardfacts explain article.md                        every value, one after the other
  hardfacts explain article.md --at 12:34             the value or name at line 12, character 34
  hardfacts explain article.md --fact f_3b9c41d07a52  one fact
  hardfacts explain article.md --json                 all that was weighed, for a program

Exit status: 0 done, 2 usage, rules, or nothing stands at the place asked for, 3 the input could not be read.)";

void declare(CLI::App& app, Options& options) {
    app.footer(examples);
    app.add_option("FILE", options.file, "the document, or - for standard input")->type_name("")->required();
    app.add_option("--at", options.at, "what stands at line LINE, character COLUMN, both from 1")
        ->type_name("LINE:COLUMN");
    app.add_option("--fact", options.fact, "the fact with this id")->type_name("ID");
    app.add_flag("--json", options.json, "JSON, a line a document, with every sign and its weight");
    app.add_option("--format", options.input.format, "read the input as NAME (see `hardfacts formats`)")
        ->type_name("NAME");
    app.add_option("--encoding", options.input.encoding, "the input's charset")->type_name("NAME");
    declare_knowledge(app, options.knowledge);
}

/// LINE:COLUMN, both from 1.
std::optional<TextPlace> place_of(const std::string& words) {
    const std::size_t colon = words.find(':');
    const auto number = [](const std::string& digits) -> std::size_t {
        const bool plain =
            !digits.empty() && digits.size() < 10 && digits.find_first_not_of("0123456789") == digits.npos;
        return plain ? std::stoul(digits) : 0;
    };
    if (colon == words.npos) return std::nullopt;
    const TextPlace place{number(words.substr(0, colon)), number(words.substr(colon + 1))};
    if (place.line == 0 || place.column == 0) return std::nullopt;
    return place;
}

int explain(const Options& options, const ExplanationFilter& filter, const Extractor& extractor, Talk& talk) {
    std::ifstream file;
    if (options.file != "-") {
        file.open(options.file, std::ios::binary);
        if (!file) {
            talk.tell_error(options.file + ": cannot be opened");
            return status_some_failed;
        }
    }
    InputOptions input = options.input;
    input.id = input.path = options.file == "-" ? "" : options.file;
    bool found = false;
    read_documents(
        options.file == "-" ? std::cin : file, input,
        [&](Document&& document) {
            const Explanation explanation = extractor.explain(document);
            if (options.json) {
                std::cout << explanation_json(explanation) << '\n';
                found = true;
            } else {
                const std::string words = explanation_text(explanation, document, filter);
                found = found || !words.empty();
                std::cout << words;
            }
            return true;
        },
        [&](Diagnostic&& diagnostic) { talk.tell(diagnostic); });
    if (talk.errors() != 0) return status_some_failed;
    if (found) return status_done;
    if (!filter.fact.empty())
        talk.tell_error("no fact " + filter.fact + " in " + options.file + "; `hardfacts extract` lists the ids");
    else if (filter.at)
        talk.tell_error("no value and no name stands at " + options.at + " of " + options.file);
    else
        return status_done;
    return status_usage;
}

}  // namespace

int explain_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Tells in plain words why a value became the fact it is, or why it gave none.", "hardfacts explain");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    ExplanationFilter filter;
    filter.fact = options.fact;
    if (!options.at.empty()) {
        filter.at = place_of(options.at);
        if (!filter.at) return usage_error(app, "--at " + options.at + ": write LINE:COLUMN, both from 1, as 12:34");
    }
    if (!options.at.empty() && !options.fact.empty()) return usage_error(app, "--at and --fact: name one of them");
    Talk talk(false);
    auto loaded = load_extractor(options.knowledge);
    if (const auto* faults = std::get_if<Diagnostics>(&loaded)) {
        for (const Diagnostic& fault : *faults) talk.tell(fault);
        return status_usage;
    }
    return explain(options, filter, std::get<Extractor>(loaded), talk);
}

}  // namespace hardfacts::cli
