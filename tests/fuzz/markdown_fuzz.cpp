// Any bytes, read as Markdown and as plain text: no crash, and every promise of a Document holds. What is UTF-8 the
// quick way reads as md4c does.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "model/utf8.h"
#include "read/markdown_difference.h"
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
    if (hardfacts::find_invalid_utf8(bytes) != std::string::npos || hardfacts::test::list_ends_by_chance(bytes))
        return 0;
    if (const std::string difference = hardfacts::test::markdown_difference(bytes); !difference.empty()) {
        std::fprintf(stderr, "%s\n", difference.c_str());
        std::abort();
    }
    return 0;
}
