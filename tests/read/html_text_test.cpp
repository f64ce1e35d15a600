#include "read/html_text.h"

#include <doctest/doctest.h>

using namespace hardfacts;

TEST_CASE("character references as browsers read them") {
    struct Row {
        std::string_view text;
        std::size_t size;
        std::string_view reading;
    };
    const Row rows[] = {
        {"&amp;x", 5, "&"},
        {"&ampx", 4, "&"},
        {"&hellip;", 8, "…"},
        {"&hellip", 0, ""},
        {"&#8217;s", 7, "’"},
        {"&#8217 s", 6, "’"},
        {"&#x2014;", 8, "—"},
        {"&#X2014-", 7, "—"},
        {"&#128;", 6, "€"},
        {"&#x99;", 6, "™"},
        {"&#0;", 4, "\uFFFD"},
        {"&#xD800;", 8, "\uFFFD"},
        {"&#99999999999;", 14, "\uFFFD"},
        {"&notit;", 4, "¬"},
        {"&frac12;", 8, "½"},
        {"& b", 0, ""},
        {"&#;", 0, ""},
        {"&#x;", 0, ""},
        {"&nosuch;", 4 - 4, ""},
        {"&#0065;", 7, "A"},
    };
    EntityDecoder entities;
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const HtmlReference found = html_reference(row.text, entities);
        CHECK(found.size == row.size);
        CHECK(found.reading == row.reading);
    }
}

TEST_CASE("what shows") {
    EntityDecoder entities;
    for (const std::string_view blank : {"", " \r\n\t", "&nbsp;", " &#160; \u3000\u00a0&#x200b;", "&shy;"}) {
        CAPTURE(blank);
        CHECK_FALSE(is_visible(blank, entities));
    }
    for (const std::string_view text : {"a", " \u3000日", "&", "&amp;", "&nbsp;."}) {
        CAPTURE(text);
        CHECK(is_visible(text, entities));
    }
}

TEST_CASE("values of attributes") {
    EntityDecoder entities;
    CHECK(html_value(" a &amp;\n b&nbsp;", entities) == "a & b");
    CHECK(html_value("&quot;架空&quot;", entities) == "\"架空\"");
}
