#include "read/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "read/dates.h"
#include "read/html_text.h"
#include "read/html_tokens.h"
#include "read/lines.h"

namespace hardfacts {

namespace {

using html::tag;

constexpr std::size_t npos = std::string_view::npos;

/// Keeps the headline and the date that stand nearest to the root of a JSON-LD object.
class LinkedData : public nlohmann::json_sax<nlohmann::json> {
public:
    struct Found {
        std::string text;
        std::size_t depth = npos;
    };
    Found headline;
    Found published;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }

    bool key(string_t& name) override {
        wanted_ = name == "headline" ? &headline : name == "datePublished" ? &published : nullptr;
        return true;
    }
    bool string(string_t& text) override {
        if (wanted_ != nullptr && depth_ < wanted_->depth && !text.empty()) *wanted_ = {std::move(text), depth_};
        wanted_ = nullptr;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    bool enter() {
        ++depth_;
        wanted_ = nullptr;
        return true;
    }
    bool leave() {
        --depth_;
        return true;
    }

    std::size_t depth_ = 0;
    Found* wanted_ = nullptr;
};

/// One of the things a page may say in several places: the lower the rank, the better the place.
struct Ranked {
    std::string text;
    std::size_t rank = npos;

    void offer(std::size_t new_rank, std::string new_text) {
        if (new_rank < rank && !new_text.empty()) *this = {std::move(new_text), new_rank};
    }
};

class MetaReader {
public:
    MetaReader(std::string_view source, const HtmlTree& tree, EntityDecoder& entities)
        : source_(source), tree_(tree), entities_(entities) {}

    HtmlMeta run();

private:
    std::string value(const HtmlNode& node, std::string_view name) {
        return html_value(slice(source_, attribute_value(source_, node.range, name)), entities_);
    }
    std::string_view content(std::size_t at) const {
        const bool text = tree_[at].end > at + 1 && tree_[at + 1].tag == html_text;
        return text ? slice(source_, tree_[at + 1].range) : std::string_view{};
    }
    void offer_date(std::size_t rank, std::string_view written) {
        if (auto date = iso_date(written)) published_.offer(rank, std::move(*date));
    }
    void read_meta(const HtmlNode& node);
    void read_linked_data(std::string_view json);
    void read_dateline(std::size_t at);

    std::string_view source_;
    const HtmlTree& tree_;
    EntityDecoder& entities_;
    Ranked title_;
    Ranked published_;
    std::vector<std::string> tags_;
    std::string keywords_;
    bool headline_seen_ = false;
};

void MetaReader::read_meta(const HtmlNode& node) {
    constexpr std::array<std::string_view, 13> date_names = {
        "article:published_time", "datepublished", "date",    "dc.date",     "dc.date.issued", "dcterms.created",
        "dcterms.issued",         "dcterms.date",  "pubdate", "publishdate", "publish_date",   "published_time",
        "parsely-pub-date"};
    std::string name;
    for (const std::string_view attribute : {"property", "name", "itemprop"}) {
        if (name.empty()) name = value(node, attribute);
    }
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c); });
    if (name == "og:title") {
        title_.offer(0, value(node, "content"));
    } else if (name == "article:tag" || name == "og:article:tag") {
        tags_.push_back(value(node, "content"));
    } else if (name == "keywords" || name == "news_keywords") {
        if (keywords_.empty()) keywords_ = value(node, "content");
    } else if (const auto found = std::find(date_names.begin(), date_names.end(), name); found != date_names.end()) {
        offer_date(1 + static_cast<std::size_t>(found - date_names.begin()), value(node, "content"));
    }
}

void MetaReader::read_linked_data(std::string_view json) {
    LinkedData data;
    if (!nlohmann::json::sax_parse(json.begin(), json.end(), &data, nlohmann::json::input_format_t::json, false)) {
        // What was read before a fault counts: such scripts are written by templates.
    }
    title_.offer(1, html_value(data.headline.text, entities_));
    offer_date(0, data.published.text);
}

