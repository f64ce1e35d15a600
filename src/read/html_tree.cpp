#include "read/html_tree.h"

#include <algorithm>
#include <array>

#include "read/html_tokens.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

using html::tag;

/// The open elements. Every question about the nearest open element of a kind is answered from what was noted when
/// elements were opened, never by a search: unclosed and misnested tags cost no more than others.
class TreeBuilder {
public:
    TreeBuilder(std::string_view source, std::size_t begin) : source_(source), tokens_(source, begin) {
        tree_.push_back({{begin, begin}, 0, 0, tag("html"), false});
        open_.push_back({});
    }

    HtmlTree build();

private:
    /// Depths count from 1; 0 is none.
    struct Open {
        std::uint32_t node = 0;
        std::uint32_t same = 0;     ///< the open element of the same name around it
        std::uint32_t special = 0;  ///< the nearest open elements around it of these kinds
        std::uint32_t scope = 0;
        std::uint32_t item_edge = 0;
    };

    void text(Span range);
    void start(const HtmlToken& token);
    void end(const HtmlToken& token);
    void close_for(HtmlTag name);
    void close_for_table_part(HtmlTag name);
    void close_item(HtmlTag name, HtmlTag other);
    void push(HtmlTag name, Span range, bool open);
    void close_to(std::uint32_t depth);
    std::uint32_t nearest(HtmlTag name) const { return nearest_[name]; }
    std::uint32_t nearest_heading() const;
    std::uint32_t depth() const { return static_cast<std::uint32_t>(open_.size()) - 1; }
    HtmlTag tag_at(std::uint32_t depth) const { return tree_[open_[depth].node].tag; }

    std::string_view source_;
    HtmlTokens tokens_;
    HtmlTree tree_;
    std::vector<Open> open_;
    std::array<std::uint32_t, 256> nearest_{};
    std::uint32_t special_ = 0;
    std::uint32_t scope_ = 0;
    std::uint32_t item_edge_ = 0;  ///< special, and none of address, div, p
    bool linked_ = false;
    bool body_seen_ = false;
};

void TreeBuilder::push(HtmlTag name, Span range, bool open) {
    const auto node = static_cast<std::uint32_t>(tree_.size());
    tree_.push_back({range, open_.back().node, node + 1, name, linked_});
    if (!open) return;
    open_.push_back({node, nearest_[name], special_, scope_, item_edge_});
    nearest_[name] = depth();
    const std::uint16_t kind = html_kind(name);
    if ((kind & html::is_scope) != 0) scope_ = depth();
    if ((kind & html::is_special) == 0) return;
    special_ = depth();
    if (name != tag("address") && name != tag("div") && name != tag("p")) item_edge_ = depth();
}

/// Closes the open element at `depth` and everything inside of it.
void TreeBuilder::close_to(std::uint32_t depth_wanted) {
    while (depth() >= depth_wanted && depth() > 0) {
        const Open& last = open_.back();
        HtmlNode& node = tree_[last.node];
        node.end = static_cast<std::uint32_t>(tree_.size());
        nearest_[node.tag] = last.same;
        special_ = last.special;
        scope_ = last.scope;
        item_edge_ = last.item_edge;
        open_.pop_back();
    }
}

std::uint32_t TreeBuilder::nearest_heading() const {
    std::uint32_t found = 0;
    for (HtmlTag name = tag("h1"); name <= tag("h6"); ++name) found = std::max(found, nearest(name));
    return found;
}

void TreeBuilder::text(Span range) {
    if (nearest(tag("head")) > 0 && nearest(tag("template")) == 0 && nearest(tag("noscript")) == 0 &&
        !trimmed(slice(source_, range)).empty()) {
        close_to(nearest(tag("head")));
    }
    push(html_text, range, false);
}

/// An li ends the li before it, unless another list or a table has begun in between; so with dt and dd.
void TreeBuilder::close_item(HtmlTag name, HtmlTag other) {
    if (item_edge_ == 0) return;
    const HtmlTag edge = tag_at(item_edge_);
    if (edge == name || edge == other) close_to(item_edge_);
}

/// Goes back to where a row, a cell or a group of rows may stand in the nearest table.
void TreeBuilder::close_for_table_part(HtmlTag name) {
    const std::uint32_t table = nearest(tag("table"));
    if (table == 0) return;
    std::uint32_t context = table;
    const bool cell = name == tag("td") || name == tag("th");
    if (cell || name == tag("tr")) {
        for (const HtmlTag group : {tag("tbody"), tag("thead"), tag("tfoot")})
            context = std::max(context, nearest(group));
    }
    if (cell && nearest(tag("tr")) > context) context = nearest(tag("tr"));
    close_to(context + 1);
    if (cell && tag_at(context) != tag("tr")) push(tag("tr"), {tree_.back().range.end, tree_.back().range.end}, true);
}

