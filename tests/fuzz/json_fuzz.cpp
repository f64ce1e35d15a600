// Any bytes, read as JSON and as JSON Lines: no crash, every promise of a Document holds, and what is written in one
// line is read alike as both.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "read/promises.h"
#include "read/read.h"

namespace {

using namespace hardfacts;

/// The sources of all documents, and whether there were faults.
std::string read_as(const char* format, const std::string& bytes, bool& faulty) {
    InputOptions options;
    options.id = options.path = "input";
    options.format = format;
    options.text_field = "text,more.0";
    options.title_field = "title";
    std::istringstream in(bytes);
    std::string out;
    const auto check = [&](Document&& document) {
        const std::string broken = test::broken_promise(document);
        if (!broken.empty()) {
            std::fprintf(stderr, "%s\n", broken.c_str());
            std::abort();
        }
        out += document.source + '\n' + document.info.id + '\n';
        return true;
    };
    read_documents(in, options, check, [&](Diagnostic&&) { faulty = true; });
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    bool faulty_lines = false;
    bool faulty = false;
    const std::string lines = read_as("jsonl", bytes, faulty_lines);
    const std::string json = read_as("json", bytes, faulty);
    if (!faulty_lines && (faulty || lines != json)) std::abort();
    return 0;
}
