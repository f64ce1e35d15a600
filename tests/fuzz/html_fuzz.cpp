// Any bytes, read as HTML, its article and all of it: no crash, every promise of a Document holds, and what is read of
// the article is a part of all text.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "read/promises.h"
#include "read/read.h"

namespace {

std::size_t read_size(const std::string& bytes, bool all_text) {
    hardfacts::InputOptions options;
    options.id = options.path = "input";
    options.format = "html";
    options.all_text = all_text;
    std::istringstream in(bytes);
    std::size_t size = 0;
    const auto check = [&](hardfacts::Document&& document) {
        size = document.text.size();
        const std::string broken = hardfacts::test::broken_promise(document);
        if (broken.empty()) return true;
        std::fprintf(stderr, "%s\n", broken.c_str());
        std::abort();
    };
    hardfacts::read_documents(in, options, check, [](hardfacts::Diagnostic&&) {});
    return size;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    // What is no UTF-8 is refused before it is read: make it text, or the fuzzer learns nothing of HTML.
    for (std::size_t bad = 0; (bad = hardfacts::find_invalid_utf8(bytes)) != std::string::npos;) bytes[bad] = '?';
    const std::size_t article = read_size(bytes, false);
    const std::size_t all = read_size(bytes, true);
    if (all == 0 && article > 0) std::abort();
    return 0;
}
