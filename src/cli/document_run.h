// Enters: inputs. Leaves: what a function makes of their documents, handed over in the order of the inputs whatever the
// threads do. Tested in tests/e2e/.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/inputs.h"
#include "cli/ordered_pool.h"
#include "cli/talk.h"
#include "hardfacts.h"

namespace hardfacts::cli {

struct RunPlan {
    std::vector<Input> inputs;
    InputOptions options;  ///< for every input; path and id are the input's own
    unsigned threads = 1;
};

/// What -j asks for: 0 is one for each processor.
unsigned threads_of(unsigned asked);

/// The files that `arguments` name; what is wrong with them is told.
RunPlan plan_run(const std::vector<std::string>& arguments, const InputOptions& options, unsigned threads, Talk& talk);

/// True of what can be read without waiting for anyone: neither standard input nor a pipe.
bool is_file(const Input& input);

/// Reads one input; its faults, and that it was written to meanwhile, go to `on_diagnostic`. `on_document` returns
/// false to stop, and so does this.
bool read_input(const Input& input, InputOptions options, const std::function<bool(Document&&)>& on_document,
                const std::function<void(Diagnostic&&)>& on_diagnostic);

/// Documents are handed to `work` in batches, in any thread; what it makes of a batch goes to `done` in the caller's
/// thread, in order, after the batch's diagnostics were told. `done` returns false to stop. Memory does not grow with
/// the number of documents.
template <class Made>
class DocumentRun {
public:
    using Work = std::function<void(std::span<Document>, Made&, Diagnostics&)>;
    using Done = std::function<bool(Made&)>;

    DocumentRun(const RunPlan& plan, Talk& talk, Work work, Done done)
        : plan_(plan),
          talk_(talk),
          work_(std::move(work)),
          done_(std::move(done)),
          pool_(
              plan.threads, [this](Batch& batch) { run(batch); }, [this](Batch& batch) { return hand_over(batch); }) {}

    void all() {
        for (const Input& input : plan_.inputs) {
            waits_ = plan_.threads > 1 || is_file(input);
            const bool goes_on = read_input(
                input, plan_.options, [this](Document&& document) { return take(std::move(document)); },
                [this](Diagnostic&& fault) { batch_.diagnostics.push_back(std::move(fault)); });
            if (!goes_on) break;
        }
        if (!batch_.documents.empty() || !batch_.diagnostics.empty()) submit();
        pool_.finish();
    }

private:
    /// Documents of so many bytes are enough for each stage to find its tables in the cache; more gain nothing.
    static constexpr std::size_t batch_bytes = std::size_t{256} * 1024;
    static constexpr std::size_t batch_documents = 64;  ///< small ones weigh little more as texts than as records

    /// Documents that follow one another, what was told between them, and what became of them.
    struct Batch {
        std::vector<Document> documents;
        std::size_t source_bytes = 0;
        Diagnostics diagnostics;
        Made made;
    };

    bool take(Document&& document) {
        batch_.source_bytes += document.source.size();
        batch_.documents.push_back(std::move(document));
        const bool room = batch_.source_bytes < batch_bytes && batch_.documents.size() < batch_documents;
        return waits_ && room ? true : submit();
    }

    bool submit() { return pool_.submit(std::exchange(batch_, Batch{})); }

    void run(Batch& batch) const {
        work_(batch.documents, batch.made, batch.diagnostics);
        batch.documents.clear();
    }

    bool hand_over(Batch& batch) {
        for (const Diagnostic& diagnostic : batch.diagnostics) talk_.tell(diagnostic);
        return done_(batch.made);
    }

    const RunPlan& plan_;
    Talk& talk_;
    const Work work_;
    const Done done_;
    Batch batch_;
    bool waits_ = true;  ///< for a batch to fill; not for a stream, which may be slow while someone awaits each record
    OrderedPool<Batch> pool_;
};

}  // namespace hardfacts::cli
