#include "read/read.h"

#include <iterator>

namespace hardfacts {

void read_documents(std::istream& in, const InputOptions& options, const DocumentSink& sink,
                    const DiagnosticSink& /*faults*/) {
    Document document;
    document.info.id = options.id_prefix + options.id;
    document.info.path = options.path;
    document.source.assign(std::istreambuf_iterator<char>(in), {});
    document.text = document.source + '\n';
    document.map = OffsetMap::identity(document.source.size());
    document.map.add_replaced({document.source.size(), document.source.size()}, 1);
    Block block;
    block.text = {0, document.source.size()};
    document.blocks.push_back(block);
    sink(std::move(document));
}

}  // namespace hardfacts
