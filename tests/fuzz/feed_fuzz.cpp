// Any bytes, read as a feed: no crash, every promise of a Document holds, and the items are the same whether the bytes
// come at once or one by one.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include "read/feed_items.h"
#include "read/promises.h"
#include "read/read.h"

namespace {

using namespace hardfacts;

std::string items_of(std::string_view bytes, std::size_t step) {
    FeedParser parser(1000);
    std::string out;
    for (bool goes_on = true; goes_on;) {
        const std::string_view piece = bytes.substr(0, step);
        bytes.remove_prefix(piece.size());
        goes_on = parser.feed(piece, bytes.empty()) && !bytes.empty();
        for (const FeedItem& item : parser.take_items()) {
            out += item.id + '|' + item.title.text + '|' + item.body.field + '|' + item.body.text + '|' +
                   item.published + '|' + std::to_string(item.line) + (item.too_large ? "!\n" : "\n");
        }
    }
    if (parser.fault()) out += parser.fault()->code + ' ' + std::to_string(parser.fault()->line);
    return out;
}

bool keeps_promises(Document&& document) {
    const std::string broken = test::broken_promise(document);
    if (broken.empty()) return true;
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    InputOptions options;
    options.id = options.path = "input";
    options.format = "feed";
    std::istringstream in(bytes);
    read_documents(in, options, keeps_promises, [](Diagnostic&&) {});
    if (items_of(bytes, bytes.size() + 1) != items_of(bytes, 1)) std::abort();
    return 0;
}
