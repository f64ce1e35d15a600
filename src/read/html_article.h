// Enters: the tree of a page. Leaves: which part of it is the article, and what in it is left out.
// Tested in tests/read/html_article_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/html_tree.h"

namespace hardfacts {

struct HtmlArticle {
    std::vector<bool> left_out;  ///< by node: neither it nor anything in it is read
    std::uint32_t root = 0;      ///< the article
    std::uint32_t headline = 0;  ///< the h1 in front of an article that has none of its own; 0 if there is no such
};

/// Chooses what is read of a page:
///  - what is for programs (script, style, template, noscript, svg, math, iframe, rt and rp) is never read;
///  - elements that are hidden, that hold controls (nav, button, select, dialog, ...), footers, page headers, asides
///    outside of articles, and elements whose class, id or role names furniture of a page (cookie, share, related,
///    sidebar, breadcrumb, ...) are left out, unless most of the page's text stands in them;
///  - the article is the innermost of <article>, <main>, role=main (failing an <article>, itemprop=articleBody) that
///    holds at least six tenths of the text outside of links of what is around it; else the whole page;
///  - lists and sections of it that are three or more links and little else are left out, unless most of the article
///    is made of such.
/// Where next to nothing would be left, names are not believed; where nothing is left even so, the page is read whole.
/// `all_text`: only what is for programs is left out.
HtmlArticle choose_article(std::string_view source, const HtmlTree& tree, bool all_text);

}  // namespace hardfacts
