// Each stage and the whole line, in bytes of source a second, one thread.
//
// Everything is measured cold: an iteration loads rules and gazetteers anew (not timed) and then goes over the corpus
// once, so that regular expressions build their states on text they have not seen, as they do for a user. A stage's
// input is made by the stages before it and is not timed.
//
// `synthetic` is made of examples/news and is there for everyone; `corpus` is the folder named by HARDFACTS_CORPUS, or
// ../shared/corpus where that exists.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "compose/compose.h"
#include "corpus.h"
#include "fold/fold.h"
#include "hardfacts.h"
#include "knowledge/knowledge.h"
#include "read/read.h"
#include "resolve/resolve.h"
#include "scan/scan.h"
#include "scan/sentences.h"
#include "write/json.h"

namespace {

using namespace hardfacts;
using bench::Source;

const std::filesystem::path root = HARDFACTS_ROOT;

Knowledge load() {
    auto loaded = load_knowledge(root);
    if (const auto* faults = std::get_if<Diagnostics>(&loaded)) {
        for (const Diagnostic& fault : *faults) std::cerr << to_string(fault) << '\n';
        std::exit(2);
    }
    return std::get<Knowledge>(std::move(loaded));
}

/// What every stage leaves of one document.
struct Traces {
    Document document;
    Text text;
    Findings findings;
    Composed composed;
    Record record;
};

enum class Stage { fold, sentences, scan, compose, resolve, write };

void read_one(const Source& source, const DocumentSink& sink) {
    InputOptions options;
    options.path = options.id = source.path;
    std::istringstream in(source.bytes);
    read_documents(in, options, sink, [](Diagnostic&&) {});
}

std::vector<Traces> read_all(const std::vector<Source>& corpus) {
    std::vector<Traces> all;
    for (const Source& source : corpus) {
        read_one(source, [&](Document&& document) {
            all.emplace_back().document = std::move(document);
            return true;
        });
    }
    return all;
}

void run(Stage stage, Traces& traces, const Knowledge& knowledge, std::string& out) {
    switch (stage) {
        case Stage::fold: traces.text = fold(traces.document); break;
        case Stage::sentences: benchmark::DoNotOptimize(find_sentences(traces.text)); break;
        case Stage::scan: traces.findings = scan(traces.text, knowledge); break;
        case Stage::compose: traces.composed = compose(traces.document, traces.text, traces.findings, knowledge); break;
        case Stage::resolve:
            traces.record = resolve(traces.document, traces.text, traces.findings, traces.composed);
            break;
        case Stage::write:
            out.clear();
            append_json(out, traces.record);
            break;
    }
}

void measure_read(benchmark::State& state, const std::vector<Source>& corpus) {
    for (auto _ : state) {
        for (const Source& source : corpus) {
            read_one(source, [](Document&& document) {
                benchmark::DoNotOptimize(document.text.data());
                return true;
            });
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(total_bytes(corpus)));
}

void measure_stage(benchmark::State& state, const std::vector<Source>& corpus, Stage stage) {
    std::string out;
    for (auto _ : state) {
        state.PauseTiming();
        {
            const Knowledge knowledge = load();
            std::vector<Traces> all = read_all(corpus);
            for (Traces& traces : all) {
                for (const Stage before : {Stage::fold, Stage::scan, Stage::compose, Stage::resolve}) {
                    if (before < stage) run(before, traces, knowledge, out);
                }
            }
            state.ResumeTiming();
            for (Traces& traces : all) run(stage, traces, knowledge, out);
            state.PauseTiming();
        }
        state.ResumeTiming();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(total_bytes(corpus)));
}

/// `together`: in batches of so many bytes, as `hardfacts extract` does; 0 for one by one.
void measure_whole(benchmark::State& state, const std::vector<Source>& corpus, std::size_t together) {
    std::string out;
    for (auto _ : state) {
        state.PauseTiming();
        auto loaded = Extractor::load(root);
        const Extractor extractor = std::get<Extractor>(std::move(loaded));
        state.ResumeTiming();
        std::vector<Document> documents;
        std::size_t bytes = 0;
        const auto work = [&] {
            for (const Record& record : extractor.extract(documents)) {
                out.clear();
                append_json(out, record);
            }
            documents.clear();
            bytes = 0;
        };
        for (const Source& source : corpus) {
            read_one(source, [&](Document&& document) {
                bytes += document.source.size();
                documents.push_back(std::move(document));
                if (bytes >= together) work();
                return true;
            });
        }
        work();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(total_bytes(corpus)));
}

void measure_load(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(load());
}

void add(const std::string& name, const std::function<void(benchmark::State&)>& function) {
    benchmark::RegisterBenchmark(name.c_str(), function)->Iterations(1)->Unit(benchmark::kMillisecond);
}

void add_all(const std::string& name, const std::vector<Source>& corpus) {
    if (corpus.empty()) return;
    using State = benchmark::State;
    const std::pair<const char*, Stage> stages[] = {
        {"fold", Stage::fold},       {"sentences", Stage::sentences}, {"scan", Stage::scan},
        {"compose", Stage::compose}, {"resolve", Stage::resolve},     {"write", Stage::write},
    };
    add(name + "/read", [&corpus](State& state) { measure_read(state, corpus); });
    for (const auto& [label, stage] : stages) {
        add(name + "/" + label, [&corpus, stage = stage](State& state) { measure_stage(state, corpus, stage); });
    }
    constexpr std::size_t batch = std::size_t{256} * 1024;
    add(name + "/whole", [&corpus](State& state) { measure_whole(state, corpus, batch); });
    add(name + "/whole, document by document", [&corpus](State& state) { measure_whole(state, corpus, 0); });
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    const char* named = std::getenv("HARDFACTS_CORPUS");
    const auto synthetic = bench::synthetic_corpus(root / "examples" / "news", 8'000'000, 20261121);
    const auto corpus = bench::folder_corpus(named != nullptr ? named : root / ".." / "shared" / "corpus");
    add("load rules and gazetteers", measure_load);
    add_all("synthetic", synthetic);
    add_all("corpus", corpus);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
