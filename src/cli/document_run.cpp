#include "cli/document_run.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <string>
#include <system_error>
#include <thread>

namespace hardfacts::cli {

namespace {

/// What tells whether a file is as it was: its size and when it was written to. Streams are always as they were.
struct FileState {
    explicit FileState(const std::string& path) {
        struct stat state {};
        if (stat(path.c_str(), &state) != 0 || !S_ISREG(state.st_mode)) return;
        size = state.st_size;
        seconds = state.st_mtim.tv_sec;
        nanoseconds = state.st_mtim.tv_nsec;
    }

    bool operator==(const FileState& other) const = default;

    off_t size = 0;
    time_t seconds = 0;
    long nanoseconds = 0;
};

}  // namespace

unsigned threads_of(unsigned asked) { return asked == 0 ? std::max(1U, std::thread::hardware_concurrency()) : asked; }

RunPlan plan_run(const std::vector<std::string>& arguments, const InputOptions& options, unsigned threads, Talk& talk) {
    InputList list = list_inputs(arguments, {}, input_formats());
    for (const Diagnostic& fault : list.faults) talk.tell(fault);
    return {std::move(list.inputs), options, threads_of(threads)};
}

bool is_file(const Input& input) {
    struct stat state {};
    return input.path != "-" && stat(input.path.c_str(), &state) == 0 && S_ISREG(state.st_mode);
}

bool read_input(const Input& input, InputOptions options, const std::function<bool(Document&&)>& on_document,
                const std::function<void(Diagnostic&&)>& on_diagnostic) {
    options.id = input.id;
    options.path = input.path == "-" ? "<stdin>" : input.path;
    bool goes_on = true;
    const auto take = [&](Document&& document) { return goes_on = on_document(std::move(document)); };
    if (input.path == "-") {
        read_documents(std::cin, options, take, on_diagnostic);
        return goes_on;
    }
    std::ifstream in(input.path, std::ios::binary);
    if (!in) {
        on_diagnostic({Severity::error, input.path, 0, 0, "input.unreadable",
                       "cannot be opened: " + std::generic_category().message(errno)});
        return true;
    }
    const FileState before(input.path);
    read_documents(in, options, take, on_diagnostic);
    if (!(FileState(input.path) == before)) {
        on_diagnostic({Severity::warning, input.path, 0, 0, "input.changed",
                       "the file was written to while it was read; extract it again when it is complete"});
    }
    return goes_on;
}

}  // namespace hardfacts::cli
