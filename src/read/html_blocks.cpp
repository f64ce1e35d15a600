#include "read/html_blocks.h"

#include <algorithm>

#include "model/utf8.h"
#include "read/html_tokens.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

using html::tag;

bool is_list(HtmlTag name) {
    return name == tag("ul") || name == tag("ol") || name == tag("dl") || name == tag("menu") || name == tag("dir");
}

bool is_code(HtmlTag name) {
    return name == tag("code") || name == tag("kbd") || name == tag("samp") || name == tag("tt");
}

bool is_cell(HtmlTag name) { return name == tag("td") || name == tag("th"); }

bool is_pre(HtmlTag name) {
    return name == tag("pre") || name == tag("listing") || name == tag("xmp") || name == tag("plaintext");
}

/// An alternative text that names a file, or a thing by its number.
bool is_file_name(std::string_view text) {
    if (text.find_first_of(" \t\n") != std::string_view::npos) return false;
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (!std::all_of(text.begin(), text.end(), ascii)) return false;
    return text.find_first_of("._/") != std::string_view::npos || text.size() > 24;
}

}  // namespace

HtmlBlocks::HtmlBlocks(DocumentBuilder& out, const HtmlTree& tree, const std::vector<bool>& left_out,
                       EntityDecoder& entities)
    : out_(out),
      source_(out.source()),
      tree_(tree),
      left_out_(left_out),
      entities_(entities),
      text_(out, entities),
      tables_(survey_tables(source_, tree)) {}

void HtmlBlocks::read(std::uint32_t root) {
    const auto close_behind = [&](std::uint32_t at) {
        while (!open_.empty() && tree_[open_.back().node].end <= at) {
            leave(open_.back());
            open_.pop_back();
        }
    };
    for (std::uint32_t at = root; at < tree_[root].end;) {
        close_behind(at);
        const HtmlNode& node = tree_[at];
        if (left_out_[at]) {
            if ((html_kind(node.tag) & html::is_block) != 0) boundary(node.tag);
            at = node.end;
            continue;
        }
        if (node.tag == tag("sup") && is_footnote(at)) {
            at = node.end;
            continue;
        }
        if (node.tag != html_text) {
            enter(at);
        } else if (in(BlockKind::code)) {
            preformatted(node.range);
        } else {
            text(node.range, false);
        }
        ++at;
    }
    close_behind(tree_[root].end);
    close();
}

Block HtmlBlocks::here() const {
    if (in(BlockKind::table_cell)) return cell_;
    Block block;
    block.quoted = quotes_ > 0;
    if (!kinds_.empty()) block.kind = kinds_.back();
    if (block.kind == BlockKind::heading) block.level = heading_level_;
    if (block.kind != BlockKind::list_item) return block;
    const List& list = lists_.back();
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), 255));
    block.lead_in = list.item_block != no_block ? list.item_block : list.lead_in;
    return block;
}

void HtmlBlocks::close() {
    text_.end_block();
    breaks_ = 0;
    if (!out_.in_block()) return;
    if (only_pictures_ && out_.block().kind == BlockKind::paragraph) out_.block().kind = BlockKind::caption;
    const BlockKind kind = out_.block().kind;
    const bool first_headline = headline_.empty() && kind == BlockKind::heading && out_.block().level == 1;
    if (first_headline) headline_ = trimmed(out_.block_text());
    const std::size_t index = out_.end_block();
    if (index == no_block) return;
    if (kind == BlockKind::list_item && !lists_.empty() && lists_.back().item_block == no_block) {
        lists_.back().item_block = index;
    }
    if (kind == BlockKind::table_cell && table_ && table_->cell == no_block) table_->cell = index;
    last_paragraph_ = kind == BlockKind::paragraph ? index : no_block;
}

/// The edge of a block element. Inside a cell only items are blocks of their own: `<div>$</div><div>5</div>` is one.
void HtmlBlocks::boundary(HtmlTag name) {
    if (in(BlockKind::table_cell) && name != tag("li") && !is_cell(name) && !is_list(name)) {
        text_.space({out_.cursor(), out_.cursor()});
        return;
    }
    if (!joined_ || !is_cell(name)) close();
}

void HtmlBlocks::enter(std::uint32_t at) {
    const HtmlNode& node = tree_[at];
    const HtmlTag name = node.tag;
    const std::uint16_t kind = html_kind(name);
    if ((kind & html::is_block) != 0) boundary(name);
    if (name == tag("br")) return line_break(node.range);
    if (name == tag("img") || name == tag("image")) {
        const Span alternative = attribute_value(source_, node.range, "alt");
        if (!is_file_name(slice(source_, alternative))) text(alternative, true);
        return;
    }
    if (name == tag("hr")) last_paragraph_ = no_block;
    if (name == tag("sup")) return enter_sup(at);
    if (node.end == at + 1) {
        if (!is_cell(name) && name != tag("tr")) return;  // nothing in it
    }
    Open element{at, kinds_.size(), lists_.size(), false};
    if (is_code(name)) {
        text_.code(++codes_ > 0);
    } else if ((kind & html::is_heading) != 0 && !in(BlockKind::table_cell)) {
        heading_level_ = static_cast<std::uint8_t>(1 + name - tag("h1"));
        kinds_.push_back(BlockKind::heading);
    } else if (is_pre(name) && !in(BlockKind::table_cell)) {
        kinds_.push_back(BlockKind::code);
    } else if (name == tag("figcaption") || name == tag("caption")) {
        kinds_.push_back(BlockKind::caption);
    } else if (name == tag("blockquote")) {
        ++quotes_;
    } else if (is_list(name) || name == tag("dd")) {
        enter_list();
    } else if (name == tag("li") || name == tag("dt")) {
        if (!lists_.empty()) lists_.back().item_block = no_block;
    } else if (name == tag("table")) {
        enter_table(at);
    } else if (name == tag("tr") && table_) {
        enter_row();
    } else if (is_cell(name) && table_ && table_->row > 0) {
        enter_cell(node);
        element.cell = true;
    } else if ((kind & html::is_block) == 0) {
        return;
    }
    open_.push_back(element);
}

