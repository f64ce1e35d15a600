// Any text against names cut from it: the index finds what comparing every stretch with every name finds.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fold/fold.h"
#include "knowledge/naive_names.h"
#include "knowledge/names_index.h"
#include "model/utf8.h"

using namespace hardfacts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size < 512 ? size : 512);
    if (find_invalid_utf8(bytes) != std::string_view::npos) return 0;
    const std::string input = fold(bytes);
    // The lines up to an empty one are the names, what follows is the text.
    const std::size_t cut = std::min(input.find("\n\n"), input.size());
    std::vector<std::string> surfaces;
    for (std::size_t begin = 0; begin < cut;) {
        const std::size_t end = std::min(input.find('\n', begin), cut);
        const std::string surface = input.substr(begin, end - begin);
        if (test::can_be_surface(surface)) surfaces.push_back(surface);
        begin = end + 1;
    }
    const std::string text = input.substr(cut);
    const test::IndexedNames indexed(surfaces);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_lead(text[at]) || name_separator(text, at) != 0) continue;
        if (indexed.found(text, at) == test::naive_names(surfaces, text, at)) continue;
        std::fprintf(stderr, "at %zu of '%s'\n", at, text.c_str());
        std::abort();
    }
    return 0;
}
