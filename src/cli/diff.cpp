// `hardfacts diff`. Tested in tests/e2e/diff_test.py.
#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/bench.h"
#include "cli/commands.h"
#include "cli/document_run.h"
#include "cli/input_options.h"
#include "cli/knowledge_place.h"
#include "cli/loading.h"
#include "cli/status.h"
#include "cli/talk.h"
#include "workbench/record_diff.h"
#include "write/width.h"

namespace hardfacts::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::vector<std::string> inputs;
    std::string before, after;
    InputOptions input;
    KnowledgeOptions knowledge;
    std::size_t samples = 3;
    unsigned threads = 1;
    bool json = false, gate = false;
};

void declare(CLI::App& app, Options& options) {
    app.footer(R"(Examples:
  hardfacts diff --rules mine news/                             what rules of your own change
  hardfacts diff --gazetteers mine --rules mine news/ -j 0
  hardfacts diff --before ../released --after . news/           two versions of rules/ and gazetteers/
  hardfacts diff --before old/rules --after new/rules news/ --json

DIR is a folder with rules/ and gazetteers/, or one of the two: the other is then the same before and after. Where neither
--before nor --after is given, layers (--gazetteers, --rules, the project file) count only after; else on both sides.
A fact is altered where its value is told in another way, and retold where only its rule or confidence is another.
Exit status: 0 done, 1 --unchanged was asked for and something differs, 2 usage, or rules that do not load, 3 some inputs
failed.)");
    app.add_option("CORPUS", options.inputs, "files, folders, or - for standard input")->type_name("")->required();
    app.add_option("--before", options.before, "rules and gazetteers as they were (those of --knowledge)")
        ->type_name("DIR");
    app.add_option("--after", options.after, "as they are to be (those of --knowledge)")->type_name("DIR");
    app.add_option("--samples", options.samples, "N samples of each change of each attribute (3)")->type_name("N");
    app.add_flag("--json", options.json, "JSON: counts and samples");
    app.add_flag("--unchanged", options.gate, "exit 1 if anything differs");
    app.add_option("-j,--threads", options.threads, "work in N threads; 0: one for each processor (1)")
        ->type_name("N")
        ->check(CLI::Range(0, 256).description(""));
    declare_input(app, options.input);
    declare_knowledge(app, options.knowledge);
}

bool has_any(const fs::path& folder, std::initializer_list<const char*> names) {
    std::error_code ignored;
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return fs::exists(folder / name, ignored); });
}

/// Puts `named` in the place of the first layers: both, or the one of its kind.
bool put_in_place(const std::string& named, KnowledgeFolders& folders) {
    if (holds_knowledge(named)) {
        const KnowledgeFolders whole(named);
        folders.rules.front() = whole.rules.front();
        folders.gazetteers.front() = whole.gazetteers.front();
    } else if (has_any(named, {"values", "names", "relations", "claims"})) {
        folders.rules.front().folder = named;
    } else if (has_any(named, {"companies.csv", "units.csv", "attributes.csv"})) {
        folders.gazetteers.front().folder = named;
    } else {
        return false;
    }
    return true;
}

/// The extractor of one side, or nothing and all faults told.
std::optional<Extractor> load_side(const char* side, const KnowledgeFolders& folders, Talk& talk) {
    auto loaded = Extractor::load(folders);
    if (auto* extractor = std::get_if<Extractor>(&loaded)) return std::move(*extractor);
    for (Diagnostic& fault : std::get<Diagnostics>(loaded)) {
        fault.message = std::string(side) + ": " + fault.message;
        talk.tell(fault);
    }
    return std::nullopt;
}

std::string told_counts(const ChangeCounts& counts) {
    constexpr std::array<const char*, 4> marks = {"+", "-", "~", "="};
    std::string out;
    for (std::size_t k = 0; k < counts.size(); ++k) {
        if (counts[k] != 0) out += "  " + std::string(marks[k]) + std::to_string(counts[k]);
    }
    return out;
}

void print_counts(const std::map<std::string, ChangeCounts>& counts) {
    std::vector<std::pair<std::string, ChangeCounts>> rows(counts.begin(), counts.end());
    const auto sum = [](const ChangeCounts& one) { return one[0] + one[1] + one[2] + one[3]; };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& a, const auto& b) { return sum(a.second) > sum(b.second); });
    constexpr std::size_t most = 20;
    for (std::size_t k = 0; k < std::min(rows.size(), most); ++k) {
        const std::string& name = rows[k].first;
        std::cout << "    " << name << std::string(name.size() < 44 ? 44 - name.size() : 0, ' ')
                  << told_counts(rows[k].second) << '\n';
    }
    if (rows.size() > most) std::cout << "    and " << rows.size() - most << " more\n";
}

void print_sample(const ChangeSample& sample) {
    const char mark = sample.change == Change::added ? '+' : sample.change == Change::removed ? '-' : '~';
    std::cout << mark << ' ' << sample.what << "  " << sample.document << ':' << sample.line << '\n';
    if (sample.change == Change::altered) {
        std::string differs;
        for (const std::string& field : sample.differs) differs += (differs.empty() ? "" : ", ") + field;
        std::cout << "    differs in " << differs << "\n    was  " << sample.before << "\n    is   " << sample.after
                  << '\n';
    } else {
        std::cout << "    " << (sample.after.empty() ? sample.before : sample.after) << '\n';
    }
    if (sample.what != "name") std::cout << "    in   " << one_line(sample.quote) << '\n';
}

