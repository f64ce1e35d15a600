#include "read/html.h"

#include <string>
#include <utility>

#include "read/entities.h"
#include "read/html_article.h"
#include "read/html_blocks.h"
#include "read/html_meta.h"
#include "read/html_tree.h"

namespace hardfacts {

void read_html(DocumentBuilder& out, std::size_t begin, bool all_text, DocumentInfo& info) {
    const HtmlTree tree = parse_html(out.source(), begin);
    EntityDecoder entities;
    const HtmlArticle article = choose_article(out.source(), tree, all_text);
    HtmlBlocks blocks(out, tree, article.left_out, entities);
    if (article.headline != 0) blocks.read(article.headline);
    blocks.read(article.root);
    HtmlMeta meta = read_html_meta(out.source(), tree, entities);
    if (!info.title) {
        std::string title = meta.title.empty() ? blocks.headline() : without_site_name(meta.title, blocks.headline());
        if (!title.empty()) info.title = std::move(title);
    }
    if (!info.published) info.published = std::move(meta.published);
    if (info.tags.empty()) info.tags = std::move(meta.tags);
}

}  // namespace hardfacts
