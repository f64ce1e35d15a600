#include "read/comment_header.h"

#include <optional>

#include "read/front_matter.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

struct Entry {
    std::string_view key;
    Span value;  ///< in the source, brackets or quotes and white space off
};

/// `[#]: key: (value)`, or nothing.
std::optional<Entry> entry_of(std::string_view source, Span line) {
    constexpr std::string_view opening = "[#]: ";
    const std::string_view text = slice(source, line);
    if (text.substr(0, opening.size()) != opening) return std::nullopt;
    const std::size_t colon = text.find(": ", opening.size());
    if (colon == std::string_view::npos) return std::nullopt;
    const std::string_view key = text.substr(opening.size(), colon - opening.size());
    const std::string_view rest = trimmed(text.substr(colon + 2));
    if (key.empty() || key.find(' ') != std::string_view::npos || rest.size() < 2) return std::nullopt;
    const char close = rest.front() == '(' ? ')' : rest.front();
    if ((close != ')' && close != '"' && close != '\'') || rest.back() != close) return std::nullopt;
    const std::string_view value = trimmed(rest.substr(1, rest.size() - 2));
    const auto begin = static_cast<std::size_t>(value.data() - source.data());
    return Entry{key, {begin, begin + value.size()}};
}

}  // namespace

std::size_t read_comment_header(std::size_t begin, DocumentBuilder& out, DocumentInfo& info) {
    const std::string_view source = out.source();
    while (begin < source.size()) {
        const Line line = line_at(source, begin);
        const auto entry = entry_of(source, line.text);
        if (!entry) break;
        const std::string_view value = slice(source, entry->value);
        if ((entry->key == "subject" || entry->key == "title") && !info.title && !value.empty()) info.title = value;
        if (!names_nothing(value)) {
            Block block;
            block.kind = BlockKind::front_matter;
            out.begin_block(block);
            out.text(entry->value);
            out.end_block();
        }
        begin = line.next;
    }
    return begin;
}

}  // namespace hardfacts