void print_text(const RecordDiff& diff) {
    std::cout << counted(diff.documents(), "document") << ", " << diff.changed_documents() << " changed\n";
    for (const auto& [what, totals] : diff.totals()) {
        std::cout << what << "s: " << totals.before << " before, " << totals.after << " after: ";
        for (std::size_t k = 0; k < change_names.size(); ++k) {
            std::cout << (k == 0 ? "" : ", ") << totals.changes[k] << ' ' << change_names[k];
        }
        std::cout << '\n';
        if (totals.by_group.empty()) continue;
        print_counts(totals.by_group);
        std::cout << "  by rule or row\n";
        print_counts(totals.by_rule);
    }
    for (const ChangeSample& sample : diff.samples()) print_sample(sample);
}

nlohmann::ordered_json counts_json(const ChangeCounts& counts) {
    nlohmann::ordered_json out;
    for (std::size_t k = 0; k < counts.size(); ++k) out[std::string(change_names[k])] = counts[k];
    return out;
}

void print_json(const RecordDiff& diff) {
    nlohmann::ordered_json out = {{"documents", diff.documents()}, {"changed_documents", diff.changed_documents()}};
    for (const auto& [what, totals] : diff.totals()) {
        nlohmann::ordered_json row = {{"before", totals.before}, {"after", totals.after}, {"same", totals.same}};
        row.update(counts_json(totals.changes));
        row["by_attribute"] = row["by_rule"] = nlohmann::ordered_json::object();
        for (const auto& [group, counts] : totals.by_group) row["by_attribute"][group] = counts_json(counts);
        for (const auto& [rule, counts] : totals.by_rule) row["by_rule"][rule] = counts_json(counts);
        out[what + 's'] = std::move(row);
    }
    out["samples"] = nlohmann::ordered_json::array();
    for (const ChangeSample& sample : diff.samples()) {
        out["samples"].push_back({{"change", change_names[static_cast<std::size_t>(sample.change)]},
                                  {"what", sample.what},
                                  {"attribute", sample.group},
                                  {"doc", sample.document},
                                  {"line", sample.line},
                                  {"before", sample.before},
                                  {"after", sample.after},
                                  {"differs", sample.differs},
                                  {"quote", sample.quote}});
    }
    std::cout << out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

RecordDiff compare(const Options& options, const Extractor& before, const Extractor& after, Talk& talk) {
    const RunPlan plan = plan_run(options.inputs, options.input, options.threads, talk);
    struct Made {
        RecordDiff diff;
    };
    RecordDiff whole(options.samples);
    const auto work = [&](std::span<const Document> documents, Made& made, Diagnostics&) {
        made.diff = RecordDiff(options.samples);
        const std::vector<Record> old = before.extract(documents), now = after.extract(documents);
        for (std::size_t k = 0; k < documents.size(); ++k) made.diff.add(old[k], now[k], documents[k].source);
    };
    const auto done = [&](Made& made) {
        whole.merge(std::move(made.diff));
        talk.show_progress(whole.documents());
        return true;
    };
    DocumentRun<Made>(plan, talk, work, done).all();
    return whole;
}

}  // namespace

int diff_command(std::span<const std::string> arguments) {
    Options options;
    CLI::App app("Tells which facts, relations and names a change of rules or gazetteers adds, removes and alters.",
                 "hardfacts diff");
    declare(app, options);
    if (const auto status = parse(app, arguments)) return *status;
    if (const std::string fault = input_fault(options.input); !fault.empty()) return usage_error(app, fault);
    Talk talk(false);
    const auto placed = knowledge_folders(options.knowledge);
    if (const auto* faults = std::get_if<Diagnostics>(&placed)) {
        for (const Diagnostic& fault : *faults) talk.tell(fault);
        return status_usage;
    }
    KnowledgeFolders old = std::get<KnowledgeFolders>(placed), now = old;
    for (auto& [side, named, folders] :
         {std::tuple<const char*, const std::string&, KnowledgeFolders&>{"--before", options.before, old},
          {"--after", options.after, now}}) {
        if (named.empty() || put_in_place(named, folders)) continue;
        return usage_error(app, std::string(side) + ' ' + named + " holds neither rules nor gazetteers");
    }
    if (options.before.empty() && options.after.empty()) {
        if (old.rules.size() + old.gazetteers.size() == 2) {
            return usage_error(app, "name what to compare: --before or --after, or layers by --gazetteers or --rules");
        }
        old.rules.resize(1);
        old.gazetteers.resize(1);
    }
    const auto before = load_side("before", old, talk), after = load_side("after", now, talk);
    if (!before || !after) return status_usage;
    const RecordDiff diff = compare(options, *before, *after, talk);
    if (options.json)
        print_json(diff);
    else
        print_text(diff);
    if (talk.errors() != 0) return status_some_failed;
    return options.gate && diff.any() ? status_gate : status_done;
}

}  // namespace hardfacts::cli
