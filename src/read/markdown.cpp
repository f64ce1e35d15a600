#include "read/markdown.h"

#include <md4c.h>

#include <optional>
#include <vector>

#include "model/utf8.h"
#include "read/entities.h"
#include "read/lines.h"
#include "read/tags.h"

namespace hardfacts {

namespace {

/// True if an indented block is program text: news is indented by accident more often than it shows code.
bool looks_like_code(std::string_view line) {
    const std::string_view text = trimmed(line);
    if (text.empty()) return false;
    if (std::string_view("{};\\").find(text.back()) != std::string_view::npos) return true;
    for (const std::string_view sign :
         {" = ", "==", "=>", "->", "();", "::", "</", "/>", "&&", "${", "#include", "~/"}) {
        if (text.find(sign) != std::string_view::npos) return true;
    }
    return text.substr(0, 2) == "$ " || text.substr(0, 2) == "//" || text.substr(0, 4) == "git ";
}

class MarkdownReader {
public:
    MarkdownReader(DocumentBuilder& out, std::size_t begin) : out_(out), source_(out.source()), break_at_(begin) {}

    void enter(MD_BLOCKTYPE type, void* detail);
    void leave(MD_BLOCKTYPE type);
    void enter(MD_SPANTYPE type);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size);
    std::size_t first_title() const { return first_title_; }

private:
    struct List {
        std::size_t lead_in;                ///< the parent item, or the paragraph that opens the list
        std::size_t item_block = no_block;  ///< the first block of the item that is open
    };

    std::optional<Span> in_source(const MD_CHAR* text, MD_SIZE size) const;
    Block here(BlockKind kind) const;
    void open_if_needed();
    std::size_t close();
    void enter_list();
    void enter_cell(bool header);
    void leave_cell();
    void plain_text(Span range);
    std::size_t stray_markup(std::size_t at, std::size_t end);
    void code_text(Span range);
    void code_line_break();
    void line_break(bool hard);
    void divide();
    Span next_line_break() const;
    void leave_indented_code();

    DocumentBuilder& out_;
    std::string_view source_;
    EntityDecoder entities_;
    std::vector<List> lists_;
    std::optional<TagStripper> html_;  ///< the HTML block, or the inline tags of the block that is open
    Block html_block_;                 ///< what text between the tags of an HTML block becomes
    std::vector<Span> indented_;       ///< lines of an indented code block
    std::vector<std::size_t> header_cells_;
    std::size_t break_at_;                   ///< no line break before this place is still to come
    std::size_t last_paragraph_ = no_block;  ///< the block just closed, if it was a paragraph
    std::size_t row_heading_ = no_block;
    std::size_t first_title_ = no_block;
    std::size_t embed_end_ = 0;  ///< text before this place belongs to an embedded file's name
    std::uint32_t table_ = 0;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    std::uint32_t quotes_ = 0;
    std::uint32_t images_ = 0;
    bool in_html_block_ = false;
    bool in_code_block_ = false;
    bool in_indented_code_ = false;
    bool only_images_ = true;           ///< the open block holds nothing but alternative texts so far
    std::optional<Wrapping> wrapping_;  ///< of the paragraph that is open, once asked for
};

/// md4c hands over its breaks, NULs and indentation as literals of its own: those are not in the source.
std::optional<Span> MarkdownReader::in_source(const MD_CHAR* text, MD_SIZE size) const {
    const std::less_equal<const MD_CHAR*> before;
    if (!before(source_.data(), text) || !before(text + size, source_.data() + source_.size())) return std::nullopt;
    const auto begin = static_cast<std::size_t>(text - source_.data());
    return Span{begin, begin + size};
}

Block MarkdownReader::here(BlockKind kind) const {
    Block block;
    block.kind = kind;
    block.quoted = quotes_ > 0;
    if (lists_.empty() || (kind != BlockKind::paragraph && kind != BlockKind::list_item)) return block;
    const List& list = lists_.back();
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 255));
    block.lead_in = list.item_block != no_block ? list.item_block : list.lead_in;
    return block;
}

