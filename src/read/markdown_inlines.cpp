#include "read/markdown_inlines.h"

#include <algorithm>
#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

/// What may be markup, to md4c or to StrayMarkup.
constexpr auto marks = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("*_[]<&\\`:!~")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

constexpr bool is_punctuation(char32_t c) {
    return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
}

constexpr bool is_alnum(char32_t c) { return is_ascii_alpha(c) || is_ascii_digit(c); }

/// What emphasis depends on, at either side of its marks: white space, punctuation or another character. Of the
/// characters beyond ASCII only those that all versions of Unicode agree on.
enum class Side : std::uint8_t { white, punctuation, other, unknown };

constexpr Side side_of(char32_t c) {
    if (c < 0x80) {
        if (c == ' ' || (c >= 9 && c <= 13)) return Side::white;
        return is_punctuation(c) ? Side::punctuation : Side::other;
    }
    if (c == 0x3000 || c == 0xA0) return Side::white;
    if (is_hiragana(c) || is_katakana(c)) return c >= 0x3097 && c <= 0x309C ? Side::unknown : Side::other;
    if ((c >= 0x4E00 && c <= 0x9FA5) || is_latin(c)) return Side::other;
    if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A))
        return Side::other;
    if ((c >= 0x3001 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301B)) {
        return Side::punctuation;
    }
    if ((c >= 0x2010 && c <= 0x2027) || c == 0x30FB || c == 0xFF01 || (c >= 0xFF08 && c <= 0xFF0A)) {
        return Side::punctuation;
    }
    if (c == 0xFF0C || c == 0xFF0E || c == 0xFF0F || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F)
        return Side::punctuation;
    return Side::unknown;
}

/// The sides of source[run], marks of one kind.
struct Sides {
    Side left, right;
    bool known() const { return left != Side::unknown && right != Side::unknown; }
    bool none() const { return left == Side::white && right == Side::white; }
    bool opens() const { return right != Side::white && right >= left; }
    bool closes() const { return left != Side::white && left >= right; }
};

Sides sides_of(std::string_view source, Span line, Span run) {
    return {run.begin == line.begin ? Side::white : side_of(decode_before(source, run.begin).value),
            run.end == line.end ? Side::white : side_of(decode_at(source, run.end).value)};
}

/// The marks of one kind at `at`.
Span run_at(std::string_view source, Span line, std::size_t at) {
    std::size_t end = at + 1;
    while (end < line.end && source[end] == source[at]) ++end;
    return {at, end};
}

/// True between ASCII letters or digits, where an underscore is no markup.
bool is_inside_word(std::string_view source, Span line, std::size_t at) {
    return at > line.begin && at + 1 < line.end && is_alnum(static_cast<unsigned char>(source[at - 1])) &&
           is_alnum(static_cast<unsigned char>(source[at + 1]));
}

/// What a simple address is made of. Brackets that pair, escapes, titles and whatever else md4c knows are not in it.
constexpr auto address_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = '!'; c < 256; ++c) table[c] = c != 0x7F;
    for (const char c : std::string_view("()<>[]\\*`\"'")) table[static_cast<unsigned char>(c)] = false;
    return table;
}();

/// Where `(address)` at `at` ends, or 0 where there is none, or one that is not simple.
std::size_t address_end(std::string_view source, Span line, std::size_t at) {
    if (at >= line.end || source[at] != '(') return 0;
    std::size_t end = at + 1;
    for (; end < line.end && address_bytes[static_cast<unsigned char>(source[end])]; ++end) {
        if (source[end] == '_' && !is_inside_word(source, line, end)) return 0;
    }
    if (end == line.end || source[end] != ')') return 0;
    return end > at + 1 ? end + 1 : 0;
}

/// True where & begins what has the form of an entity.
bool begins_entity(std::string_view source, Span line, std::size_t at) {
    std::size_t end = at + 1;
    while (end < line.end && (is_alnum(static_cast<unsigned char>(source[end])) || source[end] == '#')) ++end;
    return end < line.end && source[end] == ';';
}

/// True where `://` at `at` stands in no address, or in one that nothing divides: md4c, for whom it ends with white
/// space, finds no emphasis in it, and so what find_web_address() sees of it is the same.
bool is_simple_address(std::string_view source, Span line, std::size_t at, bool in_link) {
    const std::string_view before = slice(source, {line.begin, at});
    if (!before.ends_with("http") && !before.ends_with("https") && !before.ends_with("ftp")) return true;
    const std::size_t scheme = before.find_last_not_of("htpsf");
    if (scheme != before.npos && (before[scheme] == '*' || before[scheme] == '~'))
        return false;  // a stray one, cut off
    const std::string_view behind = slice(source, {at + 3, line.end});
    for (std::size_t k = 0; k < behind.size() && static_cast<unsigned char>(behind[k]) > ' '; ++k) {
        if (behind[k] == ']' && in_link) break;
        if (std::string_view("()*~[]").find(behind[k]) != std::string_view::npos) return false;
        if (behind[k] == '_' && !is_inside_word(source, line, at + 3 + k)) return false;
    }
    return true;
}

