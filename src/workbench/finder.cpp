#include "workbench/finder.h"

#include <algorithm>

#include "fold/fold.h"
#include "scan/scan.h"

namespace hardfacts {

namespace {

Text lines_as_paragraphs(std::string_view source) {
    Text text;
    text.folded = fold(source);
    for (std::size_t begin = 0; begin < text.folded.size();) {
        const std::size_t end = std::min(text.folded.find('\n', begin), text.folded.size());
        if (begin < end) text.blocks.push_back({{begin, end}, text.blocks.size(), BlockKind::paragraph});
        begin = end + 1;
    }
    return text;
}

}  // namespace

std::vector<FoundName> NameFinder::names_in(std::string_view text) const {
    const Text read = lines_as_paragraphs(text);
    const Findings findings = scan(read, knowledge_);
    std::vector<FoundName> out;
    for (const Mention& mention : findings.mentions) {
        if (!is_entity(mention.type) || !mention.known) continue;
        out.push_back({std::string(slice(read.folded, mention.span)), std::string(mention.entity),
                       to_string(mention.type), mention.span.size() == read.folded.size()});
    }
    return out;
}

std::vector<std::string> NameFinder::units_in(std::string_view text) const {
    const Text read = lines_as_paragraphs(text);
    const Findings findings = scan(read, knowledge_);
    std::vector<std::string> out;
    for (const Mention& mention : findings.mentions) {
        if (mention.value) out.push_back(mention.value->unit + ' ' + mention.value->dimension);
    }
    return out;
}

}  // namespace hardfacts