/// Closes what the start tag `name` ends.
void TreeBuilder::close_for(HtmlTag name) {
    const std::uint16_t kind = html_kind(name);
    if ((kind & html::is_block) != 0) {  // unclosed controls and pictures do not swallow the article
        for (const HtmlTag control : {tag("select"), tag("svg"), tag("math")}) {
            if (nearest(control) > 0) close_to(nearest(control));
        }
    }
    if ((kind & html::closes_p) != 0 && nearest(tag("p")) > scope_) close_to(nearest(tag("p")));
    if ((kind & html::is_heading) != 0 && depth() > 0 && (html_kind(tag_at(depth())) & html::is_heading) != 0) {
        close_to(depth());
    }
    switch (name) {
        case tag("li"): close_item(name, name); break;
        case tag("dt"):
        case tag("dd"): close_item(tag("dt"), tag("dd")); break;
        case tag("option"):
        case tag("button"):
            if (nearest(name) > special_) close_to(nearest(name));
            break;
        case tag("rt"):
        case tag("rp"):
        case tag("rb"):
        case tag("rtc"):
            for (const HtmlTag part : {tag("rb"), tag("rt"), tag("rp")}) {
                if (nearest(part) > nearest(tag("ruby"))) close_to(nearest(part));
            }
            break;
        case tag("table"): {  // right inside another table, not in a cell of it
            const std::uint32_t cell = std::max({nearest(tag("td")), nearest(tag("th")), nearest(tag("caption"))});
            if (nearest(name) > cell) close_to(nearest(name));
            break;
        }
        case tag("tr"):
        case tag("td"):
        case tag("th"):
        case tag("tbody"):
        case tag("thead"):
        case tag("tfoot"):
        case tag("caption"):
        case tag("colgroup"): close_for_table_part(name); break;
        default: break;
    }
}

void TreeBuilder::start(const HtmlToken& token) {
    const HtmlTag name = token.tag;
    const std::uint16_t kind = html_kind(name);
    if (nearest(tag("head")) > 0 && nearest(tag("template")) == 0 && nearest(tag("noscript")) == 0 &&
        ((kind & html::in_head) == 0 || name == tag("body"))) {
        close_to(nearest(tag("head")));
    }
    if (name == tag("html") || name == tag("head") || name == tag("body")) {
        if (name == tag("html") || body_seen_) return;
        body_seen_ = name == tag("body");
    }
    const bool foreign = nearest(tag("svg")) > 0 || nearest(tag("math")) > 0;
    close_for(name);
    if (name == tag("a")) linked_ = attribute_value(source_, token.range, "href").begin != 0;
    if ((kind & html::is_void) != 0 || (foreign && token.closed)) return push(name, token.range, false);
    push(name, token.range, true);
    if ((kind & html::is_raw) != 0 && !foreign) {
        const Span content = tokens_.raw_content(name);
        if (!content.empty()) push(html_text, content, false);
    } else if (name == tag("plaintext")) {
        push(html_text, {token.range.end, source_.size()}, false);
        tokens_ = HtmlTokens(source_, source_.size());
    }
}

void TreeBuilder::end(const HtmlToken& token) {
    const HtmlTag name = token.tag;
    const std::uint16_t kind = html_kind(name);
    if (name == tag("a")) linked_ = false;
    if (name == tag("body") || name == tag("html")) return;  // what follows belongs to the body all the same
    if (name == tag("br")) return push(name, token.range, false);
    std::uint32_t at = (kind & html::is_heading) != 0 ? nearest_heading() : nearest(name);
    std::uint32_t barrier = special_;
    switch (name) {
        case tag("table"):
        case tag("template"):
        case tag("head"):
        case tag("noscript"):
        case tag("svg"):
        case tag("math"): barrier = 0; break;
        case tag("td"):
        case tag("th"):
        case tag("tr"):
        case tag("tbody"):
        case tag("thead"):
        case tag("tfoot"):
        case tag("caption"): barrier = nearest(tag("table")); break;
        case tag("button"):
        case tag("select"): barrier = scope_; break;
        default:
            if ((kind & html::is_special) != 0) barrier = at == scope_ ? 0 : scope_;
            break;
    }
    if (at > barrier) return close_to(at);
    if (name == tag("p")) push(name, token.range, false);
}

HtmlTree TreeBuilder::build() {
    for (HtmlToken token = tokens_.next(); token.kind != HtmlToken::Kind::end; token = tokens_.next()) {
        switch (token.kind) {
            case HtmlToken::Kind::text: text(token.range); break;
            case HtmlToken::Kind::start_tag: start(token); break;
            case HtmlToken::Kind::end_tag: end(token); break;
            case HtmlToken::Kind::end: break;
        }
    }
    close_to(1);
    tree_[0].end = static_cast<std::uint32_t>(tree_.size());
    return std::move(tree_);
}

}  // namespace

HtmlTree parse_html(std::string_view source, std::size_t begin) { return TreeBuilder(source, begin).build(); }

}  // namespace hardfacts