/// CommonMark's rule of three: runs that could both open and close do not meet where their sizes add up to three.
bool may_meet(std::size_t opener, std::size_t closer, bool either_inside_word) {
    return !either_inside_word || opener % 3 == 0 || (opener + closer) % 3 != 0;
}

}  // namespace

bool MarkdownInlines::read(const std::vector<MarkdownLine>& lines) {
    found_.clear();
    openers_.clear();
    Stretch stretch{};
    for (const MarkdownLine& line : lines) {
        stretch.line = line.text;
        stretch.at = line.text.begin;
        if (!read_line(stretch, Depth::paragraph)) return false;
        found_.push_back({Found::Kind::line_end, {line.text.end, line.text.end}});
    }
    divide(lines);
    return true;
}

/// Reads to the end of the line, or to the bracket that closes the link.
bool MarkdownInlines::read_line(Stretch& stretch, Depth depth) {
    const auto mark = [&](std::size_t at) { return marks[static_cast<unsigned char>(source_[at])]; };
    const std::size_t end = stretch.line.end;
    while (true) {
        std::size_t at = stretch.at;
        while (at + 4 <= end && !mark(at) && !mark(at + 1) && !mark(at + 2) && !mark(at + 3)) at += 4;
        while (at < end && !mark(at)) ++at;
        stretch.at = at;
        if (at == end) return depth == Depth::paragraph;
        if (source_[at] == ']' && depth != Depth::paragraph) return true;
        switch (read_special(stretch, depth)) {
            case Reading::text: ++stretch.at; break;
            case Reading::markup: break;
            case Reading::unknown: return false;
        }
    }
}

/// What stands at a byte that may be markup: nothing, or something that was read and passed, or md4c has to decide.
MarkdownInlines::Reading MarkdownInlines::read_special(Stretch& stretch, Depth depth) {
    const std::size_t at = stretch.at;
    const Span line = stretch.line;
    const char next = at + 1 < line.end ? source_[at + 1] : ' ';
    const auto stray = [&] { found_.push_back({Found::Kind::stray, {at, at + 1}}); };
    switch (source_[at]) {
        case '*':
        case '_': return emphasis(stretch);
        case '[': return bracket(stretch, depth, false);
        case ']': return Reading::text;
        case '~': stray(); return Reading::text;
        case '!':
            if (next == '[') return bracket(stretch, depth, true);
            stray();
            return Reading::text;
        case '<': return (next & 0x80) != 0 ? Reading::text : Reading::unknown;  // to md4c, `< a:>` is an address too
        case '&': return begins_entity(source_, line, at) ? Reading::unknown : Reading::text;
        case '\\':
            if (at + 1 >= line.end) return Reading::unknown;
            if (!is_punctuation(static_cast<unsigned char>(next))) return Reading::text;
            found_.push_back({Found::Kind::cut, {at, at + 1}});
            stray();
            found_.push_back({Found::Kind::cut, {at + 2, at + 2}});
            stretch.at = at + 2;
            return Reading::markup;
        case ':':
            if (next != '/' || at + 2 >= line.end || source_[at + 2] != '/') return Reading::text;
            stray();
            return is_simple_address(source_, line, at, depth != Depth::paragraph) ? Reading::text : Reading::unknown;
        default: return Reading::unknown;
    }
}

MarkdownInlines::Reading MarkdownInlines::emphasis(Stretch& stretch) {
    const Span run = run_at(source_, stretch.line, stretch.at);
    const Sides sides = sides_of(source_, stretch.line, run);
    if (!sides.known()) return Reading::unknown;
    stretch.at = run.end;
    const char mark = source_[run.begin];
    const bool inside_word = sides.left == Side::other && sides.right == Side::other;
    found_.push_back({Found::Kind::marks, run});
    if (sides.none() || (mark == '_' && inside_word)) return Reading::markup;  // that is, none
    Opener left{found_.size() - 1, mark, run.size(), run.size(), inside_word};
    if (sides.closes()) left.left = close_emphasis(stretch, left);
    if (left.left > 0 && sides.opens()) openers_.push_back(left);
    return Reading::markup;
}

/// Closes with `closer` what is open, the last first. Returns how many of its marks are left.
std::size_t MarkdownInlines::close_emphasis(const Stretch& stretch, const Opener& closer) {
    std::size_t left = closer.left;
    std::size_t k = openers_.size();
    while (left > 0 && k > stretch.openers) {
        Opener& opener = openers_[k - 1];
        const bool meets =
            opener.mark == closer.mark &&
            (closer.mark == '_' || may_meet(opener.size, closer.size, opener.inside_word || closer.inside_word));
        if (!meets) {
            --k;
            continue;
        }
        const std::size_t size = std::min(left, opener.left);
        found_[opener.found].opened += size;
        found_[closer.found].closed += size;
        left -= size;
        opener.left -= size;
        openers_.resize(opener.left == 0 ? k - 1 : k);  // what was opened in between stays open for ever
        k = openers_.size();
    }
    return left;
}