void HtmlBlocks::leave(const Open& element) {
    const HtmlTag name = tree_[element.node].tag;
    const bool listed = lists_.size() > element.lists;
    joined_ = element.cell && joins_next_cell(element.node);
    if ((html_kind(name) & html::is_block) != 0) boundary(name);
    if (is_code(name)) text_.code(--codes_ > 0);
    if (name == tag("blockquote")) --quotes_;
    if (element.cell) leave_cell();
    if (name == tag("table")) table_.reset();
    kinds_.resize(element.kinds);
    lists_.resize(element.lists, List{});
    if (listed || is_pre(name) || name == tag("table")) last_paragraph_ = no_block;
}

/// A list, or the definition of a term, which hangs under the term.
void HtmlBlocks::enter_list() {
    std::size_t lead_in = last_paragraph_;
    if (!lists_.empty()) {
        const List& outer = lists_.back();
        lead_in = outer.item_block != no_block ? outer.item_block : outer.lead_in;
    }
    lists_.push_back({lead_in});
    kinds_.push_back(in(BlockKind::table_cell) ? BlockKind::table_cell : BlockKind::list_item);
}

/// A mark such as [2], †, or a link: it names a note, and is no part of the number before it.
bool HtmlBlocks::is_footnote(std::uint32_t at) const {
    const std::uint32_t end = std::min(tree_[at].end, at + 4);
    bool link = false;
    for (std::uint32_t inner = at + 1; inner < end; ++inner) {
        if (tree_[inner].tag == tag("a")) link = true;
        if (tree_[inner].tag != html_text) continue;
        const std::string_view written = trimmed(slice(source_, tree_[inner].range));
        for (const std::string_view mark : {"[", "※", "*", "†", "‡", "注", "(注", "（注"}) {
            if (written.substr(0, mark.size()) == mark) return true;
        }
        return link && written.size() <= 12;
    }
    return false;
}

/// An exponent is written with ^, since 10<sup>15</sup> is not 1015.
void HtmlBlocks::enter_sup(std::uint32_t at) {
    if (!out_.in_block() || text_.space_due() || out_.block_text().empty() || in(BlockKind::code)) return;
    const std::uint32_t end = std::min(tree_[at].end, at + 4);
    for (std::uint32_t inner = at + 1; inner < end; ++inner) {
        if (tree_[inner].tag != html_text) continue;
        const std::string_view written = trimmed(slice(source_, tree_[inner].range));
        const bool digit = !written.empty() && is_ascii_digit(static_cast<unsigned char>(written[0]));
        const bool minus = written.substr(0, 1) == "-" || written.substr(0, 3) == "−" || written.substr(0, 3) == "–";
        if (digit || minus) out_.replaced(tree_[at].range, "^");
        return;
    }
}

void HtmlBlocks::line_break(Span range) {
    if (!out_.in_block()) return;
    if (in(BlockKind::code)) {
        out_.replaced(range, "\n");
    } else if (in(BlockKind::heading) || in(BlockKind::table_cell)) {
        text_.space(range);
    } else {
        ++breaks_;
        break_at_ = range;
    }
}

/// Decides what the <br> before source[next] was: the end of a block, or a line broken to fit.
void HtmlBlocks::settle_line_break(Span next) {
    const std::string_view so_far = out_.block_text();
    const std::string_view line = so_far.substr(std::min(line_begin_, so_far.size()));
    const std::string_view written = trimmed(slice(source_, next));
    if (breaks_ > 1 || !runs_on(so_far, line, written, Wrapping{})) return close();
    breaks_ = 0;
    line_begin_ = so_far.size();
    text_.space(break_at_);
}

void HtmlBlocks::text(Span range, bool picture) {
    if (range.empty()) return;
    const bool visible = is_visible(slice(source_, range), entities_);
    if (!visible && (!out_.in_block() || breaks_ > 0 || picture)) return;
    if (picture && only_pictures_ && !in(BlockKind::table_cell)) close();
    if (visible && breaks_ > 0 && out_.in_block()) settle_line_break(range);
    if (!out_.in_block()) {
        out_.begin_block(here());
        only_pictures_ = true;
        line_begin_ = 0;
    }
    if (visible && !picture) only_pictures_ = false;
    text_.append(range);
}

void HtmlBlocks::preformatted(Span range) {
    if (!out_.in_block()) {
        if (!is_visible(slice(source_, range), entities_)) return;
        out_.begin_block(here());
        only_pictures_ = false;
    }
    text_.append_preformatted(range);
}

}  // namespace hardfacts