void MarkdownReader::open_if_needed() {
    if (out_.in_block()) return;
    out_.begin_block(here(BlockKind::paragraph));
    only_images_ = true;
}

std::size_t MarkdownReader::close() {
    if (!out_.in_block()) return no_block;
    if (only_images_ && out_.block().kind == BlockKind::paragraph) out_.block().kind = BlockKind::caption;
    const BlockKind kind = out_.block().kind;
    const std::size_t index = out_.end_block();
    if (index == no_block) return index;
    if (!lists_.empty() && lists_.back().item_block == no_block && kind == BlockKind::list_item) {
        lists_.back().item_block = index;
    }
    last_paragraph_ = kind == BlockKind::paragraph ? index : no_block;
    if (kind == BlockKind::paragraph) {  // inside a list only a lazy line is one: it opens what follows of the list
        for (List& list : lists_) list.lead_in = index;
    }
    return index;
}

void MarkdownReader::enter_list() {
    std::size_t lead_in = last_paragraph_;
    if (!lists_.empty()) {
        const List& outer = lists_.back();
        lead_in = outer.item_block != no_block ? outer.item_block : outer.lead_in;
    }
    lists_.push_back({lead_in});
}

void MarkdownReader::enter_cell(bool header) {
    Block cell = here(BlockKind::table_cell);
    cell.header_cell = header;
    cell.table = table_;
    cell.row = row_;
    cell.column = column_;
    cell.row_heading = row_heading_;
    if (!header && column_ < header_cells_.size()) cell.column_heading = header_cells_[column_];
    out_.begin_block(cell);
}

void MarkdownReader::leave_cell() {
    const bool header = out_.block().header_cell;
    const std::size_t index = out_.end_block();
    if (header) header_cells_.push_back(index);
    if (column_ == 0) row_heading_ = index;
    ++column_;
}

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
    if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) close();
    wrapping_.reset();
    html_.reset();
    switch (type) {
        case MD_BLOCK_QUOTE: ++quotes_; break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: enter_list(); break;
        case MD_BLOCK_LI: lists_.back().item_block = no_block; break;
        case MD_BLOCK_H:
            out_.begin_block(here(BlockKind::heading));
            out_.block().level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_CODE:
            in_code_block_ = true;
            in_indented_code_ = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char == 0;
            if (!in_indented_code_) out_.begin_block(here(BlockKind::code));
            break;
        case MD_BLOCK_HTML:
            in_html_block_ = true;
            html_block_ = here(BlockKind::paragraph);
            html_.emplace(out_, entities_, html_block_, true);
            break;
        case MD_BLOCK_TABLE:
            ++table_;
            row_ = 0;
            header_cells_.clear();
            break;
        case MD_BLOCK_TR:
            column_ = 0;
            row_heading_ = no_block;
            break;
        case MD_BLOCK_TH: enter_cell(true); break;
        case MD_BLOCK_TD: enter_cell(false); break;
        default: break;
    }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            close();
            --quotes_;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            close();
            lists_.pop_back();
            last_paragraph_ = no_block;
            break;
        case MD_BLOCK_H: {
            const bool title = out_.block().level == 1 && first_title_ == no_block;
            only_images_ = false;
            const std::size_t index = close();
            if (title) first_title_ = index;
            break;
        }
        case MD_BLOCK_CODE:
            if (in_indented_code_) leave_indented_code();
            only_images_ = false;
            close();
            in_code_block_ = in_indented_code_ = false;
            last_paragraph_ = no_block;
            break;
        case MD_BLOCK_HTML:
            only_images_ = false;
            close();
            in_html_block_ = false;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: leave_cell(); break;
        case MD_BLOCK_TR: ++row_; break;
        case MD_BLOCK_HR:
        case MD_BLOCK_TABLE: last_paragraph_ = no_block; break;
        default: close(); break;
    }
}

void MarkdownReader::enter(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_CODE) {
        open_if_needed();
        only_images_ = false;
        out_.begin_code();
    }
}

void MarkdownReader::leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_CODE) out_.end_code();
}

