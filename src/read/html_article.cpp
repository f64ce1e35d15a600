#include "read/html_article.h"

#include <algorithm>
#include <utility>

#include "read/html_names.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

using html::tag;

constexpr std::uint64_t next_to_nothing = 150;  // bytes of text

/// How much text stands in an element; bytes, white space not counted.
struct Measure {
    std::uint32_t text = 0;
    std::uint32_t linked = 0;  ///< of it inside links
    std::uint32_t links = 0;   ///< links that hold text

    std::uint32_t plain() const { return text - linked; }
};

std::uint32_t dark_bytes(std::string_view text) {
    return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_white(c); }));
}

class Chooser {
public:
    Chooser(std::string_view source, const HtmlTree& tree) : source_(source), tree_(tree) {
        article_.left_out.resize(tree.size());
        sizes_.resize(tree.size());
        begins_link_.resize(tree.size());
        bool link = false;  // its first text is still to come
        for (std::size_t k = 0; k < tree.size(); ++k) {
            if (tree[k].tag == tag("a")) link = true;
            if (tree[k].tag != html_text) continue;
            sizes_[k] = dark_bytes(slice(source, tree[k].range));
            if (sizes_[k] > 0 && tree[k].linked) begins_link_[k] = std::exchange(link, false);
        }
    }

    HtmlArticle run(bool all_text);

private:
    void leave_out_programs();
    void note_traits();
    void note_surroundings();
    void measure();
    void leave_out_furniture(bool believe_names);
    bool is_furniture(std::uint32_t at, bool in_article, bool in_quote, bool believe_names) const;
    bool holds_other_headline(std::uint32_t at) const;
    void choose_root();
    void leave_out_links();
    void find_headline();

    std::string_view source_;
    const HtmlTree& tree_;
    HtmlArticle article_;
    std::vector<std::uint32_t> sizes_;
    std::vector<bool> begins_link_;  ///< by node: the first text of a link
    std::vector<Measure> measures_;
    std::vector<std::uint8_t> traits_;  ///< by node: bits of what its attributes say
    std::vector<std::uint32_t> headlines_;
};

constexpr std::uint8_t hidden = 1;
constexpr std::uint8_t named = 2;
constexpr std::uint8_t is_main = 4;
constexpr std::uint8_t is_body = 8;
constexpr std::uint8_t around_article = 16;  ///< the largest article of the page is inside

void Chooser::leave_out_programs() {
    for (std::uint32_t at = 0; at < tree_.size();) {
        const HtmlTag name = tree_[at].tag;
        article_.left_out[at] = (html_kind(name) & html::never_text) != 0 || name == tag("head");
        at = article_.left_out[at] ? tree_[at].end : at + 1;
    }
}

void Chooser::note_traits() {
    traits_.assign(tree_.size(), 0);
    for (std::uint32_t at = 1; at < tree_.size(); ++at) {
        const HtmlNode& node = tree_[at];
        if (node.tag == tag("h1")) headlines_.push_back(at);
        if (node.tag == tag("article") || node.tag == tag("main")) traits_[at] |= is_main;
        if (node.tag == html_text || node.range.size() < 8 || node.end == at + 1) continue;
        const HtmlTraits found = traits_of(source_, node.range);
        traits_[at] =
            static_cast<std::uint8_t>(traits_[at] | (found.hidden ? hidden : 0) | (found.furniture ? named : 0) |
                                      (found.main ? is_main : 0) | (found.body ? is_body : 0));
    }
}

/// What stands around the largest <article> (failing one, the largest main or articleBody) is no furniture by name.
void Chooser::note_surroundings() {
    std::uint32_t largest = 0;
    bool article = false;
    for (std::uint32_t at = 1; at < tree_.size(); ++at) {
        if ((traits_[at] & (is_main | is_body)) == 0) continue;
        const bool better = tree_[at].tag == tag("article") && !article;
        if (article && tree_[at].tag != tag("article")) continue;
        if (!better && largest != 0 && measures_[at].plain() <= measures_[largest].plain()) continue;
        largest = at;
        article = article || better;
    }
    while (largest != 0) {
        largest = tree_[largest].parent;
        traits_[largest] |= around_article;
    }
}

void Chooser::measure() {
    measures_.assign(tree_.size(), {});
    for (std::size_t at = tree_.size(); at-- > 0;) {
        Measure& own = measures_[at];
        if (article_.left_out[at]) continue;
        if (tree_[at].tag == html_text) {
            own = {sizes_[at], tree_[at].linked ? sizes_[at] : 0, begins_link_[at] ? 1U : 0U};
        }
        if (at == 0) break;
        Measure& around = measures_[tree_[at].parent];
        around.text += own.text;
        around.linked += own.linked;
        around.links += own.links;
    }
}

/// True if the page has an h1 outside of the element.
bool Chooser::holds_other_headline(std::uint32_t at) const {
    return !headlines_.empty() && (headlines_.front() < at || headlines_.back() >= tree_[at].end);
}

