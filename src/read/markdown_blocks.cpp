#include "read/markdown_blocks.h"

#include <algorithm>
#include <array>

#include "model/utf8.h"

namespace hardfacts {

namespace {

constexpr std::size_t code_indent = 4;

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

/// The size of a heading's marks, `#` to `######` with a space behind, or 0.
std::size_t heading_marks(std::string_view line) {
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#') ++level;
    return level >= 1 && level <= 6 && level < line.size() && line[level] == ' ' ? level : 0;
}

/// `]:` behind a bracket that opens at the beginning of a line, whatever lists and quotations are around it.
bool defines_link(std::string_view body, std::size_t close) {
    const std::size_t open = close == 0 ? body.npos : body.find_last_of("[]", close - 1);
    if (open == body.npos || body[open] == ']') return false;
    if (open > 0 && body[open - 1] == '\\') return true;
    const std::size_t line = body.find_last_of('\n', open) + 1;  // npos + 1 is 0
    return body.substr(line, open - line).find_first_not_of(" \t>-*+0123456789.)") == body.npos;
}

/// The digits in front of `1. ` or `1) `, or 0. A longer number is no mark of an item.
std::size_t item_digits(std::string_view text) {
    constexpr std::size_t longest = 9;
    std::size_t digits = 0;
    while (digits < text.size() && is_ascii_digit(static_cast<unsigned char>(text[digits]))) ++digits;
    if (digits == 0 || digits > longest || digits == text.size()) return 0;
    const bool behind = digits + 1 == text.size() || text[digits + 1] == ' ' || text[digits + 1] == '\t';
    return behind && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

/// Bytes with which a line begins that is text wherever a line of text may stand. Asterisks, digits and colons are
/// looked at twice.
constexpr auto begins_text_line = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) table[c] = c >= 0x80 || is_ascii_alpha(static_cast<char32_t>(c));
    for (const char c : std::string_view("0123456789*[!&\"'($%,./;?@{}^")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool begins_with(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
               return a == (is_ascii_upper(static_cast<unsigned char>(b)) ? static_cast<char>(b + ('a' - 'A')) : b);
           });
}

/// True where raw HTML or fenced code may begin that does not end with the next blank line.
bool may_run_over_blank_lines(std::string_view line) {
    if (line.find("```") != line.npos || line.find("~~~") != line.npos) return true;
    for (std::size_t at = line.find('<'); at != line.npos; at = line.find('<', at + 1)) {
        for (const std::string_view name : {"!", "?", "script", "pre", "style", "textarea"}) {
            if (begins_with(line.substr(at + 1), name)) return true;
        }
    }
    return false;
}

/// `---`, `***` or `___`, where it is no heading's underline.
bool is_rule(std::string_view line) {
    return line.size() >= 3 && std::string_view("-*_").find(line[0]) != line.npos &&
           line.find_first_not_of(line[0]) == line.npos;
}

/// The box of a task list in front of an item's words.
bool begins_with_box(std::string_view text) {
    return text.size() >= 3 && text[0] == '[' && text[2] == ']' && std::string_view(" xX").find(text[1]) != text.npos;
}

}  // namespace

bool divides_at_blank_lines(std::string_view body) {
    if (body.find('\0') != body.npos || body.find('\r') != body.npos) return false;
    for (std::size_t at = body.find("]:"); at != body.npos; at = body.find("]:", at + 2)) {
        if (defines_link(body, at)) return false;
    }
    return true;
}

MarkdownBlocks::RawLine MarkdownBlocks::line_from(std::size_t at) const {
    const std::size_t end = std::min(source_.find('\n', at), source_.size());
    return {{at, end}, std::min(end + 1, source_.size())};
}

/// True for a line, white space in front taken off, that is text of a paragraph and begins no block of its own.
bool MarkdownBlocks::begins_text(Span line) const {
    const std::string_view text = slice(source_, line);
    if (text.empty() || !begins_text_line[static_cast<unsigned char>(text[0])]) return false;
    if (is_ascii_digit(static_cast<unsigned char>(text[0]))) return item_digits(text) == 0;
    if (text[0] != '*') return true;
    const std::size_t behind = text.find_first_not_of('*');
    return behind <= 2 && text[behind] != ' ' && text[behind] != '\t';
}

/// The line without its spaces at the end, where they are all the white space there.
std::optional<MarkdownLine> MarkdownBlocks::content(Span text) const {
    MarkdownLine line{text, false};
    while (line.text.end > text.begin && source_[line.text.end - 1] == ' ') --line.text.end;
    if (line.text.empty() || static_cast<unsigned char>(source_[line.text.end - 1]) <= ' ') return std::nullopt;
    line.hard_break = text.end - line.text.end >= 2;
    return line;
}