void MarkdownReader::text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    const std::optional<Span> range = in_source(text, size);
    if (range) break_at_ = range->end;
    switch (type) {
        case MD_TEXT_BR: line_break(true); return;
        case MD_TEXT_SOFTBR: line_break(false); return;
        case MD_TEXT_NULLCHAR: {
            if (in_code_block_ || in_html_block_)
                return;  // there md4c 0.4.8 hands it over with the text behind it, too
            const std::size_t at = source_.find('\0', break_at_);
            if (at == std::string_view::npos) return;
            break_at_ = at + 1;
            open_if_needed();
            out_.replaced({at, at + 1}, "\xEF\xBF\xBD");
            return;
        }
        case MD_TEXT_ENTITY: {
            const std::string_view reading = range ? entities_.decode(slice(source_, *range)) : "";
            if (range && reading.empty()) return plain_text(*range);
            open_if_needed();
            if (range) out_.replaced(*range, reading);
            return;
        }
        case MD_TEXT_HTML:
            if (range) {
                if (!html_) html_.emplace(out_, entities_, html_block_, false);
                if (html_->feed(*range) && !in_html_block_) divide();
            } else if (in_html_block_) {
                if (out_.in_block()) out_.space(next_line_break());
            }
            return;
        case MD_TEXT_CODE:
        case MD_TEXT_LATEXMATH:
            if (range) {
                code_text(*range);
            } else if (!in_code_block_ || *text == '\n') {  // else indentation that md4c puts back
                code_line_break();
            }
            return;
        case MD_TEXT_NORMAL:
            if (range) plain_text(*range);
            return;
    }
}

/// Text outside of code and tags. Markup that CommonMark's rules leave standing is markup all the same: emphasis
/// where Japanese meets its brackets (`**…（…）**を`), ~~ of deleted text, embedded files (`![[chart.png]]`).
void MarkdownReader::plain_text(Span range) {
    range.begin = std::min(std::max(range.begin, embed_end_), range.end);
    if (range.empty()) return;
    open_if_needed();
    if (images_ == 0 && slice(source_, range).find_first_not_of(" \t") != std::string_view::npos) only_images_ = false;
    std::size_t from = range.begin;
    std::size_t at = from;
    if (at > 0 && source_[at - 1] == '\\') ++at;  // escaped: a character as any other
    while (at < range.end) {
        const char c = source_[at];
        const std::size_t size = c == '*' || c == '~' || c == '!' ? stray_markup(at, range.end) : 0;
        if (size == 0) {
            ++at;
            continue;
        }
        if (at > from) out_.text({from, at});
        from = at = std::min(at + size, range.end);
    }
    if (from < range.end) out_.text({from, range.end});
}

/// The size of the stray markup at `at`, or 0.
std::size_t MarkdownReader::stray_markup(std::size_t at, std::size_t end) {
    const char c = source_[at];
    if (c == '!' && source_.substr(at, 3) == "![[") {
        const std::size_t close = slice(source_, line_at(source_, at).text).find("]]");
        if (close == std::string_view::npos) return 0;
        embed_end_ = at + close + 2;
        return close + 2;
    }
    if ((c != '*' && c != '~') || at + 1 >= end || source_[at + 1] != c) return 0;
    std::size_t behind = at + 2;
    while (behind < end && source_[behind] == c) ++behind;
    const auto is_word = [&](std::size_t place) {
        const auto byte = static_cast<unsigned char>(place < end ? source_[place] : ' ');
        return is_ascii_alpha(byte) || is_ascii_digit(byte);
    };
    return at > 0 && is_word(at - 1) && is_word(behind) ? 0 : behind - at;  // 2**10 is a power
}

void MarkdownReader::code_text(Span range) {
    if (in_indented_code_) return indented_.push_back(range);
    open_if_needed();
    out_.verbatim(range);
}

