#include "read/markdown.h"

#include "read/markdown_blocks.h"
#include "read/markdown_reader.h"

namespace hardfacts {

std::size_t read_markdown(DocumentBuilder& out, std::size_t begin) {
    if (!divides_at_blank_lines(out.source().substr(begin))) return read_markdown_by_md4c(out, begin);
    MarkdownReader reader(out, begin);
    MarkdownBlocks(reader, out.source(), begin).read();
    return reader.first_title();
}

std::size_t read_markdown_by_md4c(DocumentBuilder& out, std::size_t begin) {
    MarkdownReader reader(out, begin);
    parse_markdown(reader, out.source().substr(begin));
    return reader.first_title();
}

}  // namespace hardfacts
