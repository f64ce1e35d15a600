#include "read/html_names.h"

#include <doctest/doctest.h>

#include <string>

using namespace hardfacts;

TEST_CASE("names that say furniture, and names that do not") {
    for (const std::string_view name :
         {"nav", "site-nav", "globalNav", "l_sidebar2", "shareBar", "cookie-consent", "breadcrumbs", "relatedArticles",
          "SNS_list", "page-footer__links", "you-may-like", "sr-only", "adsbygoogle"}) {
        CAPTURE(name);
        CHECK(names_furniture(name));
    }
    for (const std::string_view name :
         {"", "article-body", "has-sidebar", "with-nav", "no-footer", "navy", "shareholders", "content", "entry",
          "widget", "is-menu-open", "main-column", "read", "adoption"}) {
        CAPTURE(name);
        CHECK_FALSE(names_furniture(name));
    }
}

TEST_CASE("what attributes say") {
    struct Row {
        std::string_view tag;
        std::string_view says;
    };
    const Row rows[] = {
        {"<p hidden>", "hidden"},
        {"<p hidden=until-found>", ""},
        {"<p aria-hidden='true'>", "hidden"},
        {"<p aria-hidden=false>", ""},
        {"<p style='color:red; Display : None'>", "hidden"},
        {"<p style='visibility:hidden'>", "hidden"},
        {"<p class='text share-bar'>", "furniture"},
        {"<p id=comments>", "furniture"},
        {"<div role=navigation>", "furniture"},
        {"<div role=main>", "main"},
        {"<div itemprop=articleBody>", "body"},
        {"<p data-class=nav title='nav'>", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.tag);
        const HtmlTraits found = traits_of(row.tag, {0, row.tag.size()});
        std::string says;
        if (found.hidden) says += "hidden";
        if (found.furniture) says += "furniture";
        if (found.main) says += "main";
        if (found.body) says += "body";
        CHECK(says == row.says);
    }
}
