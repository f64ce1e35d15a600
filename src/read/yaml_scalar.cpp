#include "read/yaml_scalar.h"

#include <algorithm>
#include <vector>

#include "model/utf8.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

struct ScalarPiece {
    Span source;
    std::string_view reading;  ///< empty for a verbatim piece
};

/// The range without quotes, or behind the header line of a block scalar (`>-`).
Span content_of(std::string_view source, Span range, ScalarStyle style) {
    if (style == ScalarStyle::block) {
        std::size_t begin = std::min(line_at(source, range.begin).next, range.end);
        while (begin < range.end && is_white(source[begin])) ++begin;
        return {begin, range.end};
    }
    if (style == ScalarStyle::plain || range.size() < 2) return range;
    return {range.begin + 1, range.end - 1};
}

std::size_t white_run(std::string_view text, std::size_t at) {
    const std::size_t from = at;
    while (at < text.size() && is_white(text[at])) ++at;
    return at - from;
}

bool breaks_line(std::string_view white) { return white.find_first_of("\r\n") != std::string_view::npos; }

/// The bytes an escape at the front of `text` takes: \n, \", \x41, \u3042, \U0001F600, or '' in single quotes.
std::size_t escape_size(std::string_view text, ScalarStyle style) {
    if (style == ScalarStyle::single_quoted) return text.substr(0, 2) == "''" ? 2 : 0;
    if (style != ScalarStyle::double_quoted || text.size() < 2 || text[0] != '\\') return 0;
    const std::size_t digits = text[1] == 'x' ? 2 : text[1] == 'u' ? 4 : text[1] == 'U' ? 8 : 0;
    return digits + 2 <= text.size() ? digits + 2 : 0;
}

std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && !is_lead(text[size])) ++size;
    return size;
}

/// Walks writing and value in step. Empty where they do not meet.
std::vector<ScalarPiece> align(std::string_view source, Span content, std::string_view value, ScalarStyle style) {
    std::vector<ScalarPiece> pieces;
    const std::string_view written = source.substr(0, content.end);
    std::size_t at = content.begin;
    std::size_t got = style == ScalarStyle::block ? white_run(value, 0) : 0;
    while (at < content.end) {
        if (const std::size_t white = white_run(written, at); breaks_line(written.substr(at, white))) {
            const std::size_t folded = white_run(value, got);
            if (folded > 0) pieces.push_back({{at, at + white}, " "});
            at += white;
            got += folded;
            continue;
        }
        if (const std::size_t escape = escape_size(written.substr(at), style); escape > 0) {
            if (written[at + 1] == '\n' || written[at + 1] == '\r') {  // an escaped line break joins the lines
                at += 1 + white_run(written, at + 1);
                continue;
            }
            if (got >= value.size()) return {};
            const std::size_t size = character_size(value.substr(got));
            pieces.push_back({{at, at + escape}, is_white(value[got]) ? " " : value.substr(got, size)});
            at += escape;
            got += size;
            continue;
        }
        if (got >= value.size() || written[at] != value[got]) {
            if (got == value.size() && white_run(written, at) == content.end - at) break;
            return {};
        }
        if (!pieces.empty() && pieces.back().reading.empty() && pieces.back().source.end == at) {
            ++pieces.back().source.end;
        } else {
            pieces.push_back({{at, at + 1}, {}});
        }
        ++at;
        ++got;
    }
    if (got + white_run(value, got) != value.size()) return {};
    return pieces;
}

/// True where the value is written as it is, on one line.
bool is_verbatim(std::string_view written, std::string_view value, ScalarStyle style) {
    const bool escapes = style == ScalarStyle::double_quoted && written.find('\\') != std::string_view::npos;
    return !written.empty() && written == value && style != ScalarStyle::block && !escapes &&
           written.find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace

void append_scalar(DocumentBuilder& out, Span range, std::string_view value, ScalarStyle style) {
    const Span content = content_of(out.source(), range, style);
    if (is_verbatim(slice(out.source(), content), value, style)) return out.text(content);
    const auto pieces = align(out.source(), content, value, style);
    if (pieces.empty()) out.replaced(range, trimmed(value));
    for (const ScalarPiece& piece : pieces) {
        if (piece.reading.empty()) {
            out.text(piece.source);
        } else if (piece.reading == " ") {
            out.space(piece.source);
        } else {
            out.replaced(piece.source, piece.reading);
        }
    }
}

}  // namespace hardfacts
