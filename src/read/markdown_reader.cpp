#include "read/markdown_reader.h"

#include <algorithm>
#include <functional>

#include "model/utf8.h"
#include "read/stray_markup.h"

namespace hardfacts {

namespace {

bool only_spaces(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at == text.size();
}

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

}  // namespace

/// md4c hands over its breaks, NULs and indentation as literals of its own: those are not in the source.
std::optional<Span> MarkdownReader::in_source(const MD_CHAR* text, MD_SIZE size) const {
    const std::less_equal<const MD_CHAR*> before;
    if (!before(source_.data(), text) || !before(text + size, source_.data() + source_.size())) return std::nullopt;
    const auto begin = static_cast<std::size_t>(text - source_.data());
    return Span{begin, begin + size};
}

void MarkdownReader::open_if_needed() {
    if (out_.in_block()) return;
    out_.begin_block(place_.here(BlockKind::paragraph));
    only_images_ = true;
}

std::size_t MarkdownReader::close() {
    if (!out_.in_block()) return no_block;
    if (only_images_ && out_.block().kind == BlockKind::paragraph) out_.block().kind = BlockKind::caption;
    const std::size_t index = out_.end_block();
    place_.closed(out_.block(), index);
    return index;
}

void MarkdownReader::enter(MD_BLOCKTYPE type, void* detail) {
    close();
    wrapping_.reset();
    html_.reset();
    switch (type) {
        case MD_BLOCK_QUOTE: place_.enter_quote(); break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: place_.enter_list(); break;
        case MD_BLOCK_LI: place_.enter_item(); break;
        case MD_BLOCK_H:
            out_.begin_block(place_.here(BlockKind::heading));
            out_.block().level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_CODE:
            in_code_block_ = true;
            in_indented_code_ = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char == 0;
            if (!in_indented_code_) out_.begin_block(place_.here(BlockKind::code));
            break;
        case MD_BLOCK_HTML:
            in_html_block_ = true;
            html_block_ = place_.here(BlockKind::paragraph);
            html_.emplace(out_, entities_, html_block_, true);
            break;
        case MD_BLOCK_TABLE: place_.enter_table(); break;
        case MD_BLOCK_TR: place_.enter_row(); break;
        case MD_BLOCK_TH: out_.begin_block(place_.cell(true)); break;
        case MD_BLOCK_TD: out_.begin_block(place_.cell(false)); break;
        default: break;
    }
}

void MarkdownReader::leave(MD_BLOCKTYPE type) {
    const bool title = type == MD_BLOCK_H && out_.block().level == 1 && first_title_ == no_block;
    if (type == MD_BLOCK_CODE && in_indented_code_) leave_indented_code();
    if (type != MD_BLOCK_P && type != MD_BLOCK_LI) only_images_ = false;
    const std::size_t index = close();
    if (title) first_title_ = index;
    switch (type) {
        case MD_BLOCK_QUOTE: place_.leave_quote(); break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: place_.leave_list(); break;
        case MD_BLOCK_TR: place_.leave_row(); break;
        case MD_BLOCK_CODE: in_code_block_ = in_indented_code_ = false; break;
        case MD_BLOCK_HTML: in_html_block_ = false; break;
        case MD_BLOCK_HR:
        case MD_BLOCK_TABLE: place_.interrupted(); break;
        default: break;
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
    std::optional<Span> range = in_source(text, size);
    if (range) {  // md4c hands a NUL over twice: as MD_TEXT_NULLCHAR and at the head of the next text
        range->begin = std::min(std::max(range->begin, break_at_), range->end);
        break_at_ = std::max(break_at_, range->end);
    }
    switch (type) {
        case MD_TEXT_BR: line_break(true); return;
        case MD_TEXT_SOFTBR: line_break(false); return;
        case MD_TEXT_NULLCHAR: null_character(); return;
        case MD_TEXT_ENTITY: {
            const std::string_view reading = range ? entities_.decode(slice(source_, *range)) : "";
            if (range && reading.empty()) return plain_text(*range);
            open_if_needed();
            seen_text();
            if (range) out_.replaced(*range, reading);
            return;
        }
        case MD_TEXT_HTML:
            if (range) {
                if (!html_) html_.emplace(out_, entities_, html_block_, false);
                if (html_->feed(*range) && !in_html_block_) divide();
            } else if (in_html_block_ && *text == '\n') {  // else indentation that md4c puts back
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

void MarkdownReader::text(Span range, bool plain) {
    break_at_ = std::max(break_at_, range.end);
    if (!plain) return plain_text(range);
    open_if_needed();
    if (!only_spaces(slice(source_, range))) seen_text();
    out_.verbatim(range);
}

void MarkdownReader::null_character() {
    const std::size_t at = source_.find('\0', std::max(break_at_, out_.cursor()));
    if (at == std::string_view::npos) return;
    break_at_ = at + 1;
    if (in_indented_code_) return indented_.push_back({at, at + 1});
    open_if_needed();
    seen_text();
    out_.replaced({at, at + 1}, "\xEF\xBF\xBD");
}

/// Text outside of code and tags.
void MarkdownReader::plain_text(Span range) {
    range.begin = std::min(std::max(range.begin, embed_end_), range.end);
    if (range.empty()) return;
    open_if_needed();
    if (!only_spaces(slice(source_, range))) seen_text();
    std::size_t from = range.begin;
    const bool escaped = from > 0 && source_[from - 1] == '\\';  // its first character is one as any other
    StrayMarkup strays(source_, {escaped ? from + 1 : from, range.end});
    for (Span stray = strays.next(); !stray.empty(); stray = strays.next()) {
        if (stray.begin > from) out_.text({from, stray.begin});
        from = embed_end_ = stray.end;
    }
    if (from < range.end) out_.text({from, range.end});
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
    Block block = place_.here(code ? BlockKind::code : BlockKind::paragraph);
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
    std::size_t line_begin = newline.begin;
    while (line_begin > 0 && source_[line_begin - 1] != '\n' && source_[line_begin - 1] != '\r') --line_begin;
    const std::string_view next = slice(source_, line_at(source_, newline.end).text);
    const bool divisible = kind != BlockKind::heading && kind != BlockKind::table_cell;
    if (divisible) {
        if (!wrapping_) wrapping_ = measure_wrapping(source_, line_begin);
        const std::string_view line = slice(source_, {line_begin, newline.begin});
        if (!runs_on(out_.block_text(), line, next, *wrapping_)) return divide();
    }
    if ((divisible || !hard) && joins_without_space(out_.block_text(), trimmed(next))) return;
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
    const bool at_margin = break_at_ < source_.size() && !is_white(source_[break_at_]) && source_[break_at_] != '>';
    const bool after_break = break_at_ > 0 && (source_[break_at_ - 1] == '\n' || source_[break_at_ - 1] == '\r');
    const bool lazy = place_.in_list() && at_margin && after_break;
    out_.begin_block(lazy ? place_.at_margin() : place_.here(BlockKind::paragraph));
}

namespace {

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

MD_PARSER parser_of_markdown() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS | MD_FLAG_WIKILINKS;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = take_text;
    return parser;
}

}  // namespace

void parse_markdown(MarkdownReader& reader, std::string_view text) {
    const MD_PARSER parser = parser_of_markdown();
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
}

void parse_markdown_paragraph(MarkdownReader& reader, std::string_view text) {
    MD_PARSER parser = parser_of_markdown();
    parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reader);
}

}  // namespace hardfacts
