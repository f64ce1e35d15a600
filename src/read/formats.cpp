#include "read/formats.h"

#include <algorithm>
#include <string>

#include "model/utf8.h"
#include "read/decoding.h"
#include "read/feed.h"
#include "read/html_meta.h"
#include "read/json.h"
#include "read/json_fields.h"
#include "read/jsonl.h"
#include "read/lines.h"
#include "read/text.h"

namespace hardfacts {

namespace {

/// Reads the whole input as one document.
template <TextKind kind>
void read_file(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    Document document;
    document.info.id = options.id_prefix + (options.id.empty() ? options.path : options.id);
    if (!options.path.empty()) document.info.path = options.path;
    const std::string declared = kind == TextKind::html ? declared_html_charset(in.peek()) : "";
    std::string bytes = in.rest();
    if (in.too_long()) return faults(too_large("the document", options, in.most()));
    if (in.failed() || !decode_document(document, std::move(bytes), options, declared, faults)) return;
    const DiagnosticSink of_file = [&](Diagnostic&& fault) {
        fault.file = options.path;
        faults(std::move(fault));
    };
    if (read_text(document, kind, of_file, {options.all_text, true})) sink(std::move(document));
}

constexpr std::array<Format, 6> table = {{
    {"text", {"txt", "text"}, "plain text; Markdown where it shows", read_file<TextKind::sniffed>},
    {"markdown",
     {"md", "markdown", "mdown", "mkd"},
     "Markdown (CommonMark, tables) with front matter",
     read_file<TextKind::markdown>},
    {"html", {"html", "htm", "xhtml"}, "HTML, the article of a page", read_file<TextKind::html>},
    {"feed", {"rss", "atom", "rdf", "xml"}, "RSS, Atom and RDF feeds, a document an item", read_feed},
    {"json", {"json"}, "JSON: a list of records, or one record", read_json},
    {"jsonl", {"jsonl", "ndjson"}, "JSON Lines, one record a line", read_jsonl},
}};

bool is_json_object(std::string_view line) {
    std::vector<JsonField> none;
    return !read_fields(line, none);
}

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
               const auto byte = static_cast<unsigned char>(b);
               return a == (is_ascii_upper(byte) ? static_cast<char>(b + ('a' - 'A')) : b);
           });
}

/// What stands behind XML's declaration, instructions, comments and white space.
std::string_view behind_prolog(std::string_view text) {
    while (true) {
        text = trimmed(text);
        const bool comment = begins_with(text, "<!--");
        if (!comment && !begins_with(text, "<?")) return text;
        const std::string_view close = comment ? "-->" : "?>";
        const std::size_t end = text.find(close);
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + close.size());
    }
}

/// The format of a text that begins with <, or nullptr where it is another kind of markup or none.
const Format* format_by_markup(std::string_view text) {
    const std::string_view root = behind_prolog(text);
    if (begins_with(root, "<!doctype html") || begins_with(root, "<html")) return format_by_name("html");
    for (const std::string_view feed :
         {"<rss", "<feed", "<rdf:rdf", "<atom:feed", "<channel", "<!doctype rss", "<!doctype rdf"}) {
        if (begins_with(root, feed)) return format_by_name("feed");
    }
    return nullptr;
}

}  // namespace

std::span<const Format> formats() { return table; }

const Format* format_by_name(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& row) { return row.name == name; });
    return found == table.end() ? nullptr : &*found;
}

const Format* format_by_extension(std::string_view path) {
    const std::string extension = extension_of(path);
    if (extension.empty()) return nullptr;
    for (const Format& row : table) {
        if (std::find(row.extensions.begin(), row.extensions.end(), extension) != row.extensions.end()) return &row;
    }
    return nullptr;
}

const Format* format_by_content(std::string_view first_bytes) {
    if (begins_with(first_bytes, "\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
    const std::string_view text = trimmed(first_bytes);
    if (const Format* format = format_by_markup(text)) return format;
    for (const std::string_view other : {"<!doctype", "<?xml", "%pdf-", "pk\x03\x04", "\x1f\x8b"}) {
        if (begins_with(text, other)) return nullptr;
    }
    if (text.size() > 1 && text[0] == '[' && (text[1] == '{' || (is_white(text[1]) && text.find('{') < 8))) {
        return format_by_name("json");
    }
    if (!text.empty() && text[0] == '{') {
        const std::size_t end = text.find('\n');
        // A first record longer than what is seen here is taken at its first character's word.
        if (end == std::string_view::npos ? text.size() + 1 >= 64 * 1024 || is_json_object(text)
                                          : is_json_object(text.substr(0, end))) {
            return format_by_name("jsonl");
        }
    }
    if (text.size() > 1 && text[0] == '{' && trimmed(text.substr(1)).substr(0, 1) == "\"")
        return format_by_name("json");
    return format_by_name("text");
}

std::string extension_of(std::string_view path) {
    constexpr std::size_t longest = 8;
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot - 1 > longest) return {};
    std::string extension;
    bool letters = false;
    for (const char c : name.substr(dot + 1)) {
        const auto byte = static_cast<unsigned char>(c);
        if (!is_ascii_alpha(byte) && !is_ascii_digit(byte)) return {};
        letters = letters || is_ascii_alpha(byte);
        extension.push_back(is_ascii_upper(byte) ? static_cast<char>(c + ('a' - 'A')) : c);
    }
    return letters ? extension : std::string{};
}

}  // namespace hardfacts
