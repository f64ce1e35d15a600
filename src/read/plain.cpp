#include "read/plain.h"

#include <optional>

#include "model/utf8.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

bool is_heading(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= 6 && level + 1 < line.size() && line[level] == ' ';
}

bool is_list_item(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.size() > 2 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
}

/// The row of dashes under a table's head.
bool is_table_rule(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.find("--") != std::string_view::npos && text.find('|') != std::string_view::npos &&
           text.find_first_not_of("|-: ") == std::string_view::npos;
}

/// `**words**` or `[words](address)` somewhere in the line.
bool has_inline_markup(std::string_view line) {
    if (const std::size_t link = line.find("]("); link != std::string_view::npos && link > 0) {
        if (line.rfind('[', link) != std::string_view::npos && line.find(')', link) != std::string_view::npos)
            return true;
    }
    const std::size_t bold = line.find("**");
    if (bold == std::string_view::npos || bold + 2 >= line.size() || is_white(line[bold + 2])) return false;
    return line.find("**", bold + 3) != std::string_view::npos;
}

bool is_title(std::string_view text) {
    constexpr std::size_t longest_title = 240;
    if (text.empty() || text.size() > longest_title) return false;
    const char32_t last = decode_before(text, text.size()).value;
    return std::u32string_view(U".。!！:：,、").find(last) == std::u32string_view::npos;
}

}  // namespace

bool looks_like_markdown(std::string_view source, std::size_t begin) {
    std::size_t items = 0;
    for (std::size_t at = begin; at < source.size();) {
        const Line line = line_at(source, at);
        const std::string_view text = slice(source, line.text);
        items += is_list_item(text) ? 1U : 0U;
        if (items >= 2 || is_heading(text) || is_table_rule(text) || has_inline_markup(text)) return true;
        if (text.substr(0, 3) == "```") return true;
        at = line.next;
    }
    return false;
}

std::size_t read_plain(DocumentBuilder& out, std::size_t begin) {
    const std::string_view source = out.source();
    std::size_t title = no_block;
    std::size_t closed = 0;
    std::optional<Wrapping> wrapping;
    Span before;  // the line above
    const auto close = [&](bool above_blank) {
        const std::size_t index = out.end_block();
        if (index == no_block) return;
        const bool more = above_blank && !trimmed(source.substr(before.end)).empty();
        if (closed++ == 0 && more && is_title(trimmed(slice(source, before)))) title = index;
    };
    for (std::size_t at = begin; at < source.size();) {
        const Line line = line_at(source, at);
        const std::string_view text = slice(source, line.text);
        if (trimmed(text).empty()) {
            close(true);
            wrapping.reset();
        } else {
            if (!wrapping) wrapping = measure_wrapping(source, at);
            if (out.in_block() && !runs_on(out.block_text(), slice(source, before), text, *wrapping)) close(false);
            if (!out.in_block()) {
                out.begin_block(Block{});
            } else if (!joins_without_space(out.block_text(), trimmed(text))) {
                out.space({before.end, line.text.begin});
            }
            out.text(line.text);
            before = line.text;
        }
        at = line.next;
    }
    close(false);
    return title;
}

}  // namespace hardfacts