/// A line that goes on with a paragraph, whatever spaces are in front of it.
std::optional<MarkdownLine> MarkdownBlocks::more_text(Span line) const {
    while (line.begin < line.end && source_[line.begin] == ' ') ++line.begin;
    if (!begins_text(line)) return std::nullopt;
    return content(line);
}

std::optional<MarkdownBlocks::Item> MarkdownBlocks::item_at(const RawLine& line, MarkdownLine& held_line) const {
    const std::string_view text = slice(source_, line.text);
    const std::size_t indent = std::min(text.find_first_not_of(' '), text.size());
    const std::string_view behind = text.substr(indent);
    std::size_t mark = item_digits(behind);
    if (mark == 0 && (behind.empty() || std::string_view("-*+").find(behind[0]) == std::string_view::npos)) {
        return std::nullopt;
    }
    const std::size_t begin = std::min(behind.find_first_not_of(' ', mark + 1), behind.size());
    const std::size_t spaces = begin - mark - 1;
    if (spaces == 0 || spaces > code_indent) return std::nullopt;
    const Span held{line.text.begin + indent + begin, line.text.end};
    const auto read = content(held);
    if (!read || !begins_text(held) || begins_with_box(slice(source_, held))) return std::nullopt;
    held_line = *read;
    return Item{behind[mark], indent, begin, mark == 0 || behind.substr(0, mark) == "1", 0, 0};
}

/// True for a line that ends a paragraph and begins a block that is read here.
bool MarkdownBlocks::begins_block(const RawLine& line) const {
    if (heading_marks(slice(source_, line.text)) != 0) return true;
    MarkdownLine held;
    const auto item = item_at(line, held);
    return item && item->indent == 0 && item->first_may_stand;
}

void MarkdownBlocks::read() {
    while (at_ < source_.size()) {
        const RawLine line = line_from(at_);
        if (is_blank(slice(source_, line.text))) {
            at_ = line.next;
            continue;
        }
        if (!read_heading(line) && !read_rule(line) && !read_list() && !read_paragraph()) read_by_md4c();
    }
}

bool MarkdownBlocks::read_heading(const RawLine& line) {
    const std::size_t level = heading_marks(slice(source_, line.text));
    if (level == 0) return false;
    std::size_t begin = line.text.begin + level;
    while (begin < line.text.end && source_[begin] == ' ') ++begin;
    const auto read = content({begin, line.text.end});
    // Marks may also stand behind a heading, and white space other than spaces around it.
    if (!read || source_[read->text.end - 1] == '#' || static_cast<unsigned char>(source_[begin]) <= ' ') return false;
    lines_.assign(1, {read->text, false});
    const bool alone = begins_text(read->text) && source_[begin] != '[';  // a paragraph, read without its marks
    if (!inlines_.read(lines_) && !alone) return false;
    MD_BLOCK_H_DETAIL detail{static_cast<unsigned>(level)};
    reader_.enter(MD_BLOCK_H, &detail);
    tell_inlines(lines_);
    reader_.leave(MD_BLOCK_H);
    at_ = line.next;
    return true;
}

bool MarkdownBlocks::read_rule(const RawLine& line) {
    if (!is_rule(slice(source_, line.text))) return false;
    reader_.enter(MD_BLOCK_HR, nullptr);
    reader_.leave(MD_BLOCK_HR);
    at_ = line.next;
    return true;
}

/// True for a line at the margin that goes on with no list, whatever is read of it.
bool MarkdownBlocks::is_surely_no_item(Span line) const {
    const std::string_view text = slice(source_, line);
    return std::string_view(" \t-*+0123456789").find(text[0]) == text.npos || begins_text(line) || is_rule(text);
}

/// The items of the list that begins here, up to what is surely none of it. False where md4c has to read it.
bool MarkdownBlocks::collect_items(std::size_t& end) {
    items_.clear();
    item_lines_.clear();
    bool behind_blank = false;
    for (std::size_t at = at_; at < source_.size();) {
        const RawLine line = line_from(at);
        const std::string_view text = slice(source_, line.text);
        at = line.next;
        if (is_blank(text)) {
            behind_blank = true;
            continue;
        }
        MarkdownLine held;
        if (const auto item = item_at(line, held)) {
            if (behind_blank && !items_.empty() && item->indent == 0 && item->mark != items_[0].mark) break;
            if (!add_item(*item, held, behind_blank)) return false;
        } else if (items_.empty()) {
            return false;
        } else if (heading_marks(text) != 0 || (behind_blank && is_surely_no_item(line.text))) {
            break;
        } else if (const auto more = more_text(line.text); more && !behind_blank) {
            item_lines_.push_back(*more);
            items_.back().lines_end = item_lines_.size();
        } else {
            return false;
        }
        end = line.next;
        behind_blank = false;
    }
    return true;
}

