// Any bytes, read as Markdown and as plain text: no crash, and every promise of a Document holds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "read/promises.h"
#include "read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    for (const char* format : {"markdown", "text"}) {
        hardfacts::InputOptions options;
        options.id = options.path = "input";
        options.format = format;
        std::istringstream in(bytes);
        const auto check = [](hardfacts::Document&& document) {
            const std::string broken = hardfacts::test::broken_promise(document);
            if (broken.empty()) return true;
            std::fprintf(stderr, "%s\n", broken.c_str());
            std::abort();
        };
        hardfacts::read_documents(in, options, check, [](hardfacts::Diagnostic&&) {});
    }
    return 0;
}