/// A date that stands behind the headline in an element named after it (`<div class="article-date">`).
void MetaReader::read_dateline(std::size_t at) {
    const HtmlNode& node = tree_[at];
    const std::string_view written = slice(source_, node.range);
    if (!headline_seen_ || published_.rank <= 60 || node.range.size() > 1000) return;
    if (written.find("date") == npos && written.find("Date") == npos) return;
    for (const std::string_view attribute : {"class", "id", "itemprop"}) {
        const std::string_view name = slice(source_, attribute_value(source_, node.range, attribute));
        if (name.find("date") != npos || name.find("Date") != npos)
            offer_date(60, html_value(content(at).substr(0, 100), entities_));
    }
}

HtmlMeta MetaReader::run() {
    for (std::size_t at = 0; at < tree_.size(); ++at) {
        const HtmlNode& node = tree_[at];
        switch (node.tag) {
            case tag("meta"): read_meta(node); break;
            case tag("title"): title_.offer(2, html_value(content(at), entities_)); break;
            case tag("script"):
                if (value(node, "type") == "application/ld+json") read_linked_data(content(at));
                break;
            case tag("time"):
                if (published_.rank == npos) offer_date(50, value(node, "datetime"));
                break;
            case html_text: break;
            default: read_dateline(at); break;
        }
        headline_seen_ = headline_seen_ || node.tag == tag("h1");
    }
    HtmlMeta meta;
    meta.title = std::move(title_.text);
    if (!published_.text.empty()) meta.published = std::move(published_.text);
    if (tags_.empty()) {
        for (std::size_t at = 0; at < keywords_.size();) {
            std::size_t end = at;
            while (end < keywords_.size() && keywords_[end] != ',' && keywords_.compare(end, 3, "、") != 0) ++end;
            const std::string_view word = trimmed(std::string_view(keywords_).substr(at, end - at));
            if (!word.empty()) tags_.emplace_back(word);
            at = end + (end < keywords_.size() && keywords_[end] != ',' ? 3 : 1);
        }
    }
    meta.tags = std::move(tags_);
    return meta;
}

/// The value of `name` = "value" behind `from` in `text`; for a declaration inside another attribute's value too.
std::string_view value_behind(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at + name.size() < text.size(); ++at) {
        if (!same_ignoring_case(text.substr(at, name.size()), name)) continue;
        std::size_t begin = at + name.size();
        while (begin < text.size() && is_white(text[begin])) ++begin;
        if (begin >= text.size() || text[begin] != '=') continue;
        ++begin;
        while (begin < text.size() && (is_white(text[begin]) || text[begin] == '"' || text[begin] == '\'')) ++begin;
        const std::size_t end = std::min(text.find_first_of("\"' \t\r\n;/>?", begin), text.size());
        return text.substr(begin, end - begin);
    }
    return {};
}

}  // namespace

HtmlMeta read_html_meta(std::string_view source, const HtmlTree& tree, EntityDecoder& entities) {
    return MetaReader(source, tree, entities).run();
}

std::string without_site_name(std::string_view title, std::string_view headline) {
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " : ", " :: ", "｜", "：", "|"}) {
        const std::size_t at = title.rfind(mark);
        if (at == npos || at == 0) continue;
        const std::string_view front = trimmed(title.substr(0, at));
        if (front == headline || (title.find(mark) != at && trimmed(title.substr(0, title.find(mark))) == headline)) {
            return std::string(headline);
        }
    }
    return std::string(title);
}

std::string declared_html_charset(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 1024);
    if (trimmed(head.substr(0, 64)).substr(0, 5) == "<?xml") {
        const std::string_view found = value_behind(head.substr(0, std::min(head.find("?>"), head.size())), "encoding");
        if (!found.empty()) return std::string(found);
    }
    HtmlTokens tokens(head, 0);
    for (HtmlToken token = tokens.next(); token.kind != HtmlToken::Kind::end; token = tokens.next()) {
        if (token.kind != HtmlToken::Kind::start_tag) continue;
        if ((html_kind(token.tag) & html::is_raw) != 0) tokens.raw_content(token.tag);
        if (token.tag != tag("meta")) continue;
        const std::string_view direct = slice(head, attribute_value(head, token.range, "charset"));
        if (!direct.empty()) return std::string(trimmed(direct));
        const std::string_view content = slice(head, attribute_value(head, token.range, "content"));
        const std::string_view inside = value_behind(content, "charset");
        if (!inside.empty()) return std::string(inside);
    }
    return {};
}

}  // namespace hardfacts