/// False where it may be no item, or one of another list.
bool MarkdownBlocks::add_item(const Item& item, const MarkdownLine& held, bool behind_blank) {
    if (items_.empty() ? item.indent != 0 : item.indent == 0 && item.mark != items_[0].mark) return false;
    const bool goes_deeper = !items_.empty() && item.indent > items_.back().indent;
    if (goes_deeper && !behind_blank && !item.first_may_stand) return false;
    items_.push_back(item);
    items_.back().lines_begin = item_lines_.size();
    item_lines_.push_back(held);
    items_.back().lines_end = item_lines_.size();
    return true;
}

/// Follows the items down and up the nested lists, and tells of them where `told`. False where one stands where md4c
/// has to decide what it is.
bool MarkdownBlocks::tell_items(bool told) {
    struct List {
        char mark;
        std::size_t content;  ///< columns from the beginning of what holds the list to what its item holds
    };
    std::vector<List> lists;
    const auto tell = [&](bool enter, MD_BLOCKTYPE type) {
        if (!told) return;
        enter ? reader_.enter(type, nullptr) : reader_.leave(type);
    };
    const auto list_type = [](char mark) { return mark == '.' || mark == ')' ? MD_BLOCK_OL : MD_BLOCK_UL; };
    const auto leave_list = [&] {
        tell(false, MD_BLOCK_LI);
        tell(false, list_type(lists.back().mark));
        lists.pop_back();
    };
    for (const Item& item : items_) {
        std::size_t indent = item.indent;
        std::size_t depth = 0;
        for (; depth < lists.size() && indent >= lists[depth].content; ++depth) indent -= lists[depth].content;
        if (indent >= code_indent || (depth < lists.size() && lists[depth].mark != item.mark)) return false;
        while (lists.size() > depth + 1) leave_list();
        if (depth < lists.size()) {
            tell(false, MD_BLOCK_LI);
        } else {
            lists.push_back({item.mark, 0});
            tell(true, list_type(item.mark));
        }
        lists.back().content = indent + item.width;
        tell(true, MD_BLOCK_LI);
        if (!told) continue;
        lines_.assign(item_lines_.begin() + static_cast<std::ptrdiff_t>(item.lines_begin),
                      item_lines_.begin() + static_cast<std::ptrdiff_t>(item.lines_end));
        tell_inlines(lines_);
    }
    while (!lists.empty()) leave_list();
    return true;
}

bool MarkdownBlocks::read_list() {
    std::size_t end = at_;
    if (!collect_items(end) || !tell_items(false)) return false;
    tell_items(true);
    at_ = end;
    return true;
}

bool MarkdownBlocks::read_paragraph() {
    lines_.clear();
    std::size_t at = at_;
    while (at < source_.size()) {
        const RawLine line = line_from(at);
        if (is_blank(slice(source_, line.text))) break;
        const bool at_margin = source_[line.text.begin] != ' ';
        const auto more = lines_.empty() && !at_margin ? std::nullopt : more_text(line.text);
        if (!more) {
            if (lines_.empty() || !begins_block(line)) return false;
            break;
        }
        lines_.push_back(*more);
        at = line.next;
    }
    reader_.enter(MD_BLOCK_P, nullptr);
    tell_inlines(lines_);
    reader_.leave(MD_BLOCK_P);
    at_ = at;
    return true;
}

/// Hands over everything up to a line behind a blank one that is a heading or text at the margin.
void MarkdownBlocks::read_by_md4c() {
    std::size_t end = at_;
    bool behind_blank = false;
    bool ends = true;
    while (end < source_.size()) {
        const RawLine line = line_from(end);
        const std::string_view text = slice(source_, line.text);
        if (behind_blank && (begins_text(line.text) || heading_marks(text) != 0)) break;
        behind_blank = is_blank(text);
        ends = ends && !may_run_over_blank_lines(text);
        end = ends ? line.next : source_.size();
    }
    parse_markdown(reader_, source_.substr(at_, end - at_));
    at_ = end;
}

void MarkdownBlocks::tell_inlines(const std::vector<MarkdownLine>& lines) {
    if (!inlines_.read(lines)) {
        const std::size_t begin = lines.front().text.begin;
        return parse_markdown_paragraph(reader_, source_.substr(begin, lines.back().text.end - begin));
    }
    for (const Inline& piece : inlines_.inlines()) {
        switch (piece.kind) {
            case Inline::Kind::plain: reader_.text(piece.range, true); break;
            case Inline::Kind::text: reader_.text(piece.range, false); break;
            case Inline::Kind::soft_break: reader_.line_break(false); break;
            case Inline::Kind::hard_break: reader_.line_break(true); break;
            case Inline::Kind::image_begin: reader_.enter(MD_SPAN_IMG); break;
            case Inline::Kind::image_end: reader_.leave(MD_SPAN_IMG); break;
        }
    }
}

}  // namespace hardfacts