bool Chooser::is_furniture(std::uint32_t at, bool in_article, bool in_quote, bool believe_names) const {
    const HtmlTag name = tree_[at].tag;
    if ((html_kind(name) & html::is_furniture) != 0 || (traits_[at] & hidden) != 0) return true;
    switch (name) {
        case tag("article"):
        case tag("main"):
        case tag("body"):
        case tag("html"): return false;
        case tag("footer"):
            if (!in_quote) return true;
            break;
        case tag("aside"):
            if (!in_article) return true;
            break;
        case tag("header"):
            if (!in_article && holds_other_headline(at)) return true;
            break;
        default: break;
    }
    return believe_names && (traits_[at] & named) != 0 && (traits_[at] & around_article) == 0;
}

void Chooser::leave_out_furniture(bool believe_names) {
    const std::uint64_t all = measures_[0].plain();
    std::uint32_t article_end = 0;
    std::uint32_t quote_end = 0;
    for (std::uint32_t at = 1; at < tree_.size();) {
        const HtmlNode& node = tree_[at];
        if (!article_.left_out[at] && node.tag != html_text &&
            is_furniture(at, at < article_end, at < quote_end, believe_names)) {
            const bool most_of_page = std::uint64_t{measures_[at].plain()} * 2 > all;
            article_.left_out[at] = !most_of_page;
        }
        if ((traits_[at] & is_main) != 0) article_end = std::max(article_end, node.end);
        if (node.tag == tag("blockquote")) quote_end = std::max(quote_end, node.end);
        at = article_.left_out[at] ? node.end : at + 1;
    }
}

void Chooser::choose_root() {
    std::uint32_t best = 0;
    bool marked = false;  // by article or main
    for (std::uint32_t at = 1; at < tree_.size();) {
        if (article_.left_out[at]) {
            at = tree_[at].end;
            continue;
        }
        const bool candidate = (traits_[at] & is_main) != 0 || (!marked && (traits_[at] & is_body) != 0);
        if (candidate && at < tree_[best].end &&
            std::uint64_t{measures_[at].plain()} * 10 >= std::uint64_t{measures_[best].plain()} * 6 &&
            measures_[at].text > 0) {
            best = at;
            marked = marked || tree_[at].tag == tag("article");
        }
        ++at;
    }
    article_.root = best;
}

void Chooser::leave_out_links() {
    std::vector<std::uint32_t> dense;
    std::uint64_t text = 0;
    for (std::uint32_t at = article_.root + 1; at < tree_[article_.root].end;) {
        const HtmlNode& node = tree_[at];
        const Measure& own = measures_[at];
        const bool container = (html_kind(node.tag) & html::is_special) != 0 && (traits_[at] & around_article) == 0 &&
                               node.tag != tag("table") && (html_kind(node.tag) & html::is_scope) == 0;
        if (article_.left_out[at]) {
            at = node.end;
        } else if (container && own.links >= 3 && std::uint64_t{own.linked} * 4 >= std::uint64_t{own.text} * 3) {
            dense.push_back(at);
            text += own.text;
            at = node.end;
        } else {
            ++at;
        }
    }
    if (text * 2 > measures_[article_.root].text) return;
    for (const std::uint32_t at : dense) article_.left_out[at] = true;
}

/// The h1 nearest in front of an article without one.
void Chooser::find_headline() {
    const std::uint32_t root = article_.root;
    if (root == 0) return;
    std::uint32_t left_out_end = 0;
    for (std::uint32_t at = 1; at < tree_[root].end; ++at) {
        if (article_.left_out[at]) left_out_end = std::max(left_out_end, tree_[at].end);
        if (tree_[at].tag != tag("h1") || at < left_out_end) continue;
        if (at < root && tree_[at].end > root) continue;
        article_.headline = at < root ? at : 0;
        if (at > root) return;
    }
}

HtmlArticle Chooser::run(bool all_text) {
    leave_out_programs();
    if (all_text) return std::move(article_);
    note_traits();
    measure();
    note_surroundings();
    const std::uint64_t enough = std::min<std::uint64_t>(measures_[0].text / 4, next_to_nothing);
    const std::vector<bool> programs = article_.left_out;
    for (const bool believe_names : {true, false}) {
        article_.left_out = programs;
        article_.root = 0;
        if (!believe_names) measure();
        leave_out_furniture(believe_names);
        measure();
        choose_root();
        leave_out_links();
        measure();
        if (measures_[article_.root].text >= enough) {
            find_headline();
            return std::move(article_);
        }
    }
    article_.left_out = programs;
    article_.root = 0;
    return std::move(article_);
}

}  // namespace

HtmlArticle choose_article(std::string_view source, const HtmlTree& tree, bool all_text) {
    return Chooser(source, tree).run(all_text);
}

}  // namespace hardfacts
