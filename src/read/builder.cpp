#include "read/builder.h"

#include <algorithm>

#include "read/lines.h"

namespace hardfacts {

DocumentBuilder::DocumentBuilder(Document& document) : document_(document) {
    document_.text.reserve(document_.source.size() + 1);
    document_.blocks.reserve(document_.source.size() / 192 + 8);  // one in 250 bytes of news
    heading_of_level_.fill(no_block);
}

void DocumentBuilder::begin_block(const Block& block) {
    end_block();
    block_ = block;
    block_.text = {document_.text.size(), document_.text.size()};
    open_ = true;
}

void DocumentBuilder::verbatim(Span range) {
    if (block_.text.begin == document_.text.size()) {  // white space in front of a block is left out
        while (range.begin < range.end && is_white(document_.source[range.begin])) ++range.begin;
    }
    document_.text.append(slice(document_.source, range));
    document_.map.add_verbatim(range.begin, range.size());
    cursor_ = std::max(cursor_, range.end);
}

void DocumentBuilder::text(Span range) {
    std::size_t from = range.begin;
    while (from < range.end) {
        const Span address = find_web_address(document_.source, {from, range.end});
        verbatim({from, address.begin});
        from = address.end;
    }
    cursor_ = std::max(cursor_, range.end);
}

void DocumentBuilder::replaced(Span range, std::string_view reading) {
    document_.text.append(reading);
    document_.map.add_replaced(range, reading.size());
    cursor_ = std::max(cursor_, range.end);
}

void DocumentBuilder::space(Span range) {
    cursor_ = std::max(cursor_, range.end);
    const std::string_view so_far = block_text();
    if (so_far.empty() || so_far.back() == ' ') return;
    replaced(range, " ");
}

void DocumentBuilder::end_code() {
    const Span range{code_begin_, document_.text.size()};
    if (code_begin_ != no_block && !range.empty()) document_.code.push_back(range);
    code_begin_ = no_block;
}

void DocumentBuilder::trim_block_end() {
    const std::string_view so_far = block_text();
    std::size_t white = 0;
    while (white < so_far.size() && is_white(so_far[so_far.size() - 1 - white])) ++white;
    document_.text.resize(document_.text.size() - white);
    for (; white > 0; --white) document_.map.drop_tail(1);
    while (!document_.code.empty() && document_.code.back().end > document_.text.size()) {
        document_.code.back().end = document_.text.size();
        if (document_.code.back().begin < document_.text.size()) break;
        document_.code.pop_back();
    }
}

std::size_t DocumentBuilder::end_block() {
    if (!open_) return no_block;
    open_ = false;
    end_code();
    trim_block_end();
    block_.text.end = document_.text.size();
    if (block_.text.empty()) return no_block;
    if (block_.kind == BlockKind::heading) {
        place_heading();
    } else if (block_.kind != BlockKind::front_matter) {
        block_.heading = heading_;
    }
    const Span last = document_.map.to_original({block_.text.end - 1, block_.text.end});
    document_.text.push_back('\n');
    document_.map.add_replaced({last.end, last.end}, 1);
    document_.blocks.push_back(block_);
    return document_.blocks.size() - 1;
}

/// Hangs the heading under the nearest one of a smaller level and puts it in force.
void DocumentBuilder::place_heading() {
    const std::size_t level = std::clamp<std::size_t>(block_.level, 1, 6);
    for (std::size_t above = 1; above < level; ++above) {
        if (heading_of_level_[above] != no_block) block_.heading = heading_of_level_[above];
    }
    std::fill(heading_of_level_.begin() + static_cast<std::ptrdiff_t>(level), heading_of_level_.end(), no_block);
    heading_ = document_.blocks.size();
    heading_of_level_[level] = heading_;
}

}  // namespace hardfacts
