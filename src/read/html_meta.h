// Enters: the tree of a page. Leaves: the title, date and tags that its head tells. Tested in
// tests/read/html_meta_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/entities.h"
#include "read/html_tree.h"

namespace hardfacts {

/// What a page says of its article. The title is the first there is of og:title, JSON-LD headline and <title>; the date
/// of JSON-LD datePublished, article:published_time, other <meta> dates, <time datetime>, an
/// element behind the h1 that is named after a date and holds one; tags are article:tag, else
/// keywords.
struct HtmlMeta {
    std::string title;  ///< may end with the site's name
    std::optional<std::string> published;
    std::vector<std::string> tags;
};

HtmlMeta read_html_meta(std::string_view source, const HtmlTree& tree, EntityDecoder& entities);

/// `title` without the site's name behind its last ` | `, ` - `, ` – `, ` — `, `：` or `｜`, where `headline` (the text
/// of the h1) says that it ends there.
std::string without_site_name(std::string_view title, std::string_view headline);

/// The charset that HTML or XML declares in its first 1024 bytes (`<meta charset>`, http-equiv, `<?xml encoding?>`), as
/// it is written; empty where it declares none. The bytes may be in any charset that holds ASCII.
std::string declared_html_charset(std::string_view bytes);

}  // namespace hardfacts
