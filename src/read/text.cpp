#include "read/text.h"

#include <optional>
#include <string>
#include <utility>

#include "model/utf8.h"
#include "read/builder.h"
#include "read/comment_header.h"
#include "read/front_matter.h"
#include "read/html.h"
#include "read/lines.h"
#include "read/markdown.h"
#include "read/plain.h"

namespace hardfacts {

namespace {

constexpr std::size_t largest_source = (std::size_t{1} << 32U) - 1;  // md4c counts in 32 bits
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::optional<Diagnostic> unreadable(std::string_view source, bool checked) {
    Diagnostic fault;
    if (source.size() > largest_source) {
        fault.code = "read.too_large";
        fault.message = "the text is larger than 4 GiB; divide it";
        return fault;
    }
    if (const std::size_t bad = checked ? source.npos : find_invalid_utf8(source); bad != source.npos) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(source[bad]);
        const std::string hex{'0', 'x', digits[byte >> 4U], digits[byte & 0x0FU]};
        fault.code = "read.utf8";
        fault.message = "byte " + hex + " is not UTF-8; convert the text to UTF-8";
        return fault_at(source, bad, std::move(fault));
    }
    const bool marked = source.substr(0, byte_order_mark.size()) == byte_order_mark;
    if (trimmed(source.substr(marked ? byte_order_mark.size() : 0)).empty()) {
        fault.code = "read.empty";
        fault.message = "nothing to read: the text is empty";
        return fault;
    }
    return std::nullopt;
}

}  // namespace

bool read_text(Document& document, TextKind kind, const DiagnosticSink& faults, const TextOptions& options) {
    const std::string_view source = document.source;
    if (auto fault = unreadable(source, options.checked)) {
        faults(std::move(*fault));
        return false;
    }
    std::size_t begin = source.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
    DocumentBuilder out(document);
    if (kind == TextKind::html) {
        read_html(out, begin, options.all_text, document.info);
        return true;
    }
    DocumentInfo found;
    const std::size_t head = begin;
    if (const auto front = find_front_matter(source, begin)) {
        read_front_matter(*front, out, found, faults);
        begin = front->body;
    } else {
        begin = read_comment_header(begin, out, found);
    }
    if (!document.info.title) document.info.title = std::move(found.title);
    if (!document.info.published) document.info.published = std::move(found.published);
    if (document.info.tags.empty()) document.info.tags = std::move(found.tags);
    const bool markdown = kind == TextKind::markdown || begin > head || looks_like_markdown(source, begin);
    const std::size_t title = markdown ? read_markdown(out, begin) : read_plain(out, begin);
    if (!document.info.title && title != no_block) {
        document.info.title = std::string(slice(document.text, document.blocks[title].text));
    }
    return true;
}

}  // namespace hardfacts