void MarkdownReader::code_line_break() {
    const Span newline = next_line_break();
    break_at_ = newline.end;
    if (newline.empty() || in_indented_code_ || !out_.in_block()) return;
    if (!in_code_block_) return out_.space(newline);
    if (source_[newline.begin] == '\n') {
        out_.verbatim(newline);
    } else {
        out_.replaced(newline, "\n");
    }
}

void MarkdownReader::leave_indented_code() {
    bool code = false;
    for (const Span line : indented_) code = code || looks_like_code(slice(source_, line));
    Block block = here(code ? BlockKind::code : BlockKind::paragraph);
    only_images_ = false;
    if (code) out_.begin_block(block);
    for (const Span line : indented_) {
        if (!code) out_.begin_block(block);
        if (code && !out_.block_text().empty()) out_.replaced({line.begin, line.begin}, "\n");
        out_.verbatim(line);
        if (!code) close();
    }
    indented_.clear();
}

/// The first line break that has not been read yet; empty where there is none.
Span MarkdownReader::next_line_break() const {
    const std::size_t from = std::max(break_at_, out_.cursor());
    const Line line = line_at(source_, from);
    return {line.text.end, line.next};
}

void MarkdownReader::line_break(bool hard) {
    const Span newline = next_line_break();
    break_at_ = newline.end;
    if (!out_.in_block() || newline.empty()) return;
    const BlockKind kind = out_.block().kind;
    const std::size_t before = source_.find_last_of("\r\n", newline.begin == 0 ? 0 : newline.begin - 1);
    const std::size_t line_begin = before == std::string_view::npos || before >= newline.begin ? 0 : before + 1;
    const std::string_view next = slice(source_, line_at(source_, newline.end).text);
    if (kind != BlockKind::heading && kind != BlockKind::table_cell) {
        if (!wrapping_) wrapping_ = measure_wrapping(source_, line_begin);
        const std::string_view line = slice(source_, {line_begin, newline.begin});
        if (!runs_on(out_.block_text(), line, next, *wrapping_)) return divide();
    }
    if (!hard && joins_without_space(out_.block_text(), trimmed(next))) return;
    out_.space(newline);
}

/// Ends the block at a line break that was meant and begins another of its kind. A line that stands at the margin
/// although an item is open (a "lazy" one) is a paragraph of its own, and opens what follows of the list.
void MarkdownReader::divide() {
    if (!out_.in_block()) return;
    const BlockKind kind = out_.block().kind;
    if (kind == BlockKind::heading || kind == BlockKind::table_cell) return out_.space({break_at_, break_at_});
    close();
    only_images_ = true;
    Block block = here(BlockKind::paragraph);
    const bool at_margin = break_at_ < source_.size() && !is_white(source_[break_at_]) && source_[break_at_] != '>';
    const bool after_break = break_at_ > 0 && (source_[break_at_ - 1] == '\n' || source_[break_at_ - 1] == '\r');
    if (lists_.empty() || !at_margin || !after_break) return out_.begin_block(block);
    Block lazy;
    lazy.quoted = block.quoted;
    out_.begin_block(lazy);
}

extern "C" {
int enter_block(MD_BLOCKTYPE type, void* detail, void* reader) {
    static_cast<MarkdownReader*>(reader)->enter(type, detail);
    return 0;
}
int leave_block(MD_BLOCKTYPE type, void*, void* reader) {
    static_cast<MarkdownReader*>(reader)->leave(type);
    return 0;
}
int enter_span(MD_SPANTYPE type, void*, void* reader) {
    static_cast<MarkdownReader*>(reader)->enter(type);
    return 0;
}
int leave_span(MD_SPANTYPE type, void*, void* reader) {
    static_cast<MarkdownReader*>(reader)->leave(type);
    return 0;
}
int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
    static_cast<MarkdownReader*>(reader)->text(type, text, size);
    return 0;
}
}

}  // namespace

std::size_t read_markdown(DocumentBuilder& out, std::size_t begin) {
    MarkdownReader reader(out, begin);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS | MD_FLAG_WIKILINKS;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = take_text;
    const std::string_view body = out.source().substr(begin);
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, &reader);
    return reader.first_title();
}

}  // namespace hardfacts