/// A link, a picture, which may stand in a link, or brackets that are none.
MarkdownInlines::Reading MarkdownInlines::bracket(Stretch& stretch, Depth depth, bool image) {
    const std::size_t begin = stretch.at + (image ? 2 : 1);
    const bool second = begin < stretch.line.end && source_[begin] == '[';
    if (second && !image && depth == Depth::paragraph) return wiki_link(stretch);
    if (second || depth == Depth::image || (depth == Depth::link && !image)) return Reading::unknown;
    const std::size_t found = found_.size();
    const std::size_t openers = openers_.size();
    found_.push_back({Found::Kind::cut, {stretch.at, begin}});
    if (image) found_.push_back({Found::Kind::image_begin, {begin, begin}});
    Stretch inner{stretch.line, begin, openers};
    if (!read_line(inner, image ? Depth::image : Depth::link)) return Reading::unknown;
    openers_.resize(openers);
    const Reading reading = bracket_read(stretch, inner, image);
    if (reading != Reading::text) return reading;
    found_.resize(found);
    if (image) found_.push_back({Found::Kind::stray, {stretch.at, begin}});
    if (depth != Depth::paragraph) return Reading::unknown;  // its end would be taken for the link's
    return reading;
}

/// `[[name]]`: md4c looks for nothing else in it.
MarkdownInlines::Reading MarkdownInlines::wiki_link(Stretch& stretch) {
    constexpr std::size_t longest_name = 100;
    const std::size_t begin = stretch.at + 2;
    const Span line = stretch.line;
    std::size_t end = begin;
    for (; end < line.end && source_[end] != ']'; ++end) {
        const char c = source_[end];
        if (c == '|' || (c == '&' && begins_entity(source_, line, end))) return Reading::unknown;
        if (c != '&' && marks[static_cast<unsigned char>(c)]) return Reading::unknown;
    }
    const std::string_view behind = slice(source_, {end, line.end});
    const bool ends = behind.starts_with("]]") && behind.substr(2, 1).find_first_of("]([") == behind.npos;
    if (!ends || end == begin || end - begin > longest_name) return Reading::unknown;
    found_.push_back({Found::Kind::cut, {stretch.at, begin}});
    found_.push_back({Found::Kind::cut, {end, end + 2}});
    stretch.at = end + 2;
    return Reading::markup;
}

/// What the brackets are, by what stands behind them.
MarkdownInlines::Reading MarkdownInlines::bracket_read(Stretch& stretch, const Stretch& inner, bool image) {
    const std::size_t close = inner.at;
    const char next = close + 1 < stretch.line.end ? source_[close + 1] : ' ';
    if (next == '[') return Reading::unknown;
    if (next != '(') return Reading::text;
    const std::size_t end = address_end(source_, stretch.line, close + 1);
    if (end == 0) return Reading::unknown;
    found_.push_back({Found::Kind::cut, {close, end}});
    if (image) found_.push_back({Found::Kind::image_end, {end, end}});
    stretch.at = end;
    return Reading::markup;
}

/// Divides the lines into texts at what was found.
void MarkdownInlines::divide(const std::vector<MarkdownLine>& lines) {
    inlines_.clear();
    auto line = lines.begin();
    std::size_t from = line->text.begin;
    bool plain = true;
    const auto cut = [&](std::size_t begin, std::size_t end) {
        if (begin > from) inlines_.push_back({plain ? Inline::Kind::plain : Inline::Kind::text, {from, begin}});
        from = end;
        plain = true;
    };
    for (const Found& found : found_) {
        const Span range = found.range;
        switch (found.kind) {
            case Found::Kind::cut: cut(range.begin, range.end); break;
            case Found::Kind::stray: plain = false; break;
            case Found::Kind::marks:
                if (found.closed > 0) cut(range.begin, range.begin + found.closed);
                if (found.closed + found.opened < range.size()) plain = false;
                if (found.opened > 0) cut(range.end - found.opened, range.end);
                break;
            case Found::Kind::image_begin: inlines_.push_back({Inline::Kind::image_begin, {}}); break;
            case Found::Kind::image_end: inlines_.push_back({Inline::Kind::image_end, {}}); break;
            case Found::Kind::line_end:
                cut(range.end, range.end);
                if (line + 1 == lines.end()) break;
                inlines_.push_back({line->hard_break ? Inline::Kind::hard_break : Inline::Kind::soft_break, {}});
                from = (++line)->text.begin;
                break;
        }
    }
}

}  // namespace hardfacts
