#include "read/feed.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "read/builder.h"
#include "read/dates.h"
#include "read/decoding.h"
#include "read/feed_items.h"
#include "read/field_kind.h"
#include "read/html.h"
#include "read/html_meta.h"
#include "read/html_text.h"
#include "read/lines.h"
#include "read/text.h"

namespace hardfacts {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

TextKind kind_of(const FeedText& text) {
    if (text.markup == FeedMarkup::unknown) return kind_of_field(text.text);
    return text.markup == FeedMarkup::html ? TextKind::html : TextKind::sniffed;
}

/// A title in one line, its markup read.
std::string title_of(const FeedText& title) {
    if (title.markup == FeedMarkup::none || (title.markup == FeedMarkup::unknown && !shows_html(title.text))) {
        std::string out;
        for (const char c : trimmed(title.text)) {
            if (!is_white(c)) {
                out.push_back(c);
            } else if (out.back() != ' ') {
                out.push_back(' ');
            }
        }
        return out;
    }
    Document scratch;
    scratch.source = title.text;
    DocumentBuilder out(scratch);
    read_html(out, 0, true, scratch.info);
    std::replace(scratch.text.begin(), scratch.text.end(), '\n', ' ');
    return std::string(trimmed(scratch.text));
}

class FeedReader {
public:
    FeedReader(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults)
        : in_(in), options_(options), sink_(sink), faults_(faults), parser_(in.most()) {}

    void read() {
        if (in_.peek().substr(0, byte_order_mark.size()) == byte_order_mark) in_.skip(byte_order_mark.size());
        // White space in front of <?xml is common, and a fault to every XML reader.
        in_.skip(in_.peek().size() - trimmed_front(in_.peek()).size());
        std::string_view chunk;
        while (in_.next_chunk(chunk)) {
            if (!take(chunk, false)) return;
        }
        if (in_.failed() || !take("", true)) return;
        if (items_ == 0) tell(0, 0, "read.empty", "nothing to read: the feed has no items");
    }

private:
    static std::string_view trimmed_front(std::string_view text) {
        while (!text.empty() && is_white(text[0])) text.remove_prefix(1);
        return text;
    }

    void tell(std::size_t line, std::size_t column, std::string code, std::string message) const {
        faults_({Severity::error, options_.path, line, column, std::move(code), std::move(message)});
    }

    /// False to stop.
    bool take(std::string_view bytes, bool last) {
        const bool goes_on = parser_.feed(bytes, last);
        for (FeedItem& item : parser_.take_items()) {
            ++items_;
            if (!take_item(std::move(item))) return false;
        }
        if (goes_on) return true;
        const FeedFault& fault = *parser_.fault();
        tell(fault.line, fault.column, fault.code, fault.message);
        return false;
    }

    bool take_item(FeedItem&& item) {
        if (item.too_large) {
            Diagnostic fault = too_large("the item", options_, in_.most());
            fault.line = item.line;
            fault.column = item.column;
            faults_(std::move(fault));
            return true;
        }
        Document document;
        document.info = info_of(item);
        FeedText& text = item.body.field.empty() ? item.title : item.body;
        if (text.field.empty()) {
            tell(item.line, item.column, "read.field", "the item has neither text nor title");
            return true;
        }
        const TextKind kind = kind_of(text);
        document.info.field = text.field;
        document.source = std::move(text.text);
        const DiagnosticSink in_field = [&](Diagnostic&& fault) {
            fault.message = "field \"" + *document.info.field + "\": " + fault.message;
            if (fault.line > 0) fault.message += " (its line " + std::to_string(fault.line) + ')';
            fault.file = options_.path;
            fault.line = item.line;
            fault.column = item.column;
            faults_(std::move(fault));
        };
        if (!read_text(document, kind, in_field, {options_.all_text})) return true;
        return sink_(std::move(document));
    }

    DocumentInfo info_of(const FeedItem& item) const {
        DocumentInfo info;
        info.record = item.id.empty() ? "L" + std::to_string(item.line) : item.id;
        info.id = options_.id_prefix + (options_.id.empty() ? "" : options_.id + '#') + *info.record;
        if (!options_.path.empty()) info.path = options_.path;
        if (std::string title = title_of(item.title); !title.empty()) info.title = std::move(title);
        info.published = iso_date(item.published);
        info.tags = item.tags;
        return info;
    }

    ByteSource& in_;
    const InputOptions& options_;
    const DocumentSink& sink_;
    const DiagnosticSink& faults_;
    FeedParser parser_;
    std::size_t items_ = 0;
};

}  // namespace

void read_feed(ByteSource& in, const InputOptions& options, const DocumentSink& sink, const DiagnosticSink& faults) {
    const std::string declared = declared_html_charset(in.peek());
    read_as_utf8(in, options, declared, faults,
                 [&](ByteSource& utf8) { FeedReader(utf8, options, sink, faults).read(); });
}

}  // namespace hardfacts
